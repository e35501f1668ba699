import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $createHeadingNode, HeadingNode, registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor, type LexicalEditor } from 'lexical';
import { blockAt, present } from './peer.ts';

let editor: LexicalEditor;

// Lexical as it comes, without what Copydesk adds to it.
present({
  mount: (host, blocks) => {
    host.contentEditable = 'true';
    editor = createEditor({
      namespace: 'peer',
      nodes: [HeadingNode],
      theme: { text: { bold: 'bold', italic: 'italic' } },
      onError: (error) => {
        throw error;
      },
    });
    editor.setRootElement(host);
    registerRichText(editor);
    registerHistory(editor, createEmptyHistoryState(), 300);
    editor.update(
      () => {
        for (const { isHeading, runs } of blocks) {
          const block = isHeading ? $createHeadingNode('h2') : $createParagraphNode();
          for (const { text, mark } of runs)
            block.append(mark ? $createTextNode(text).toggleFormat(mark) : $createTextNode(text));
          $getRoot().append(block);
        }
      },
      { discrete: true, tag: 'history-merge' },
    );
    editor.focus();
  },
  toCaret: (spot) => {
    editor.update(
      () => {
        const root = $getRoot();
        root.getChildAtIndex(blockAt(spot, root.getChildrenSize()))?.selectEnd();
      },
      { discrete: true },
    );
    editor.focus();
  },
});
