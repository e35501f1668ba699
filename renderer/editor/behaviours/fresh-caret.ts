import {
  $createRangeSelectionFromDom, $getSelection, $isRangeSelection, $setSelection, COMMAND_PRIORITY_CRITICAL, KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical';

const EDITING_KEYS = new Set(['Backspace', 'Delete', 'Enter', 'Tab']);

/**
 * Lexical acts on these keys at keydown, from the caret it last heard of; browsers tell of a moved caret only in a later
 * task. A key that follows at once (a fast hand, an input method's own Backspace) would act where the caret was. So the
 * caret is read from the page first.
 */
export function registerFreshCaret(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      const known = $getSelection();
      if (!EDITING_KEYS.has(event.key) || event.isComposing || editor.isComposing() || !$isRangeSelection(known)) return false;
      const shown = $createRangeSelectionFromDom(window.getSelection(), editor);
      if (shown !== null && !shown.is(known)) $setSelection(shown);
      return false;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
}
