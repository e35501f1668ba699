import { caretFromPoint } from '@lexical/clipboard';
import { $createRangeSelection, $setSelection, type LexicalEditor } from 'lexical';

/** Puts the caret where something was dropped. Runs in an update; the caret stays where it was if the place takes none. */
export function $selectDropPoint(editor: LexicalEditor, event: DragEvent): void {
  const caret = caretFromPoint(event.clientX, event.clientY, editor.getRootElement());
  if (caret === null) return;
  const range = document.createRange();
  range.setStart(caret.node, caret.offset);
  const selection = $createRangeSelection();
  selection.applyDOMRange(range);
  $setSelection(selection);
}
