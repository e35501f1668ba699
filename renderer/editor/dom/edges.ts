import { $isElementNode, type LexicalEditor, type LexicalNode, type RangeSelection } from 'lexical';

/** True where the caret stands at the very start (or end) of the block: no text between it and the block's edge. */
export function $isAtEdge(selection: RangeSelection, block: LexicalNode, isBackward: boolean): boolean {
  const { focus } = selection;
  let node: LexicalNode | null = focus.getNode();
  const size = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize();
  if (focus.offset !== (isBackward ? 0 : size)) return false;
  for (; node !== null && !node.is(block); node = node.getParent()) {
    if ((isBackward ? node.getPreviousSibling() : node.getNextSibling()) !== null) return false;
  }
  return node !== null;
}

/** True where the caret stands on the block's first (or last) line as the screen shows it. */
export function isOnEdgeLine(editor: LexicalEditor, block: LexicalNode, isBackward: boolean): boolean {
  const element = editor.getElementByKey(block.getKey());
  const selection = window.getSelection();
  if (element === null || selection === null || selection.rangeCount === 0) return false;
  const range = selection.getRangeAt(0).cloneRange();
  range.collapse(selection.focusNode === range.startContainer && selection.focusOffset === range.startOffset);
  const caret = range.getClientRects()[0];
  // An empty block's caret has no rectangle: it has one line.
  if (caret === undefined) return true;
  const box = element.getBoundingClientRect();
  return isBackward ? caret.top - box.top < caret.height : box.bottom - caret.bottom < caret.height;
}
