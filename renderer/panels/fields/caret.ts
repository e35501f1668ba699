import type { Caret } from '../../../src/story/caret.ts';
import type { EditorHandle } from '../../editor/editor.tsx';
import { fieldId, PAGE_ORDER } from './order.ts';

/** Where the caret stands on the page: in the field that has the focus, else where the body has it. */
export function caretOnPage(editor: EditorHandle | null): Caret | null {
  const { activeElement } = document;
  const field = PAGE_ORDER.find((name) => fieldId(name) === activeElement?.id);
  if (field && activeElement instanceof HTMLTextAreaElement) return { field, at: activeElement.selectionStart };
  return editor?.caret() ?? null;
}

/** Puts the caret where it was, as far as that is still there. */
export function putCaretOnPage(caret: Caret, editor: EditorHandle | null): void {
  if ('block' in caret) {
    editor?.putCaret(caret);
    return;
  }
  const field = PAGE_ORDER.find((name) => name === caret.field);
  const control = field && document.getElementById(fieldId(field));
  if (!(control instanceof HTMLTextAreaElement)) return;
  control.focus();
  control.setSelectionRange(caret.at, caret.at);
}
