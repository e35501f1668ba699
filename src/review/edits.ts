import { canonicalJson } from '../base/json.ts';
import { increasing } from '../base/sequence.ts';
import { splitWords } from '../base/words.ts';
import { matchStreams, sharedStretches, streamOf, weigher, type Match, type Weigh, type Word } from '../merge/match.ts';
import { tokensOf, type Lists, type Row, type Token } from '../merge/stream.ts';
import type { Block } from '../story/schema.ts';
import { chunkOf, rowsOfBlock } from './chunk.ts';
import type { Chunk, Edits, RowStep } from './difference.ts';
import { Numbers, stepsThrough } from './steps.ts';

/** The last comparisons: one pause in the typing asks for the same one several times. */
const recent: { before: readonly Block[]; after: readonly Block[]; edits: Edits }[] = [];
const MOST_RECENT = 6;

const sameBlocks = (a: readonly Block[], b: readonly Block[]): boolean =>
  a.length === b.length && a.every((block, index) => block === b[index]);

/**
 * How two bodies differ. Making all edits gives the later one exactly, making none the earlier (`applyEdits`).
 *
 * Lines that stand in both are compared each by itself, and only once (chunk.ts); what was split, joined or moved, with what stands
 * beside it, is compared as one text.
 */
export function editsBetween(before: readonly Block[], after: readonly Block[]): Edits {
  const known = recent.find((one) => sameBlocks(one.before, before) && sameBlocks(one.after, after));
  if (known) return known.edits;
  const edits = compare(before, after);
  // Texts within a box are kept by their box.
  if (before.length > 1 || after.length > 1) {
    recent.unshift({ before: [...before], after: [...after], edits });
    recent.length = Math.min(recent.length, MOST_RECENT);
  }
  return edits;
}

interface Side {
  rows: Row[];
  lists: Lists;
  places: Map<string, number>;
}

function sideOf(blocks: readonly Block[]): Side {
  const all = blocks.map(rowsOfBlock);
  const rows = all.flatMap((one) => one.rows);
  // An id that is there twice names neither.
  const places = new Map<string, number>();
  rows.forEach(({ id }, place) => places.set(id, places.has(id) ? -1 : place));
  return { rows, lists: new Map(all.flatMap(({ lists }) => [...lists])), places };
}

const kindOf = (row: Row | undefined): string => (row === undefined ? '' : 'block' in row ? 'box' : 'line');

/** Each row's place on the other side; -1 where it is on one alone. */
const partners = (own: Side, other: Side): number[] =>
  own.rows.map((row, place) => {
    const there = own.places.get(row.id) === place ? (other.places.get(row.id) ?? -1) : -1;
    return kindOf(other.rows[there]) === kindOf(row) ? there : -1;
  });

const counted = new WeakMap<Row, readonly { text: string }[]>();
function wordsOf(row: Row): readonly { text: string }[] {
  if ('block' in row) return [];
  const known = counted.get(row);
  if (known) return known;
  const words = splitWords(row.text.map(({ text }) => text).join('')).map((text) => ({ text }));
  counted.set(row, words);
  return words;
}

/** The rows of the earlier side whose words must be looked for elsewhere too, by the place of their partner: -1 for one without. */
function entangled(
  old: Side,
  now: Side,
  to: readonly number[],
  stayed: ReadonlySet<number>,
  weigh: Weigh,
): Set<number> {
  const found = new Set<number>();
  const from = new Map(to.map((there, at) => [there, at]));
  const chunkAt = (at: number): Chunk | null => {
    const [a, b] = [old.rows[at], now.rows[to[at] ?? -1]];
    return a && b ? chunkOf(a, b, editsBetween) : null;
  };
  const take = (at: number | undefined): void => {
    if (at !== undefined && (chunkAt(at)?.count ?? 0) > 0 && kindOf(old.rows[at]) === 'line') found.add(at);
  };
  // What stands beside a line that is on one side alone may have been split off from it, or gone into it.
  const beside = (own: Side, isLone: (at: number) => boolean, pairOf: (at: number) => number | undefined): void => {
    own.rows.forEach((_, at) => {
      if (!isLone(at)) return;
      for (const step of [-1, 1]) {
        let near = at + step;
        while (near >= 0 && near < own.rows.length && isLone(near)) near += step;
        take(pairOf(near));
      }
    });
  };
  beside(
    old,
    (at) => (to[at] ?? -1) < 0,
    (at) => (old.rows[at] ? at : undefined),
  );
  beside(
    now,
    (at) => !from.has(at),
    (at) => from.get(at),
  );
  // What stands elsewhere and changed.
  to.forEach((there, at) => {
    if (there >= 0 && !stayed.has(at)) take(at);
  });
  // Words that went here and came there.
  const rowOf = new Map<readonly Word[], number>();
  const [gone, come]: [Word[][], Word[][]] = [[], []];
  to.forEach((there, at) => {
    const chunk = there >= 0 ? chunkAt(at) : null;
    for (const stretch of [...(chunk?.gone ?? []), ...(chunk?.come ?? [])]) rowOf.set(stretch, at);
    gone.push(...(chunk?.gone ?? []));
    come.push(...(chunk?.come ?? []));
  });
  const lone = (row: Row): Word[] => wordsOf(row).map(({ text }) => ({ text, from: 0, to: 0 }));
  old.rows.forEach((row, at) => (to[at] ?? -1) < 0 && gone.push(lone(row)));
  now.rows.forEach((row, at) => !from.has(at) && come.push(lone(row)));
  sharedStretches(
    gone,
    come,
    weigh,
    () => true,
    (shared) => {
      const [from, there] = [rowOf.get(shared.gone), rowOf.get(shared.come)];
      if (from === there) return;
      take(from);
      take(there);
    },
  );
  return found;
}

