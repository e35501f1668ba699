import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { defineExtension, safeCast, type LexicalEditor } from 'lexical';
import { editorWords, type EditorWords } from '../words/en/editor.ts';

/** Gives the nodes, which make their own DOM, the words of the interface's language. */
export const WordsExtension = defineExtension({
  name: 'copydesk/words',
  config: safeCast<{ words: EditorWords }>({ words: editorWords }),
});

export function wordsOf(editor: LexicalEditor): EditorWords {
  return getExtensionDependencyFromEditor(editor, WordsExtension).config.words;
}
