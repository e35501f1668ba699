import { $getSelection, $isRangeSelection, $isTextNode, type LexicalEditor } from 'lexical';

/**
 * A spelling corrector of the system replaces a word in the page and tells of it afterwards, without the `beforeinput`
 * at which Lexical would do it itself. Lexical 0.52 takes the word over from the page but forgets in which marks the caret
 * stands, so that what is typed next would be plain in the middle of bold text. The caret takes its marks from its text.
 */
export function registerReplacedText(editor: LexicalEditor): () => void {
  const heard = (event: Event): void => {
    if ((event as InputEvent).inputType !== 'insertReplacementText') return;
    // After Lexical has read the page, which it does in a microtask, and before the next key.
    queueMicrotask(() => editor.update($takeMarks, { discrete: true }));
  };
  return editor.registerRootListener((root, previous) => {
    previous?.removeEventListener('input', heard);
    root?.addEventListener('input', heard);
  });
}

function $takeMarks(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return;
  const node = selection.anchor.getNode();
  if ($isTextNode(node)) selection.setFormat(node.getFormat());
}
