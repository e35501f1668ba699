import { align } from '../base/sequence.ts';
import { isWord, splitWords } from '../base/words.ts';
import { plainText } from './runs.ts';
import type { BlockOf, Run } from './schema.ts';

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

/** Larger tables than this are matched by rows and columns that are wholly equal. */
const MOST_PAIRS = 250_000;

/** The pairing in order that shares the most words between the paired lists; lists that share none are not paired. */
function pairLists(before: readonly string[][], after: readonly string[][]): Int32Array {
  const equal = align(
    before.map((texts) => texts.join(SEPARATOR)),
    after.map((texts) => texts.join(SEPARATOR)),
  );
  if (before.length * after.length > MOST_PAIRS) return equal;
  const shared = (a: readonly string[], b: readonly string[]): number => {
    const left = [...b];
    return a.reduce((sum, text) => {
      const at = left.indexOf(text);
      if (at >= 0) left.splice(at, 1);
      return sum + (at >= 0 ? 1 : 0);
    }, 0);
  };
  const [rows, columns] = [before.length + 1, after.length + 1];
  const best = new Float64Array(rows * columns);
  const at = (i: number, j: number): number => best[i * columns + j] ?? 0;
  const score = before.map((a, i) =>
    after.map((b, j) => (equal[i] === j ? 1 : 0) + shared(a, b) / Math.max(1, Math.min(a.length, b.length))),
  );
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      best[i * columns + j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + (score[i]?.[j] ?? 0));
  const places = new Int32Array(before.length).fill(-1);
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    const value = score[i]?.[j] ?? 0;
    if (value > 0 && at(i, j) === at(i + 1, j + 1) + value) places[i++] = j++;
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
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
const wordsOf = (text: readonly Run[]): string[] => splitWords(plainText(text)).filter(isWord);
const SEPARATOR = '\u0001';

/** Which row and column of `before` is which of `after`, by what they say, then by where they stand; -1 for none. */
export function matchTables(before: Table, after: Table): { rows: Int32Array; columns: Int32Array } {
  const rowTexts = ({ cells }: Table['rows'][number]): string[] => cells.flatMap(({ text }) => wordsOf(text));
  const rows = fillGaps(pairLists(before.rows.map(rowTexts), after.rows.map(rowTexts)), after.rows.length);
  const columns = new Int32Array(wide(before)).map((_, index) => (index < wide(after) ? index : -1));
  if (!isPlainGrid(before) || !isPlainGrid(after)) return { rows, columns };
  const pairs = [...rows].flatMap((to, from): [number, number][] => (to < 0 ? [] : [[from, to]]));
  // With the row's number, so that the same word in another row is not taken for this one's.
  const columnTexts = ({ rows: all }: Table, side: 0 | 1, column: number): string[] =>
    pairs.flatMap((pair, number) =>
      wordsOf(all[pair[side]]?.cells[column]?.text ?? []).map((word) => `${number} ${word}`),
    );
  const old = Array.from({ length: wide(before) }, (_, column) => columnTexts(before, 0, column));
  const now = Array.from({ length: wide(after) }, (_, column) => columnTexts(after, 1, column));
  return { rows, columns: fillGaps(pairLists(old, now), now.length) };
}
