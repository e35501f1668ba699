import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { blockAt, present } from './peer.ts';

let editor: Editor;

present({
  mount: (host, blocks) => {
    const content = blocks.map(({ isHeading, runs }) => ({
      type: isHeading ? 'heading' : 'paragraph',
      ...(isHeading && { attrs: { level: 2 } }),
      content: runs.map(({ text, mark }) => ({ type: 'text', text, ...(mark && { marks: [{ type: mark }] }) })),
    }));
    editor = new Editor({
      element: host,
      extensions: [StarterKit],
      content: { type: 'doc', content },
      autofocus: true,
    });
  },
  toCaret: (spot) => {
    const { doc } = editor.state;
    let end = -1;
    for (let n = 0; n <= blockAt(spot, doc.childCount); n++) end += doc.child(n).nodeSize;
    editor.chain().focus(end).scrollIntoView().run();
  },
});
