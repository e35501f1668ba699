import { $getSelection } from 'lexical';
import { $bodyBlock, $neighbourBlock } from '../sections/blocks.ts';

/** Moves the block with the caret up or down past its neighbour. */
export function $moveBlock(isUp: boolean): boolean {
  const [node] = $getSelection()?.getNodes() ?? [];
  const block = node ? $bodyBlock(node) : null;
  const beside = block && $neighbourBlock(block, isUp);
  if (!block || !beside) return false;
  if (isUp) beside.insertBefore(block, false);
  else beside.insertAfter(block, false);
  return true;
}
