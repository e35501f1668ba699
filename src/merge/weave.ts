import { inOrder, type Match } from './match.ts';

/** One side of a weaving: how its tokens stand to the base's, and which of them close a line. */
export interface WovenSide extends Match {
  closes: (place: number) => boolean;
}

/** A stretch of one side's own tokens, from `from` up to `to`. */
export interface Insert {
  side: 0 | 1;
  from: number;
  to: number;
}

/**
 * One step of the merged order: a base token (dead or alive, which is for the caller to know), or what the sides put in
 * at one place. `after` is the base token it follows (-1: the beginning), or null where it stands before `before`.
 */
export type Step = { base: number } | { inserts: Insert[]; after: number | null; before: number | null };

type Hung = Insert | { run: number };

/** A stretch of the base that a side has elsewhere; `anchor` is the base token it follows there. */
interface Run {
  side: 0 | 1;
  first: number;
  last: number;
  anchor: number;
}

const START = -1;

function runsOf(side: 0 | 1, { to, from }: WovenSide, isClosing: (base: number) => boolean): Run[] {
  const stayed = inOrder({ to, from });
  const previous = new Int32Array(to.length);
  let kept = START;
  to.forEach((place, index) => {
    previous[index] = kept;
    if (place >= 0) kept = index;
  });
  const runs: Run[] = [];
  let [last, run] = [START, null as Run | null];
  for (const index of from) {
    if (index < 0) continue;
    if (stayed.has(index)) run = null;
    else if (run && previous[index] === last) run.last = index;
    else runs.push((run = { side, first: index, last: index, anchor: last }));
    last = index;
  }
  for (const one of runs) {
    // What the side deleted at either end of the line goes along: the other may have written beside it.
    while (one.first > 0 && (to[one.first - 1] ?? 0) < 0 && !isClosing(one.first - 1)) one.first--;
    while (one.last + 1 < to.length && (to[one.last + 1] ?? 0) < 0 && !isClosing(one.last + 1) && !isClosing(one.last))
      one.last++;
  }
  return runs;
}

/** The base token that stands before this one on the side, or the beginning. */
function anchorOf({ to, from }: Match, base: number): number {
  for (let place = (to[base] ?? 0) - 1; place >= 0; place--) if ((from[place] ?? -1) >= 0) return from[place] ?? START;
  return START;
}

/** Which run each base token travels with (0: none, else the run's number + 1). Where both moved it, the first side's place counts. */
function groupsOf(runs: Run[], { count, sides }: Weaving): Int32Array {
  const groups = new Int32Array(count);
  runs.forEach((run, number) => {
    const taken: number[] = [];
    for (let at = run.first; at <= run.last; at++) if (groups[at] === 0) taken.push(at);
    const head = taken.find((at) => (sides[run.side].to[at] ?? -1) >= 0);
    if (head === undefined) return;
    run.anchor = anchorOf(sides[run.side], head);
    for (const at of taken) groups[at] = number + 1;
    // Each moved to within what the other moved: one of the two must stay where it was.
    let above = run.anchor;
    while (above !== START && groups[above] !== 0 && groups[above] !== number + 1)
      above = runs[(groups[above] ?? 1) - 1]?.anchor ?? START;
    if (above !== START && groups[above] === number + 1) for (const at of taken) groups[at] = 0;
  });
  return groups;
}

/** What hangs behind, or in front of, each base token: per place, first side's then second side's. */
class Hanging {
  readonly after = new Map<number, [Hung[], Hung[]]>();
  readonly before = new Map<number, [Hung[], Hung[]]>();

  put(where: 'after' | 'before', at: number, side: 0 | 1, hung: Hung): void {
    let place = this[where].get(at);
    if (!place) this[where].set(at, (place = [[], []]));
    place[side].push(hung);
  }
}

export interface Weaving {
  /** How many tokens the base has. */
  count: number;
  closes: (base: number) => boolean;
  sides: readonly [WovenSide, WovenSide];
}

export interface Woven {
  steps: Step[];
  /** Whether this side put whole lines behind a base token. */
  hasClosedBehind: (base: number, side: 0 | 1) => boolean;
}

