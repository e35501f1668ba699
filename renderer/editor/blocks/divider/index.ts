import {
  $createHorizontalRuleNode,
  $isHorizontalRuleNode,
  HorizontalRuleExtension,
  HorizontalRuleNode,
} from '@lexical/extension';
import type { BlockKind } from '../kind.ts';

export const divider: BlockKind<'divider'> = {
  extension: HorizontalRuleExtension,
  node: HorizontalRuleNode,
  $toNode: () => $createHorizontalRuleNode(),
  $toBlock: (node, id) => ($isHorizontalRuleNode(node) ? { type: 'divider', id } : null),
};
