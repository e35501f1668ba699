import type { Budget } from './budget.ts';
import { HEADINGS } from './tags.ts';
import { attribute, type PageNode } from './tree.ts';

interface Tally {
  table: PageNode;
  isLayout: boolean;
  hasHeaders: boolean;
  hasBlocks: boolean;
  /** Cells of the row that is open, and the most that any row has. */
  cells: number;
  mostCells: number;
}

const isBlockOfItsOwn = (tag: string): boolean =>
  HEADINGS.has(tag) || tag === 'figure' || tag === 'blockquote' || tag === 'hr';

function count(tally: Tally, node: PageNode): void {
  if (node.tag === 'tr') tally.cells = 0;
  else if (node.tag === 'td' || node.tag === 'th') tally.mostCells = Math.max(tally.mostCells, ++tally.cells);
  if (node.tag === 'th') tally.hasHeaders = true;
  if (isBlockOfItsOwn(node.tag)) tally.hasBlocks = true;
}

function holdsData(tally: Tally): boolean {
  if (tally.isLayout || tally.mostCells < 2) return false;
  return tally.hasHeaders || !tally.hasBlocks;
}

/**
 * The tables that hold data: at least two columns, no table within, and no headings, figures or quotations in plain cells.
 * Mails and old pages build their whole layout of tables; those are not.
 */
export function dataTables(root: PageNode, budget: Budget): Set<PageNode> {
  const found = new Set<PageNode>();
  const open: Tally[] = [];
  let node: PageNode | null = root.first;
  while (node) {
    budget.step();
    const top = open.at(-1);
    if (node.tag === 'table' && node.isHtml) {
      if (top) top.isLayout = true;
      const role = attribute(node, 'role');
      const isLayout = role === 'presentation' || role === 'none';
      open.push({ table: node, isLayout, hasHeaders: false, hasBlocks: false, cells: 0, mostCells: 0 });
    } else if (top && node.kind === 'element') {
      count(top, node);
    }
    if (node.first) {
      node = node.first;
      continue;
    }
    let at: PageNode | null = node;
    for (; at; at = at.parent) {
      const ended = open.at(-1);
      if (ended?.table === at) {
        open.pop();
        if (holdsData(ended)) found.add(at);
      }
      if (at.next || at === root) break;
    }
    node = at === root ? null : (at?.next ?? null);
  }
  return found;
}
