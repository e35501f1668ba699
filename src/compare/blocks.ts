import { canonicalJson } from '../base/json.ts';
import { increasing } from '../base/sequence.ts';
import { matchTables } from '../story/table-match.ts';
import type { Block, Story } from '../story/schema.ts';
import { pairBlocks } from './pair.ts';
import { lookOf, partsOf, type MediaFiles, type Part } from './parts.ts';
import { comparePieces, compareWhole } from './pieces.ts';
import type { BlockChange, PartChange } from './result.ts';

type Body = Pick<Story, 'body' | 'media'>;

/** Lays what is gone among what is there: each gone member stands behind the one that it stood behind before. */
function woven<T>(places: Int32Array, count: number, of: (from: number, to: number) => T): T[] {
  const from = new Int32Array(count).fill(-1);
  places.forEach((to, index) => to >= 0 && (from[to] = index));
  const behind = new Map<number, number[]>();
  let last = -1;
  places.forEach((to, index) => {
    if (to >= 0) last = to;
    else behind.set(last, [...(behind.get(last) ?? []), index]);
  });
  const gone = (place: number): T[] => (behind.get(place) ?? []).map((index) => of(index, -1));
  return [...gone(-1), ...Array.from({ length: count }, (_, to) => [of(from[to] ?? -1, to), ...gone(to)]).flat()];
}

/** Who among those that are on both sides left the order of the others. */
function movedAmong(places: Int32Array): Set<number> {
  const stayed = new Set(increasing(places));
  return new Set([...places.keys()].filter((index) => (places[index] ?? -1) >= 0 && !stayed.has(index)));
}

function comparePart(old: Part | undefined, now: Part | undefined, isMoved: boolean): PartChange[] {
  const part = now ?? old;
  if (!part || (!old?.text.length && !now?.text.length)) return [];
  // A picture is another picture, not one whose file name has another word.
  const compare = part.part === 'media' || part.part === 'url' ? compareWhole : comparePieces;
  const pieces = compare(old?.text ?? [], now?.text ?? []);
  const is = !old ? 'added' : !now ? 'removed' : pieces.every((piece) => piece.is === 'same') ? 'same' : 'changed';
  return [{ part: part.part, number: part.number, depth: part.depth, is, isMoved, pieces }];
}

/** A table's cells named by the rows and columns of its earlier version, so that a new row does not shift all others. */
function renamed(parts: Part[], before: Block | undefined, after: Block | undefined): Part[] {
  if (before?.type !== 'table' || after?.type !== 'table') return parts;
  const { rows, columns } = matchTables(before, after);
  const key = (name: string): string => {
    const [, row = 0, column = 0] = name.split(' ').map(Number);
    const [oldRow, oldColumn] = [rows.indexOf(row), columns.indexOf(column)];
    return oldRow < 0 || oldColumn < 0 ? `new ${row} ${column}` : `cell ${oldRow} ${oldColumn}`;
  };
  return parts.map((part) => ({ ...part, key: key(part.key) }));
}

function compareParts(
  before: Block | undefined,
  after: Block | undefined,
  media: [MediaFiles, MediaFiles],
): PartChange[] {
  const old = before ? partsOf(before, media[0]) : [];
  const now = renamed(after ? partsOf(after, media[1]) : [], before, after);
  const byKey = new Map(now.map(({ key }, index) => [key, index]));
  const places = Int32Array.from(old, ({ key }) => byKey.get(key) ?? -1);
  // A paragraph that became a list item, or the other way round, goes by another name.
  if (old.length === 1 && now.length === 1) places[0] = 0;
  const moved = movedAmong(places);
  return woven(places, now.length, (from, to) => comparePart(old[from], now[to], moved.has(from))).flat();
}

/** Every block of `after`, what became of it since `before`, and what is gone. */
export function compareBlocks(before: Body, after: Body): BlockChange[] {
  const places = pairBlocks(before.body, after.body);
  const moved = movedAmong(places);
  return woven(places, after.body.length, (from, to): BlockChange => {
    const [old, now] = [before.body[from], after.body[to]];
    const block = now ?? old;
    if (!block) throw new Error('a pair of no blocks');
    const parts = compareParts(old, now, [before.media, after.media]);
    const look = lookOf(block);
    const lookedLike = old && lookOf(old) !== look ? lookOf(old) : null;
    // By everything that is stored of it: a heading's cell or a photo's crop has no words.
    const isSame = old && now && canonicalJson({ ...old, id: '' }) === canonicalJson({ ...now, id: '' });
    return {
      id: block.id,
      look,
      lookedLike,
      is: !old ? 'added' : !now ? 'removed' : isSame ? 'same' : 'changed',
      moved: moved.has(from) && now ? (to < from ? 'up' : 'down') : null,
      parts,
    };
  });
}
