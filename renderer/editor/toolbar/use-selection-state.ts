import { useSyncExternalStore } from 'react';
import { $getSelection, $isRangeSelection, type LexicalEditor, type TextFormatType } from 'lexical';
import { $isTableCellNode } from '@lexical/table';
import { $findMatchingParent } from '@lexical/utils';
import { $selectedLanguage } from '../behaviours/languages.ts';
import { $textKind, type TextKind } from '../commands/kinds.ts';
import { $linkAtCaret } from '../commands/link.ts';

/** What the toolbar shows of the selection. */
export interface SelectionState {
  kind: TextKind | null;
  /** Of the block with the caret: '' for the story's own, null where it has none to choose. */
  language: string | null;
  formats: readonly TextFormatType[];
  link: string | null;
  isInTable: boolean;
}

const NOTHING: SelectionState = { kind: null, language: null, formats: [], link: null, isInTable: false };
const FORMATS = ['bold', 'italic', 'underline', 'strikethrough', 'subscript', 'superscript', 'code'] as const;

function $read(): SelectionState {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return NOTHING;
  const node = selection.anchor.getNode();
  return {
    kind: $textKind(node),
    language: $selectedLanguage(),
    formats: FORMATS.filter((format) => selection.hasFormat(format)),
    link: $linkAtCaret(),
    isInTable: $findMatchingParent(node, $isTableCellNode) !== null,
  };
}

const same = (a: SelectionState, b: SelectionState): boolean =>
  a.kind === b.kind &&
  a.language === b.language &&
  a.link === b.link &&
  a.isInTable === b.isInTable &&
  String(a.formats) === String(b.formats);

const stores = new WeakMap<LexicalEditor, { get: () => SelectionState; listen: (heard: () => void) => () => void }>();

function storeOf(editor: LexicalEditor) {
  let store = stores.get(editor);
  if (!store) {
    let state = NOTHING;
    store = {
      get: () => state,
      // Listeners are told only of what looks different, so that typing does not draw the toolbar again.
      listen: (heard) =>
        editor.registerUpdateListener(({ editorState }) => {
          const next = editorState.read($read);
          if (same(state, next)) return;
          state = next;
          heard();
        }),
    };
    stores.set(editor, store);
  }
  return store;
}

export function useSelectionState(editor: LexicalEditor): SelectionState {
  const store = storeOf(editor);
  return useSyncExternalStore(store.listen, store.get);
}
