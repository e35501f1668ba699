import { SKIP_DOM_SELECTION_TAG, type LexicalEditor } from 'lexical';

/**
 * Tags for an update that someone asked for a while ago (a photo, a large paste): where they type in another field by now,
 * the caret stays there.
 */
export function keepFocus(editor: LexicalEditor): string[] {
  const active = document.activeElement;
  const isTyping = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
  return isTyping && active !== editor.getRootElement() ? [SKIP_DOM_SELECTION_TAG] : [];
}
