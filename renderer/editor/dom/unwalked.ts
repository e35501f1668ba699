import type { LexicalEditor } from 'lexical';

/**
 * Spares the body's text a walk by React. Before each of its commits, React counts through every text in a focused
 * `contenteditable` to put the selection back where a commit loses it (`getSelectionInformation` in react-dom), which takes 5 ms
 * in 2,000 paragraphs and grows with them. Lexical keeps the caret itself, and no commit of React's touches this element. React
 * knows one by this property alone; the attribute, which makes it editable, stays.
 */
export function registerUnwalked(editor: LexicalEditor): () => void {
  return editor.registerRootListener((element) => {
    if (element) Object.defineProperty(element, 'contentEditable', { configurable: true, value: 'inherit' });
  });
}
