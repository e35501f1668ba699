import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  type RangeSelection,
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
      if (shown !== null && !isSamePlace(shown, known)) $setSelection($withMarks(shown));
      return false;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
}

const isSamePlace = (one: RangeSelection, other: RangeSelection): boolean =>
  one.anchor.is(other.anchor) && one.focus.is(other.focus);

/** What is read from the page has no marks: a caret's are those of its text. Where it has not moved it keeps its own. */
function $withMarks(selection: RangeSelection): RangeSelection {
  const node = selection.anchor.getNode();
  if (selection.isCollapsed() && $isTextNode(node)) selection.setFormat(node.getFormat());
  return selection;
}
