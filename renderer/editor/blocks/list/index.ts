import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  ListExtension,
  ListNode,
} from '@lexical/list';
import { configExtension } from 'lexical';
import { newBlockId } from '../../../../src/base/ids.ts';
import type { ListItem } from '../../../../src/story/schema.ts';
import { $blockId, $setBlockId } from '../../ids.ts';
import { $appendRuns, $readRuns } from '../../runs.ts';
import type { BlockKind } from '../kind.ts';

function $listNode(ordered: boolean, items: readonly ListItem[]): ListNode {
  const list = $createListNode(ordered ? 'number' : 'bullet');
  for (const item of items) {
    list.append($setBlockId($appendRuns($createListItemNode(), item.text), item.id));
    // Lexical keeps a nested list in an item of its own.
    if (item.sub) list.append($createListItemNode().append($listNode(item.sub.ordered, item.sub.items)));
  }
  return list;
}

function $items(list: ListNode): ListItem[] {
  const items: ListItem[] = [];
  for (const node of list.getChildren()) {
    if (!$isListItemNode(node)) continue;
    const nested = node.getFirstChild();
    if (!$isListNode(nested)) {
      items.push({ id: $blockId(node) || newBlockId(), text: $readRuns(node) });
      continue;
    }
    const sub = { ordered: nested.getListType() === 'number', items: $items(nested) };
    const last = items.at(-1);
    if (sub.items.length === 0) continue;
    if (last === undefined) items.push({ id: $blockId(node) || newBlockId(), text: [], sub });
    else if (last.sub) last.sub.items.push(...sub.items);
    else last.sub = sub;
  }
  return items;
}

export const list: BlockKind<'list'> = {
  extension: configExtension(ListExtension, { hasStrictIndent: true }),
  node: ListNode,
  $toNode: (block) => $listNode(block.ordered, block.items),
  $toBlock: (node, id) => {
    if (!$isListNode(node)) return null;
    const items = $items(node);
    if (items.length === 0) items.push({ id: newBlockId(), text: [] });
    return { type: 'list', id, ordered: node.getListType() === 'number', items };
  },
};
