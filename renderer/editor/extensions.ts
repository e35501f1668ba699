import { HistoryExtension } from '@lexical/history';
import { LinkExtension } from '@lexical/link';
import { ListItemNode } from '@lexical/list';
import { configExtension, defineExtension, mergeRegister, type AnyLexicalExtension } from 'lexical';
import type { Block } from '../../src/story/schema.ts';
import type { EditorWords } from '../words/en/editor.ts';
import { registerFreshCaret } from './behaviours/fresh-caret.ts';
import { KeysExtension } from './behaviours/keys.ts';
import { registerLanguages } from './behaviours/languages.ts';
import { MarkdownExtension } from './behaviours/markdown.ts';
import { registerReplacedText } from './behaviours/replaced-text.ts';
import { PhotoNode } from './blocks/figure/photo-node.ts';
import { PhotoRoomExtension, type PhotoRoom } from './blocks/figure/photo-room.ts';
import { blockExtensions, blockNodes } from './blocks/index.ts';
import { registerUnwalked } from './dom/unwalked.ts';
import { registerBlockIds } from './ids.ts';
import { registerPartEnter } from './parts/part-keys.ts';
import { registerCrossing } from './sections/crossing.ts';
import { SectionNode } from './sections/section-node.ts';
import { registerSections } from './sections/sections.ts';
import { $storyToEditor } from './story-to-editor.ts';
import { theme } from './theme.ts';
import { WordsExtension } from './words.ts';

const StructureExtension = defineExtension({
  name: 'copydesk/structure',
  nodes: [SectionNode],
  register: (editor) =>
    mergeRegister(
      registerBlockIds(editor, [...blockNodes, ListItemNode, PhotoNode]),
      registerSections(editor),
      registerUnwalked(editor),
      registerLanguages(editor),
      registerFreshCaret(editor),
      registerReplacedText(editor),
      registerCrossing(editor),
      registerPartEnter(editor),
    ),
});

/** Everything the editor of one story is made of. `onTrouble` hears of a step that failed; Lexical has undone it then. */
export function storyExtension(
  body: readonly Block[],
  words: EditorWords,
  room: PhotoRoom,
  onTrouble: () => void,
): AnyLexicalExtension {
  return defineExtension({
    name: 'copydesk/story',
    namespace: 'copydesk',
    theme,
    dependencies: [
      configExtension(WordsExtension, { words }),
      configExtension(PhotoRoomExtension, { room }),
      ...blockExtensions,
      configExtension(LinkExtension, { attributes: { rel: 'noopener' } }),
      HistoryExtension,
      MarkdownExtension,
      KeysExtension,
      StructureExtension,
    ],
    $initialEditorState: () => $storyToEditor(body),
    onError: (error) => {
      reportError(error);
      onTrouble();
    },
  });
}
