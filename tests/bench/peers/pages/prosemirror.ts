import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { blockAt, present, TAGS } from './peer.ts';

let view: EditorView;

present({
  mount: (host, blocks) => {
    const children = blocks.map(({ isHeading, runs }) => {
      const texts = runs.map(({ text, mark }) => schema.text(text, mark ? [schema.mark(TAGS[mark])] : []));
      return isHeading ? schema.node('heading', { level: 2 }, texts) : schema.node('paragraph', null, texts);
    });
    view = new EditorView(host, {
      state: EditorState.create({
        doc: schema.node('doc', null, children),
        plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)],
      }),
    });
    view.focus();
  },
  toCaret: (spot) => {
    const { doc } = view.state;
    let end = -1;
    for (let n = 0; n <= blockAt(spot, doc.childCount); n++) end += doc.child(n).nodeSize;
    view.dispatch(view.state.tr.setSelection(TextSelection.create(doc, end)).scrollIntoView());
    view.focus();
  },
});
