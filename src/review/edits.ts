import { canonicalJson } from '../base/json.ts';
import { increasing } from '../base/sequence.ts';
import { stillRows } from '../merge/flow.ts';
import { bare } from './bare.ts';
import { closes, matchStreams, streamOf } from '../merge/match.ts';
import { rowsOf, tokensOf, type Lists, type Token } from '../merge/stream.ts';
import type { Block } from '../story/schema.ts';

/** A stretch of one version's tokens, from `from` up to `to`. */
interface Stretch {
  from: number;
  to: number;
}

/**
 * One step on the way through both versions: a token that both have, or a place where they part. `edit` is the number of the
 * edit that it belongs to, or -1 where both say the same; a token that both have may differ in looks, or, a box, in `parts`.
 */
export type Step =
  | { is: 'both'; old: Token; now: Token; edit: number; parts?: Map<string, number> }
  | { is: 'parted'; old: readonly Token[]; now: readonly Token[]; edit: number };

/** Everything in which two bodies differ, as edits that can each be made or left. */
export interface Edits {
  steps: Step[];
  /** How many edits there are; they are numbered in reading order, from 0. */
  count: number;
  lists: { old: Lists; now: Lists; edits: Map<string, number> };
}

/** How a character looks, without the comments on it: those are no suggestion. */
function looks(token: Token): string {
  if (token.is !== 'char') return '';
  const { comments: _, ...of } = token.style.of;
  return canonicalJson(of);
}

/** What a line is, without its name: that is no suggestion. */
const lineOf = (token: Token): string => (token.is === 'end' ? canonicalJson({ ...bare(token.line), id: '' }) : '');

/** Whole lines come and go each by itself. */
function byLine(tokens: readonly Token[], { from, to }: Stretch): Stretch[] {
  const isWhole = from === 0 || closes(tokens[from - 1]);
  if (!isWhole) return [{ from, to }];
  const lines: Stretch[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    if (!closes(tokens[at])) continue;
    lines.push({ from: start, to: at + 1 });
    start = at + 1;
  }
  if (start < to) lines.push({ from: start, to });
  return lines;
}

/** Numbers that belong together, as in a move, made one. */
class Joined {
  readonly #to: number[] = [];
  add(): number {
    return this.#to.push(this.#to.length) - 1;
  }
  of(number: number): number {
    let at = number;
    while (this.#to[at] !== undefined && this.#to[at] !== at) at = this.#to[at] ?? at;
    return at;
  }
  join(a: number, b: number): void {
    const [one, two] = [this.of(a), this.of(b)].sort((x, y) => x - y);
    if (one !== undefined && two !== undefined) this.#to[two] = one;
  }
}

/** The members of a block that differ, photos of a figure each by its own: `credit`, `p3k2:caption`. */
function partsThatDiffer(old: Block, now: Block): string[] {
  if (old.type !== now.type) return ['*'];
  // Comments are no suggestion.
  const [was, is] = [bare(old), bare(now)] as unknown as [Record<string, unknown>, Record<string, unknown>];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (name) => canonicalJson(was[name] ?? null) !== canonicalJson(is[name] ?? null),
  );
  if (old.type !== 'figure' || now.type !== 'figure') return names;
  const ids = ({ photos }: typeof old): string => photos.map(({ id }) => id).join();
  if (ids(old) !== ids(now)) return names;
  return names.flatMap((name) => {
    if (name !== 'photos') return [name];
    return old.photos.flatMap((photo, index) => {
      const [a, b] = [bare(photo), bare(now.photos[index])] as unknown as [
        Record<string, unknown>,
        Record<string, unknown>,
      ];
      return [...new Set([...Object.keys(a), ...Object.keys(b)])]
        .filter((member) => canonicalJson(a[member] ?? null) !== canonicalJson(b[member] ?? null))
        .map((member) => `${photo.id}:${member}`);
    });
  });
}

/** The last comparisons: one pause in the typing asks for the same one several times, and a long story's takes its time. */
const recent: { before: readonly Block[]; after: readonly Block[]; edits: Edits }[] = [];
const MOST_RECENT = 3;

const sameBlocks = (a: readonly Block[], b: readonly Block[]): boolean =>
  a.length === b.length && a.every((block, index) => block === b[index]);