function hang({ sides, closes }: Weaving, runs: readonly Run[], groups: Int32Array): Hanging {
  const hanging = new Hanging();
  const heads = new Map<string, number>();
  runs.forEach(({ side, first, last }, number) => {
    for (let at = first; at <= last; at++)
      if (groups[at] === number + 1 && (sides[side].to[at] ?? -1) >= 0) return heads.set(`${side} ${at}`, number);
    return null;
  });
  sides.forEach((match, index) => {
    const side = index as 0 | 1;
    let [anchor, piece] = [START, -1];
    const place = (to: number, next: number): void => {
      if (piece < 0) return;
      let open = piece;
      const isLineStart = anchor === START || closes(anchor);
      if (isLineStart) for (let at = piece; at < to; at++) if (match.closes(at)) open = at + 1;
      if (!isLineStart || next < 0) open = to;
      if (open > piece) hanging.put('after', anchor, side, { side, from: piece, to: open });
      // At the beginning of a line: it goes where the line goes.
      if (open < to) hanging.put('before', next, side, { side, from: open, to });
      piece = -1;
    };
    match.from.forEach((base, at) => {
      if (base < 0) {
        if (piece < 0) piece = at;
        return;
      }
      place(at, base);
      const run = heads.get(`${side} ${base}`);
      if (run !== undefined) hanging.put('after', anchor, side, { run });
      anchor = base;
    });
    place(match.from.length, -1);
  });
  return hanging;
}

/** What hangs behind a token in its order: at a line's end whole lines first, within a line text before breaks. */
function ordered(weaving: Weaving, runs: readonly Run[], at: number, [mine, theirs]: [Hung[], Hung[]]): Hung[] {
  const isClosed = (hung: Hung): boolean => {
    if ('run' in hung) return weaving.closes(runs[hung.run]?.last ?? START);
    for (let place = hung.from; place < hung.to; place++) if (weaving.sides[hung.side].closes(place)) return true;
    return false;
  };
  // What both put in side by side, so that the same is seen to be the same; what one moved here comes behind.
  const all = [...mine, ...theirs];
  const ranked = [...all.filter((hung) => !('run' in hung)), ...all.filter((hung) => 'run' in hung)];
  if (at === START || weaving.closes(at)) {
    return [...ranked.filter(isClosed), ...ranked.filter((hung) => !isClosed(hung))];
  }
  return mine.some(isClosed) && !theirs.some(isClosed) ? [...theirs, ...mine] : ranked;
}

/**
 * One order for the base's tokens and what two sides put among them. Every base token and every inserted one comes
 * exactly once. What a side moved stands where it moved it; an insertion goes with the token that it follows, or with the
 * line that it begins. Where the sides leave it open the first side's comes first.
 */
export function weave(weaving: Weaving): Woven {
  const { sides, closes } = weaving;
  const runs = [...runsOf(0, sides[0], closes), ...runsOf(1, sides[1], closes)];
  const groups = groupsOf(runs, weaving);
  const members: number[][] = Array.from({ length: runs.length + 1 }, () => []);
  groups.forEach((group, index) => members[group]?.push(index));
  const hanging = hang(weaving, runs, groups);

  const steps: Step[] = [];
  const insert = (all: Hung[], after: number | null, before: number | null): void => {
    const inserts = all.filter((hung): hung is Insert => !('run' in hung));
    if (inserts.length > 0) steps.push({ inserts, after, before });
  };
  type Frame = { list: number[]; at: number } | { hung: Hung[]; at: number; behind: number };
  const stack: Frame[] = [];
  const open = (at: number): void => {
    const place = hanging.after.get(at);
    if (place) stack.push({ hung: ordered(weaving, runs, at, place), at: 0, behind: at });
  };
  stack.push({ list: members[0] ?? [], at: 0 });
  open(START);
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    if ('list' in frame) {
      const base = frame.list[frame.at++];
      if (base === undefined) {
        stack.pop();
        continue;
      }
      const front = hanging.before.get(base);
      if (front) insert(front.flat(), null, base);
      steps.push({ base });
      open(base);
    } else {
      const together: Hung[] = [];
      let next = frame.hung[frame.at];
      for (; next && !('run' in next); next = frame.hung[++frame.at]) together.push(next);
      insert(together, frame.behind, null);
      if (!next) stack.pop();
      else if ('run' in next) {
        frame.at++;
        stack.push({ list: members[next.run + 1] ?? [], at: 0 });
      }
    }
  }
  const hasClosedBehind = (base: number, side: 0 | 1): boolean =>
    hanging.after.get(base)?.[side].some((hung) => 'run' in hung || hasClosed(sides[hung.side], hung)) ?? false;
  return { steps, hasClosedBehind };
}

function hasClosed({ closes }: WovenSide, { from, to }: Insert): boolean {
  for (let at = from; at < to; at++) if (closes(at)) return true;
  return false;
}
