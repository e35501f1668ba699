import { $setSelection, HISTORY_PUSH_TAG, type EditorState, type LexicalEditor, type LexicalNode } from 'lexical';
import type { Block } from '../../../src/story/schema.ts';
import { keepFocus } from '../dom/focus.ts';
import { $storyToEditor } from '../story-to-editor.ts';

/** What else goes with a replaced body when the reporter undoes it, and when they bring it back. */
export interface Replaced {
  onUndone: () => void;
  onRedone: () => void;
}

const rootOf = (state: EditorState): LexicalNode | undefined => state._nodeMap.get('root');

/**
 * Puts other blocks in the place of the whole body, as one step of its history. Undo and redo change the whole state at once,
 * and each state has a root of its own: by it one knows that this very step is undone. Answers the function that ends the watching.
 */
export function replaceBody(editor: LexicalEditor, blocks: readonly Block[], replaced: Replaced): () => void {
  const before = rootOf(editor.getEditorState());
  editor.update(
    () => {
      $setSelection(null);
      $storyToEditor(blocks);
    },
    { discrete: true, tag: [HISTORY_PUSH_TAG, ...keepFocus(editor)] },
  );
  const after = rootOf(editor.getEditorState());
  let isThere = true;
  return editor.registerUpdateListener(({ tags, editorState }) => {
    if (!tags.has('historic')) return;
    const root = rootOf(editorState);
    if (isThere && root === before) {
      isThere = false;
      replaced.onUndone();
    } else if (!isThere && root === after) {
      isThere = true;
      replaced.onRedone();
    }
  });
}
