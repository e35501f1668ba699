import { plainText } from '../story/runs.ts';
import type { BlockOf, TableCell } from '../story/schema.ts';
import { matchTables } from '../story/table-match.ts';
import type { OnClash } from './flag.ts';
import { mergeRuns } from './flow.ts';
import { mergeMembers, type Places } from './members.ts';
import type { Three } from './three.ts';
import { mergeProperties } from './values.ts';

type Table = BlockOf<'table'>;
type Matched = ReturnType<typeof matchTables>;

const cellAt = (table: Table, row: number, column: number): TableCell | undefined => table.rows[row]?.cells[column];

function mergeCell(cells: Three<TableCell | undefined>, block: string, onClash: OnClash): TableCell | undefined {
  const [base, first, second] = cells;
  if (!first || !second) return first ?? second;
  const known = base ?? { text: [] };
  const tell: OnClash = (clash) => onClash({ ...clash, block, part: 'cell' });
  return mergeProperties([known, first, second], { block, onClash }, (name) =>
    name === 'text' ? { is: mergeRuns([known.text, first.text, second.text], tell) } : undefined,
  );
}

/** The cells, by the side's row and column, in which this side wrote: changed ones, and those of rows and columns it put in. */
function cellsWritten(base: Table, side: Table, { rows, columns }: Matched): [row: number, column: number][] {
  return side.rows.flatMap(({ cells }, row) =>
    cells.flatMap(({ text }, column): [number, number][] => {
      const now = plainText(text);
      const old = cellAt(base, rows.indexOf(row), columns.indexOf(column));
      return now !== '' && now !== plainText(old?.text ?? []) ? [[row, column]] : [];
    }),
  );
}

/** A table's rows and columns merged, and each cell's text; rows and columns are known by what they say. */
export function mergeTable(tables: Three<Table>, onClash: OnClash): Table {
  const [base, first, second] = tables;
  const { id } = base;
  const matches = [matchTables(base, first), matchTables(base, second)] as const;
  const widths = tables.map(({ rows }) => Math.max(...rows.map(({ cells }) => cells.length)));
  const sideOf = (side: 0 | 1): Table => (side === 0 ? first : second);
  const wrote = [cellsWritten(base, first, matches[0]), cellsWritten(base, second, matches[1])] as const;
  const revived = (part: string, words: (by: 0 | 1, index: number) => string) => (index: number, by: 0 | 1) => {
    const values: [string, string] = ['', ''];
    values[by] = words(by, index);
    onClash({ kind: 'deleted-and-edited', block: id, part, values, kept: by });
  };
  const texts = (cells: TableCell[]): string =>
    cells
      .map(({ text }) => plainText(text))
      .filter(Boolean)
      .join(' | ');
  const rows = mergeMembers(
    [base.rows.length, first.rows.length, second.rows.length],
    [matches[0].rows, matches[1].rows],
    (row, side) => wrote[side].some(([at]) => at === matches[side].rows[row]),
    revived('row', (by, row) => texts(sideOf(by).rows[matches[by].rows[row] ?? -1]?.cells ?? [])),
  );
  const columns = mergeMembers(
    [widths[0] ?? 0, widths[1] ?? 0, widths[2] ?? 0],
    [matches[0].columns, matches[1].columns],
    (column, side) => wrote[side].some(([, at]) => at === matches[side].columns[column]),
    revived('column', (by, column) =>
      texts(sideOf(by).rows.flatMap(({ cells }) => cells[matches[by].columns[column] ?? -1] ?? [])),
    ),
  );
  const isGrid = tables.every(({ rows: all }, which) => all.every(({ cells }) => cells.length === widths[which]));
  const cellOf = (row: Places, column: Places): TableCell | undefined => {
    const cells = tables.map((table, which) => cellAt(table, row[which] ?? -1, column[which] ?? -1));
    const merged = mergeCell(cells as unknown as Three<TableCell | undefined>, id, onClash);
    return merged ?? (isGrid ? { text: [] } : undefined);
  };
  const merged = rows
    .map((row) => ({ cells: columns.flatMap((column) => cellOf(row, column) ?? []) }))
    .filter(({ cells }) => cells.length > 0);
  const properties = mergeProperties<Table>(tables, { block: id, onClash }, (name) =>
    name === 'rows' ? { is: merged } : undefined,
  );
  if (merged.length > 0) return properties;
  // The one took out these rows, the other those columns: nothing is left, and that is not what either wanted.
  onClash({ kind: 'deleted-and-edited', block: id, part: 'row', values: ['', ''], kept: 0 });
  return { ...properties, rows: first.rows };
}