/** How two bodies differ. Making all edits gives the later one exactly, making none the earlier (`applyEdits`). */
export function editsBetween(before: readonly Block[], after: readonly Block[]): Edits {
  const known = recent.find((one) => sameBlocks(one.before, before) && sameBlocks(one.after, after));
  if (known) return known.edits;
  const edits = compare(before, after);
  recent.unshift({ before: [...before], after: [...after], edits });
  recent.length = Math.min(recent.length, MOST_RECENT);
  return edits;
}

function compare(before: readonly Block[], after: readonly Block[]): Edits {
  const [rowsBefore, rowsAfter] = [rowsOf(before), rowsOf(after)];
  const still = stillRows([rowsBefore.rows, rowsAfter.rows, rowsAfter.rows]);
  const [old, now] = [streamOf(tokensOf(rowsBefore.rows, still)), streamOf(tokensOf(rowsAfter.rows, still))];
  const match = matchStreams(old, now);
  const stayed = increasing(match.to);

  const joined = new Joined();
  const steps: Step[] = [];
  /** The edit in which a token of either version goes or comes, to see what moved. */
  const [gone, come] = [new Map<number, number>(), new Map<number, number>()];
  const part = (olds: Stretch, nows: Stretch): void => {
    const edit = joined.add();
    for (let at = olds.from; at < olds.to; at++) gone.set(at, edit);
    for (let at = nows.from; at < nows.to; at++) come.set(at, edit);
    steps.push({
      is: 'parted',
      old: old.tokens.slice(olds.from, olds.to),
      now: now.tokens.slice(nows.from, nows.to),
      edit,
    });
  };
  let [i, j] = [0, 0];
  /** The look that characters change from and to, as long as they follow on one another. */
  let open = null as { from: string; to: string; edit: number } | null;
  for (const at of [...stayed, old.tokens.length]) {
    const there = at < old.tokens.length ? (match.to[at] ?? 0) : now.tokens.length;
    const [olds, nows] = [
      { from: i, to: at },
      { from: j, to: there },
    ];
    if (olds.from < olds.to || nows.from < nows.to) open = null;
    if (olds.from < olds.to && nows.from < nows.to) part(olds, nows);
    else if (olds.from < olds.to) for (const line of byLine(old.tokens, olds)) part(line, { from: j, to: j });
    else if (nows.from < nows.to) for (const line of byLine(now.tokens, nows)) part({ from: i, to: i }, line);
    [i, j] = [at + 1, there + 1];
    const [a, b] = [old.tokens[at], now.tokens[there]];
    if (!a || !b) continue;
    const step: Step = { is: 'both', old: a, now: b, edit: -1 };
    if (a.is === 'char' && b.is === 'char') {
      const [from, to] = [looks(a), looks(b)];
      if (from === to) open = null;
      else {
        if (open?.from !== from || open.to !== to) open = { from, to, edit: joined.add() };
        step.edit = open.edit;
      }
    } else {
      open = null;
      if (a.is === 'end' && lineOf(a) !== lineOf(b)) step.edit = joined.add();
      if (a.is === 'box' && b.is === 'box') {
        const parts = partsThatDiffer(a.block, b.block);
        if (parts.length > 0) step.parts = new Map(parts.map((name) => [name, joined.add()]));
      }
    }
    steps.push(step);
  }
  match.to.forEach((place, from) => {
    const [a, b] = [gone.get(from), come.get(place)];
    if (place >= 0 && a !== undefined && b !== undefined && a !== b) joined.join(a, b);
  });

  const edits = new Map<string, number>();
  for (const [id, list] of rowsAfter.lists) {
    const was = rowsBefore.lists.get(id);
    if (was && canonicalJson(was) !== canonicalJson(list)) edits.set(id, joined.add());
  }
  // Numbered anew, without gaps, in reading order.
  const numbers = new Map<number, number>();
  const numberOf = (edit: number): number => {
    if (edit < 0) return -1;
    const known = numbers.get(joined.of(edit));
    if (known !== undefined) return known;
    numbers.set(joined.of(edit), numbers.size);
    return numbers.size - 1;
  };
  for (const step of steps) {
    step.edit = numberOf(step.edit);
    if (step.is === 'both' && step.parts) for (const [name, edit] of step.parts) step.parts.set(name, numberOf(edit));
  }
  for (const [id, edit] of edits) edits.set(id, numberOf(edit));
  return { steps, count: numbers.size, lists: { old: rowsBefore.lists, now: rowsAfter.lists, edits } };
}