/** The longest order that both versions share, in which those that were compared by themselves all stay. */
function inOneOrder(match: Match, isSettled: (at: number) => boolean): number[] {
  const stayed: number[] = [];
  let [from, after] = [0, -1];
  const until = (to: number, before: number): void => {
    const places = match.to.slice(from, to).map((place) => (place > after && place < before ? place : -1));
    for (const at of increasing(places)) stayed.push(from + at);
  };
  for (let at = 0; at < match.to.length; at++) {
    if (!isSettled(at)) continue;
    const place = match.to[at] ?? -1;
    until(at, place);
    stayed.push(at);
    [from, after] = [at + 1, place];
  }
  until(match.to.length, Infinity);
  return stayed;
}

/**
 * Compares the lines that stand in both bodies one after another, and pauses behind each: so that a long story's first comparison can be
 * made between keys. What it found is kept, and the next `editsBetween` need not look for it.
 */
export function* linesCompared(before: readonly Block[], after: readonly Block[]): Generator<void, void, void> {
  const rows = new Map(before.flatMap((block) => rowsOfBlock(block).rows.map((row) => [row.id, row] as const)));
  for (const block of after)
    for (const now of rowsOfBlock(block).rows) {
      const old = rows.get(now.id);
      if (old && kindOf(old) === kindOf(now)) chunkOf(old, now, editsBetween);
      if (old) wordsOf(old);
      wordsOf(now);
      yield;
    }
}

function compare(before: readonly Block[], after: readonly Block[]): Edits {
  const [old, now] = [sideOf(before), sideOf(after)];
  const to = partners(old, now);
  const stayed = new Set(increasing(to));
  let made: Weigh | null = null;
  const weigh: Weigh = (word) => (made ??= weigher([...old.rows, ...now.rows].map(wordsOf)))(word);
  const mixed = entangled(old, now, to, stayed, weigh);

  const [alone, moved] = [new Map<string, RowStep>(), new Set<string>()];
  to.forEach((there, at) => {
    const [a, b] = [old.rows[at], now.rows[there]];
    if (!a || !b || mixed.has(at)) return;
    if (stayed.has(at)) alone.set(a.id, { is: 'row', old: a, now: b, chunk: chunkOf(a, b, editsBetween), first: 0 });
    else if (chunkOf(a, b, editsBetween).count === 0) moved.add(a.id);
  });
  const still = new Set([...alone.keys(), ...moved]);
  const [was, is] = [streamOf(tokensOf(old.rows, still)), streamOf(tokensOf(now.rows, still))];
  const match = matchStreams(was, is, weigh);
  const isSettled = (token: Token | undefined): token is Extract<Token, { id: string }> =>
    token !== undefined && 'id' in token && alone.has(token.id);
  const order = inOneOrder(match, (at) => isSettled(was.tokens[at]));
  const numbers = new Numbers();
  const steps = stepsThrough<RowStep>(was, is, match, order, numbers, (token) =>
    isSettled(token) ? alone.get(token.id) : undefined,
  );

  const edits = new Map<string, number>();
  for (const [id, list] of now.lists) {
    const other = old.lists.get(id);
    if (other && canonicalJson(other) !== canonicalJson(list)) edits.set(id, numbers.add());
  }
  // Numbered anew, without gaps, in reading order.
  let count = 0;
  const names = new Map<number, number>();
  const numberOf = (edit: number): number => {
    if (edit < 0) return -1;
    const own = numbers.of(edit);
    const known = names.get(own) ?? count++;
    names.set(own, known);
    return known;
  };
  for (const step of steps) {
    if (step.is === 'row') {
      step.first = count;
      count += step.chunk.count;
    } else step.edit = numberOf(step.edit);
  }
  for (const [id, edit] of edits) edits.set(id, numberOf(edit));
  return { steps, count, lists: { old: old.lists, now: now.lists, edits } };
}
