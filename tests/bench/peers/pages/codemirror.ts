import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { blockAt, present } from './peer.ts';

let view: EditorView;

// Plain text only, and only the lines in sight are drawn: the fastest that is known.
present({
  mount: (host, blocks) => {
    view = new EditorView({
      parent: host,
      state: EditorState.create({
        doc: blocks.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n'),
        extensions: [
          history(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          EditorView.theme({ '&': { height: '96vh' }, '.cm-scroller': { overflow: 'auto' } }),
        ],
      }),
    });
    view.focus();
  },
  toCaret: (spot) => {
    const { doc } = view.state;
    const end = doc.line(blockAt(spot, doc.lines) + 1).to;
    view.dispatch({ selection: { anchor: end }, effects: EditorView.scrollIntoView(end, { y: 'center' }) });
    view.focus();
  },
});
