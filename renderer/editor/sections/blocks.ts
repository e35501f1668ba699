import { $getRoot, $isElementNode, $isRootNode, type LexicalNode } from 'lexical';
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
