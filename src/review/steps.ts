import { canonicalJson } from '../base/json.ts';
import { closes, type Match, type Stream } from '../merge/match.ts';
import type { Token } from '../merge/stream.ts';
import { bare } from './bare.ts';
import type { Step } from './difference.ts';

/** A stretch of one version's tokens, from `from` up to `to`. */
interface Stretch {
  from: number;
  to: number;
}

/** Edits by number, those that belong together, as in a move, made one. */
export class Numbers {
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

/** How a character looks, without the comments on it: those are no suggestion. */
function looks(token: Token): string {
  if (token.is !== 'char') return '';
  if (token.style.of.comments === undefined) return token.style.key;
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

/**
 * The way through both versions.
 *
 * @param stayed the places of the earlier one's tokens that both have, in one order
 * @param settled the step of two tokens that were compared by themselves
 */
export function stepsThrough<Settled>(
  old: Stream,
  now: Stream,
  match: Match,
  stayed: readonly number[],
  numbers: Numbers,
  settled: (old: Token, now: Token) => Settled | undefined,
): (Step | Settled)[] {
  const steps: (Step | Settled)[] = [];
  /** The edit in which a token of either version goes or comes, to see what moved. */
  const [gone, come] = [new Map<number, number>(), new Map<number, number>()];
  const part = (olds: Stretch, nows: Stretch): void => {
    const edit = numbers.add();
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
    const step: Extract<Step, { is: 'both' }> = { is: 'both', old: a, now: b, edit: -1 };
    if (a.is === 'char' && b.is === 'char') {
      const [from, to] = a.style === b.style ? ['', ''] : [looks(a), looks(b)];
      if (from === to) open = null;
      else {
        if (open?.from !== from || open.to !== to) open = { from, to, edit: numbers.add() };
        step.edit = open.edit;
      }
    } else {
      open = null;
      if (a.is === 'end' && lineOf(a) !== lineOf(b)) step.edit = numbers.add();
    }
    steps.push(settled(a, b) ?? step);
  }
  match.to.forEach((place, from) => {
    const [a, b] = [gone.get(from), come.get(place)];
    if (place >= 0 && a !== undefined && b !== undefined && a !== b) numbers.join(a, b);
  });
  return steps;
}
