import type { LexicalEditor } from 'lexical';
import type { EditorWords } from '../../words/en/editor.ts';
import { $insertEmpty } from '../commands/insert.ts';
import { $setTextKind } from '../commands/kinds.ts';

/** A thing the Insert menu and the slash menu offer. */
export interface Insertable {
  key: keyof EditorWords['blocks'];
  /** For the slash menu alone: it turns the paragraph at hand into something. */
  isTextKind: boolean;
  /** Runs in an update of the editor. */
  $run: (editor: LexicalEditor) => void;
}

/** Everything that can be inserted, in the order in which it is offered. Photos are asked for through `onPhoto`. */
export function insertables(onPhoto: () => void): Insertable[] {
  return [
    { key: 'photo', isTextKind: false, $run: onPhoto },
    { key: 'heading2', isTextKind: true, $run: (editor) => $setTextKind(editor, 'heading2') },
    { key: 'heading3', isTextKind: true, $run: (editor) => $setTextKind(editor, 'heading3') },
    { key: 'bullets', isTextKind: true, $run: (editor) => $setTextKind(editor, 'bullets') },
    { key: 'numbers', isTextKind: true, $run: (editor) => $setTextKind(editor, 'numbers') },
    { key: 'quote', isTextKind: false, $run: () => $insertEmpty('quote') },
    { key: 'pullQuote', isTextKind: false, $run: () => $insertEmpty('pull-quote') },
    { key: 'factBox', isTextKind: false, $run: () => $insertEmpty('fact-box') },
    { key: 'table', isTextKind: false, $run: () => $insertEmpty('table') },
    { key: 'embed', isTextKind: false, $run: () => $insertEmpty('embed') },
    { key: 'divider', isTextKind: false, $run: () => $insertEmpty('divider') },
  ];
}
