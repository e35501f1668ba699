import { align } from '../base/sequence.ts';
import { plainText } from './runs.ts';
import type { BlockOf } from './schema.ts';

type Table = BlockOf<'table'>;

/** Members between two that match are taken for each other in order where they are as many on both sides. */
function fillGaps(places: Int32Array, count: number): Int32Array {
  let from = 0;
  let next = 0;
  for (let at = 0; at <= places.length; at++) {
    const place = at < places.length ? (places[at] ?? -1) : count;
    if (place < 0) continue;
    if (at - from === place - next) while (from < at) places[from++] = next++;
    from = at + 1;
    next = place + 1;
  }
  return places;
}

/** Whether each row of the table has as many cells as the first, and none spans several. */
const isPlainGrid = ({ rows }: Table): boolean =>
  rows.every(
    ({ cells }) =>
      cells.length === rows[0]?.cells.length && cells.every(({ colspan, rowspan }) => (colspan ?? rowspan ?? 1) === 1),
  );

const wide = ({ rows }: Table): number => Math.max(...rows.map(({ cells }) => cells.length));
const SEPARATOR = '\u0001';

/** Which row and column of `before` is which of `after`, by what they say, then by where they stand; -1 for none. */
export function matchTables(before: Table, after: Table): { rows: Int32Array; columns: Int32Array } {
  const rowText = ({ cells }: Table['rows'][number]): string =>
    cells.map(({ text }) => plainText(text)).join(SEPARATOR);
  const rows = fillGaps(align(before.rows.map(rowText), after.rows.map(rowText)), after.rows.length);
  const columns = new Int32Array(wide(before)).map((_, index) => (index < wide(after) ? index : -1));
  if (wide(before) === wide(after) || !isPlainGrid(before) || !isPlainGrid(after)) return { rows, columns };
  const pairs = [...rows].flatMap((to, from): [number, number][] => (to < 0 ? [] : [[from, to]]));
  const columnText = ({ rows: all }: Table, side: 0 | 1, column: number): string =>
    pairs.map((pair) => plainText(all[pair[side]]?.cells[column]?.text ?? [])).join(SEPARATOR);
  const old = Array.from({ length: wide(before) }, (_, column) => columnText(before, 0, column));
  const now = Array.from({ length: wide(after) }, (_, column) => columnText(after, 1, column));
  return { rows, columns: fillGaps(align(old, now), now.length) };
}
