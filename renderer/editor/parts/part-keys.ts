import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  INSERT_PARAGRAPH_COMMAND,
  KEY_BACKSPACE_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { $isAtEdge } from '../dom/edges.ts';
import { $partAround, type PartName, type PartNode } from './part-node.ts';

/** Backspace at the start of such a part does what `$leave` says; it answers whether the part was its own. */
export function registerPartStart(
  editor: LexicalEditor,
  name: PartName,
  $leave: (part: PartNode) => boolean,
): () => void {
  return editor.registerCommand(
    KEY_BACKSPACE_COMMAND,
    (event) => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
      const part = $partAround(selection.anchor.getNode());
      if (part?.getPart() !== name || !$isAtEdge(selection, part, true) || !$leave(part)) return false;
      event.preventDefault();
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}

/** Enter at the end of a part goes on to what follows it in its block: from the quote to its speaker, from the box's title into the box. */
export function registerPartEnter(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    INSERT_PARAGRAPH_COMMAND,
    () => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
      const part = $partAround(selection.anchor.getNode());
      const next = part?.getNextSibling();
      if (!part || !$isElementNode(next) || !$isAtEdge(selection, part, false)) return false;
      next.selectStart();
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}
