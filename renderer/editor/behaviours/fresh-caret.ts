import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical';

/** Keys that Lexical handles at keydown: the named ones and those with Ctrl. A letter is handled later, at beforeinput. */
function isCommandKey(event: KeyboardEvent): boolean {
  if (event.isComposing || event.key === 'Process' || event.key === 'Dead') return false;
  return event.key.length > 1 || event.ctrlKey || event.metaKey;
}

/**
 * Browsers tell of a moved caret in a later task. A key that follows at once (a fast hand, an input method's own
 * Backspace) would act where the caret was when Lexical last heard of it. So the caret is read from the page first.
 */
export function registerFreshCaret(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      const known = $getSelection();
      if (!isCommandKey(event) || editor.isComposing() || !$isRangeSelection(known)) return false;
      const shown = $createRangeSelectionFromDom(window.getSelection(), editor);
      if (shown !== null && !shown.is(known)) $setSelection(shown);
      return false;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
}
