import { newBlockId } from '../../../base/ids.ts';
import type { TableCell } from '../../../story/schema.ts';
import { tally } from '../../receipt.ts';
import { withoutOverallStrong } from '../body.ts';
import type { TableBuild } from '../inside.ts';
import { isClosed } from '../owners.ts';
import { attribute } from '../tree.ts';
import type { Rule } from './rule.ts';

/** A table with data becomes one; one that only arranges the page is taken apart into its blocks. */
export const table: Rule = ({ element, inside, gather, isDataTable }) => {
  inside.table = null;
  inside.isTableHead = false;
  if (isClosed(inside.owner)) return undefined;
  if (!isDataTable(element)) {
    tally(gather.receipt.changed, 'layout-table');
    return undefined;
  }
  const build: TableBuild = { before: [], rows: [], row: null };
  inside.table = build;
  gather.finish();
  gather.body.open();
  return () => {
    gather.finish();
    const after = gather.body.close();
    const rows = build.rows.filter((row) => row.cells.length > 0);
    for (const { cells } of rows)
      for (const cell of cells) if (cell.header) cell.text = withoutOverallStrong(cell.text);
    gather.body.pushAll(build.before);
    if (rows.some(({ cells }) => cells.some((cell) => cell.text.length > 0)))
      gather.body.push({ type: 'table', id: newBlockId(), rows });
    else tally(gather.receipt.dropped, 'empty-table');
    gather.body.pushAll(after);
  };
};

/** The table's title is shown above it. */
export const tableCaption: Rule = ({ inside, gather }) => {
  const build = inside.table;
  if (!build) return undefined;
  return () => {
    gather.finish();
    build.before = gather.body.close();
    gather.body.open();
  };
};

export const head: Rule = ({ inside }) => {
  inside.isTableHead = true;
  return undefined;
};

export const row: Rule = ({ inside }) => {
  if (!inside.table) return undefined;
  inside.table.row = [];
  inside.table.rows.push({ cells: inside.table.row });
  return undefined;
};

function span(value: string | null, most: number): number | undefined {
  const size = Math.min(Number.parseInt(value ?? '', 10), most);
  return size >= 2 ? size : undefined;
}

export const cell: Rule = ({ element, inside }) => {
  const row = inside.table?.row;
  if (!row) return undefined;
  const cell: TableCell = { text: [] };
  if (element.tag === 'th' || inside.isTableHead) cell.header = true;
  const colspan = span(attribute(element, 'colspan'), 100);
  const rowspan = span(attribute(element, 'rowspan'), 1000);
  if (colspan) cell.colspan = colspan;
  if (rowspan) cell.rowspan = rowspan;
  row.push(cell);
  inside.owner = { kind: 'cell', cell };
  inside.list = null;
  // A picture in a cell is no photo of a figure around the table.
  inside.figure = null;
  return undefined;
};
