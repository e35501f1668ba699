import {
  $getRoot,
  $isElementNode,
  $isRootNode,
  type LexicalNode,
  type NodeKey,
  type UpdateListenerPayload,
} from 'lexical';
import { $isSectionNode } from './section-node.ts';

/** The block of the body that holds the node (or is it): the child of the root or of a section. Null for these themselves. */
export function $bodyBlock(node: LexicalNode): LexicalNode | null {
  for (let block: LexicalNode | null = node; block !== null; block = block.getParent()) {
    const parent = block.getParent();
    if ($isSectionNode(parent) || ($isRootNode(parent) && !$isSectionNode(block))) return block;
  }
  return null;
}

/** All blocks of the body in order, whatever sections hold them. */
export function $bodyBlocks(): LexicalNode[] {
  return $getRoot()
    .getChildren()
    .flatMap((child) => ($isSectionNode(child) ? child.getChildren() : [child]));
}

/** The block before or after this one, across section borders. */
export function $neighbourBlock(block: LexicalNode, isBackward: boolean): LexicalNode | null {
  const beside = isBackward ? block.getPreviousSibling() : block.getNextSibling();
  if (beside !== null) return beside;
  const section = block.getParent();
  if (!$isSectionNode(section)) return null;
  const next = isBackward ? section.getPreviousSibling() : section.getNextSibling();
  if (!$isElementNode(next) || !$isSectionNode(next)) return next;
  return isBackward ? next.getLastChild() : next.getFirstChild();
}

/**
 * Whether an update may have changed which blocks the body has, or their order; false means that it has not. A block that comes,
 * goes or moves is itself marked as changed, or its new neighbours are. The root's own mark tells nothing: Lexical sets it with
 * every key. An update that replaced the whole state (tag `historic`) names no changed nodes.
 */
export function mayMoveBlocks({
  dirtyElements,
  dirtyLeaves,
  editorState,
  prevEditorState,
}: UpdateListenerPayload): boolean {
  const now = editorState._nodeMap;
  const root = now.get('root');
  const before = prevEditorState._nodeMap.get('root');
  if (!$isElementNode(root) || !$isElementNode(before)) return true;
  if (root.__size !== before.__size || root.__first !== before.__first || root.__last !== before.__last) return true;
  const holdsBlocks = (key: NodeKey | null): boolean =>
    key === 'root' || (key !== null && now.get(key)?.getType() === 'section');
  const mayHaveMoved = (key: NodeKey): boolean => {
    const node = now.get(key);
    return !node || holdsBlocks(key) || holdsBlocks(node.__parent);
  };
  for (const [key, isIntended] of dirtyElements) if (isIntended && key !== 'root' && mayHaveMoved(key)) return true;
  for (const key of dirtyLeaves) if (mayHaveMoved(key)) return true;
  return false;
}
