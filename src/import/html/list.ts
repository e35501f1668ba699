import { newBlockId } from '../../base/ids.ts';
import type { BlockOf, ListItem, Run } from '../../story/schema.ts';

/** The deepest level that lists are kept at, as in Word. Deeper ones are lifted to it. */
export const MAX_LIST_LEVEL = 9;

/** A list item as it was met: how deep, of which list, numbered or not. */
export interface FlatItem {
  level: number;
  ordered: boolean;
  /** Which list it belongs to; items of one list share it. */
  list: unknown;
  /** '' where it is not said. */
  language: string;
  text: Run[];
}

interface OpenList {
  level: number;
  ordered: boolean;
  items: ListItem[];
}

/** Items in reading order as lists, each item deeper than the one before it nested under that one. */
export function nestItems(flat: readonly FlatItem[]): BlockOf<'list'>[] {
  const lists: BlockOf<'list'>[] = [];
  let open: OpenList[] = [];
  let current: unknown;
  const mixed = new Set<BlockOf<'list'> | undefined>();
  for (const { level, ordered, list, language, text } of flat) {
    const item: ListItem = { id: newBlockId(), text };
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop();
    const top = open.at(-1);
    const isOtherList =
      open.length === 1 && top !== undefined && level <= top.level && (list !== current || ordered !== top.ordered);
    if (!top || isOtherList) {
      lists.push({ type: 'list', id: newBlockId(), ...(language !== '' && { language }), ordered, items: [item] });
      open = [{ level, ordered, items: lists.at(-1)?.items ?? [] }];
      current = list;
    } else if (level > top.level) {
      const parent = top.items.at(-1);
      if (!parent) throw new Error('an open list has at least one item');
      // After a sub-list of the same item was closed, a second one can only continue it.
      parent.sub ??= { ordered, items: [] };
      parent.sub.items.push(item);
      open.push({ level, ordered: parent.sub.ordered, items: parent.sub.items });
    } else {
      top.items.push(item);
    }
    // A list is in one language or in the text's.
    if ((lists.at(-1)?.language ?? '') !== language) mixed.add(lists.at(-1));
  }
  for (const list of mixed) delete list?.language;
  return lists;
}
