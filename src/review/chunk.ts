import { same } from '../merge/values.ts';
import { increasing } from '../base/sequence.ts';
import { leftIn, matchStreams, streamOf } from '../merge/match.ts';
import { rowsOf, tokensOf, type Row, type Rows } from '../merge/stream.ts';
import type { Block } from '../story/schema.ts';
import { boxBetween } from './box.ts';
import type { Between, Chunk } from './difference.ts';
import { Numbers, stepsThrough } from './steps.ts';

const NOTHING: Chunk = { steps: [], count: 0, gone: [], come: [] };
const NONE: ReadonlySet<string> = new Set();

const rowsKnown = new WeakMap<Block, Rows>();
/** The rows of a block; the same ones as long as it is the same block. */
export function rowsOfBlock(block: Block): Rows {
  const known = rowsKnown.get(block);
  if (known) return known;
  const rows = rowsOf([block]);
  rowsKnown.set(block, rows);
  const [row] = rows.rows;
  if (row && block.type !== 'list') owners.set(row, block);
  return rows;
}

const owners = new WeakMap<Row, Block>();
/** The block that a row is the whole of. */
export const blockOfRow = (row: Row): Block | undefined => owners.get(row);

const chunks = new WeakMap<Row, { old: Row; chunk: Chunk }>();
/** What two rows of one name differ in. Kept as long as the rows are: a story that is typed in has few that are new. */
export function chunkOf(old: Row, now: Row, between: Between): Chunk {
  if (old === now) return NOTHING;
  const known = chunks.get(now);
  if (known?.old === old) return known.chunk;
  const chunk = same(old, now) ? NOTHING : compare(old, now, between);
  chunks.set(now, { old, chunk });
  return chunk;
}

function compare(old: Row, now: Row, between: Between): Chunk {
  const [a, b] = [tokensOf([old], NONE), tokensOf([now], NONE)];
  if ('block' in old && 'block' in now) {
    const box = boxBetween(old.block, now.block, between);
    const [from, to] = [a[0], b[0]];
    if (!from || !to) return NOTHING;
    return { ...NOTHING, steps: [{ is: 'both', old: from, now: to, edit: -1, box }], count: box.count };
  }
  const [before, after] = [streamOf(a), streamOf(b)];
  const match = matchStreams(before, after);
  const numbers = new Numbers();
  const steps = stepsThrough<never>(before, after, match, increasing(match.to), numbers, () => undefined);
  const names = new Map<number, number>();
  for (const step of steps) {
    if (step.edit < 0) continue;
    const own = numbers.of(step.edit);
    if (!names.has(own)) names.set(own, names.size);
    step.edit = names.get(own) ?? -1;
  }
  return {
    steps,
    count: names.size,
    gone: before.spans.flatMap((span) => leftIn(before, match.to, span)),
    come: after.spans.flatMap((span) => leftIn(after, match.from, span)),
  };
}
