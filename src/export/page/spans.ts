import type { BlockOf, TableCell } from '../../story/schema.ts';

type Row = BlockOf<'table'>['rows'][number];

/** A cell with the column in which it begins. */
interface Placed {
  cell: TableCell;
  column: number;
  width: number;
}

/** Each row's cells with their columns, as a browser lays them out. */
function placed(rows: readonly Row[]): Placed[][] {
  // How many rows more each column is taken from above.
  const taken: number[] = [];
  return rows.map(({ cells }) => {
    let column = 0;
    const row = cells.map((cell): Placed => {
      while ((taken[column] ?? 0) > 0) column++;
      const at = { cell, column, width: Math.max(1, cell.colspan ?? 1) };
      for (let n = 0; n < at.width; n++) taken[column + n] = Math.max(1, cell.rowspan ?? 1);
      column += at.width;
      return at;
    });
    for (let n = 0; n < taken.length; n++) taken[n] = Math.max(0, (taken[n] ?? 0) - 1);
    return row;
  });
}

/**
 * The rows without columns in which no cell begins: they exist by a colspan alone, show nothing, and HTML calls them an
 * error (table model, section 4.9.12). Nor does a cell reach below the last row.
 */
export function settledSpans(rows: readonly Row[]): Row[] {
  const grid = placed(rows);
  const columns = new Set(grid.flatMap((row) => row.map(({ column }) => column)));
  const widthOf = ({ column, width }: Placed): number =>
    Array.from({ length: width }, (_, n) => column + n).filter((each) => columns.has(each)).length;
  return grid.map((row, index) => ({
    cells: row.map((at) => {
      const { colspan: _colspan, rowspan = 1, ...cell } = at.cell;
      const [width, height] = [widthOf(at), Math.min(rowspan, rows.length - index)];
      return { ...cell, ...(width > 1 && { colspan: width }), ...(height > 1 && { rowspan: height }) };
    }),
  }));
}
