import type { BlockOf, TableCell } from '../../story/schema.ts';
import { attribute, markup, type Markup } from './markup.ts';
import { runsHtml } from './runs.ts';
import { settledSpans } from './spans.ts';

type Row = BlockOf<'table'>['rows'][number];

const span = (name: 'colspan' | 'rowspan', size: number | undefined): Markup =>
  attribute(name, size === undefined || size === 1 ? null : String(size));

function cellHtml(cell: TableCell, isHeadRow: boolean): Markup {
  const spans = [span('colspan', cell.colspan), span('rowspan', cell.rowspan)];
  if (!cell.header) return markup`<td${spans}>${runsHtml(cell.text)}</td>`;
  return markup`<th scope="${isHeadRow ? 'col' : 'row'}"${spans}>${runsHtml(cell.text)}</th>`;
}

const isAllHeaders = (row: Row): boolean => row.cells.every((cell) => cell.header);

function rowHtml(row: Row, index: number): Markup {
  const isHeadRow = index === 0 || isAllHeaders(row);
  return markup`<tr>${row.cells.map((cell) => cellHtml(cell, isHeadRow))}</tr>\n`;
}

/** How many rows at the top are the table's head; none where one of their cells reaches down into the body. */
function headRows(rows: readonly Row[]): number {
  const first = rows.findIndex((row) => !isAllHeaders(row));
  const count = first < 0 ? 0 : first;
  const reachesOut = (row: Row, index: number): boolean =>
    row.cells.some((cell) => index + (cell.rowspan ?? 1) > count);
  return rows.slice(0, count).some(reachesOut) ? 0 : count;
}

/** A table that scrolls sideways by itself where the page is narrower. */
export function tableHtml(block: BlockOf<'table'>, label: string): Markup {
  const settled = settledSpans(block.rows);
  const rows = settled.map(rowHtml);
  const count = headRows(settled);
  const head = count > 0 ? markup`<thead>\n${rows.slice(0, count)}</thead>\n` : null;
  const table = markup`<table>\n${head}<tbody>\n${rows.slice(count)}</tbody>\n</table>\n`;
  return markup`<div class="table" role="group"${attribute('aria-label', label)} tabindex="0">\n${table}</div>\n`;
}
