import { align, increasing } from '../base/sequence.ts';
import { isWord, splitWords } from '../base/words.ts';
import type { Token } from './stream.ts';

/** A line or box of a stream: its tokens are those from `from` to `last`, which is the one that closes it. */
export interface Span {
  id: string;
  from: number;
  last: number;
}

/** A word within a stream, as `splitWords` cuts; its tokens are those from `from` up to `to`. */
export interface Word {
  text: string;
  from: number;
  to: number;
}

export interface Stream {
  tokens: readonly Token[];
  spans: Span[];
}

/** What stands for what between the base and one side, both ways; -1 for what is on one of them alone. */
export interface Match {
  to: Int32Array;
  from: Int32Array;
}

export const closes = (token: Token | undefined): boolean => token !== undefined && token.is !== 'char';

export function streamOf(tokens: readonly Token[]): Stream {
  const spans: Span[] = [];
  let from = 0;
  tokens.forEach((token, index) => {
    if (token.is === 'char') return;
    spans.push({ id: token.is === 'end' ? token.line.id : token.id, from, last: index });
    from = index + 1;
  });
  return { tokens, spans };
}

/** Of which line each token is a part, by the line's place. */
export function linesOf({ tokens, spans }: Stream): Int32Array {
  const lines = new Int32Array(tokens.length);
  spans.forEach(({ from, last }, index) => lines.fill(index, from, last + 1));
  return lines;
}

/** The words of a stretch of characters. */
export function wordsIn(tokens: readonly Token[], from: number, to: number): Word[] {
  let text = '';
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token?.is === 'char') text += token.text;
  }
  let at = from;
  return splitWords(text).map((word) => {
    const start = at;
    for (const _ of word) at++;
    return { text: word, from: start, to: at };
  });
}

/** How much it says that two texts share a word: a rare one is hardly there twice by chance. Bits, more or less. */
export type Weigh = (word: string) => number;

/** So many words a text is taken to have at least: in three sentences, "the" would look rare. */
const FEWEST = 1000;

export function weigher(all: Iterable<readonly Pick<Word, 'text'>[]>): Weigh {
  const counts = new Map<string, number>();
  let total = 0;
  for (const words of all)
    for (const { text } of words) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
      total++;
    }
  return (word) => {
    if (!isWord(word)) return 0.5;
    const letters = [...word].reduce((sum, letter) => sum + (letter < '\u2e80' ? 2.5 : 11), 0);
    return Math.min(Math.log2(Math.max(total, FEWEST) / (counts.get(word) ?? 1)), letters);
  };
}

/** As much must two stretches share to be one that was split off, or that moved. */
const ENOUGH = { near: 6, far: 24 };

class Matching {
  readonly base: Stream;
  readonly side: Stream;
  readonly match: Match;

  constructor(base: Stream, side: Stream) {
    this.base = base;
    this.side = side;
    this.match = {
      to: new Int32Array(base.tokens.length).fill(-1),
      from: new Int32Array(side.tokens.length).fill(-1),
    };
  }

  pair(i: number, j: number): void {
    this.match.to[i] = j;
    this.match.from[j] = i;
  }

  pairWords(a: Word, b: Word): void {
    for (let step = 0; step < a.to - a.from; step++) this.pair(a.from + step, b.from + step);
  }

  /** One word for one: where a letter or two changed, the others stay who they are. */
  refine(a: Word, b: Word): void {
    if (!isWord(a.text) || !isWord(b.text)) return;
    const [old, now] = [Array.from(a.text), Array.from(b.text)];
    const shorter = Math.min(old.length, now.length);
    let start = 0;
    while (start < shorter && old[start] === now[start]) start++;
    let end = 0;
    while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end++;
    if (start + end < 0.6 * Math.max(old.length, now.length)) return;
    for (let step = 0; step < start; step++) this.pair(a.from + step, b.from + step);
    for (let step = 1; step <= end; step++) this.pair(a.to - step, b.to - step);
  }

  /** Matches two stretches of words in order; a shared stretch must say at least `enough`. */
  words(before: readonly Word[], after: readonly Word[], weigh?: Weigh, enough = 0): void {
    const places = align(
      before.map(({ text }) => text),
      after.map(({ text }) => text),
    );
    let [oldFrom, nowFrom] = [0, 0];
    for (let at = 0; at <= before.length;) {
      if (at < before.length && places[at] === -1) {
        at++;
        continue;
      }
      const first = at < before.length ? (places[at] ?? 0) : after.length;
      let length = 0;
      while (at + length < before.length && places[at + length] === first + length) length++;
      const shared = before.slice(at, at + length);
      const isInner = at > 0 && at + length < before.length && first > 0 && first + length < after.length;
      const says = weigh ? shared.reduce((sum, { text }) => sum + weigh(text), 0) : Infinity;
      // Blanks and signs between two changes are part of the change.
      const isLone = length > 0 && isInner && !shared.some(({ text }) => isWord(text));
      if (!isLone && says >= enough) {
        const [gone, come] = [before.slice(oldFrom, at), after.slice(nowFrom, first)];
        const [a, b] = [gone[0], come[0]];
        if (!weigh && gone.length === 1 && come.length === 1 && a && b) this.refine(a, b);
        shared.forEach((word, step) => after[first + step] && this.pairWords(word, after[first + step] as Word));
        [oldFrom, nowFrom] = [at + length, first + length];
      }
      at += Math.max(length, 1);
    }
  }
}

/** Stretches of words of a line that have no partner yet. */
export function leftIn(stream: Stream, places: Int32Array, span: Span): Word[][] {
  const stretches: Word[][] = [];
  let open: Word[] | null = null;
  for (const word of wordsIn(stream.tokens, span.from, span.last)) {
    let isFree = true;
    for (let at = word.from; at < word.to; at++) if ((places[at] ?? -1) >= 0) isFree = false;
    if (!isFree) open = null;
    else if (open) open.push(word);
    else stretches.push((open = [word]));
  }
  return stretches;
}

/** Which line is which by its id, words within it, and boxes. Answers the lines of either side that are alone. */
function byId(matching: Matching): { gone: Span[]; come: Span[] } {
  const { base, side } = matching;
  const places = new Map(side.spans.map((span) => [span.id, span]));
  const gone: Span[] = [];
  for (const span of base.spans) {
    const other = places.get(span.id);
    const [a, b] = [base.tokens[span.last], other && side.tokens[other.last]];
    if (!other || a?.is !== b?.is) {
      gone.push(span);
      continue;
    }
    places.delete(span.id);
    if (a?.is === 'box' || a?.is === 'still') matching.pair(span.last, other.last);
    else matching.words(wordsIn(base.tokens, span.from, span.last), wordsIn(side.tokens, other.from, other.last));
  }
  return { gone, come: [...places.values()] };
}

/** So many lines are looked through for what a line was split off from, or went into. */
const MOST_LINES = 12;

/** The lines between those that both versions have, before and behind a line that only one has. */
function between(lone: Span, own: Stream, others: Stream): Span[] {
  const there = new Map(others.spans.map((span, index) => [span.id, index]));
  const place = own.spans.indexOf(lone);
  const known = (spans: Span[]): number => there.get(spans.find(({ id }) => there.has(id))?.id ?? '') ?? -1;
  const first = Math.max(known(own.spans.slice(0, place).reverse()), 0);
  const last = known(own.spans.slice(place + 1));
  return others.spans.slice(first, Math.min(Math.max(last, first) + 1, first + MOST_LINES));
}

/** What was split off or joined stands in the lines round about. */
function neighbours(matching: Matching, { gone, come }: { gone: Span[]; come: Span[] }, weigh: Weigh): void {
  const { base, side, match } = matching;
  for (const span of come) {
    const left = between(span, side, base).flatMap((near) => leftIn(base, match.to, near).flat());
    const free = leftIn(side, match.from, span).flat();
    matching.words(left, free, weigh, ENOUGH.near);
  }
  for (const span of gone) {
    const left = between(span, base, side).flatMap((near) => leftIn(side, match.from, near).flat());
    const free = leftIn(base, match.to, span).flat();
    matching.words(free, left, weigh, ENOUGH.near);
  }
}

/** What stands beside words that moved, and moved with them, though too little to be known by itself. */
function companions(matching: Matching, weigh: Weigh): void {
  const { base, side, match } = matching;
  const lines = linesOf(base);
  for (const span of side.spans)
    for (const stretch of leftIn(side, match.from, span)) {
      const [first, last] = [stretch[0], stretch.at(-1)];
      if (!first || !last) continue;
      const beside = new Set([first.from - 1, last.to].map((place) => lines[match.from[place] ?? -1] ?? -1));
      for (const line of beside) {
        const near = base.spans[line];
        if (near) matching.words(leftIn(base, match.to, near).flat(), stretch, weigh, ENOUGH.near);
      }
    }
}

const isFree = (places: Int32Array, word: Word): boolean => (places[word.from] ?? -1) < 0;

/** So many places where a word stands are looked at for the beginning of a stretch that moved. */
const MOST_PLACES = 24;

/** Words that are in a stretch of what went and in one of what came: from `at` on, and `from` on, so many. */
interface Shared {
  gone: readonly Word[];
  from: number;
  come: readonly Word[];
  at: number;
  length: number;
}

/** Stretches that left one place and came up in another, the longest from each place on. `isFree`: nobody has that word yet. */
export function sharedStretches(
  gone: readonly (readonly Word[])[],
  come: readonly (readonly Word[])[],
  weigh: Weigh,
  isFree: (word: Word) => boolean,
  found: (shared: Shared) => void,
): void {
  const index = new Map<string, { stretch: readonly Word[]; at: number }[]>();
  for (const stretch of gone)
    stretch.forEach(({ text }, at) => {
      const places = index.get(text);
      if (!isWord(text)) return;
      if (!places) index.set(text, [{ stretch, at }]);
      else if (places.length < MOST_PLACES) places.push({ stretch, at });
    });
  for (const stretch of come) {
    for (let at = 0; at < stretch.length; at++) {
      let best = { length: 0, says: 0, from: [] as readonly Word[], at: 0 };
      for (const place of index.get(stretch[at]?.text ?? '') ?? []) {
        let [length, says] = [0, 0];
        for (;;) {
          const [a, b] = [place.stretch[place.at + length], stretch[at + length]];
          if (!a || !b || a.text !== b.text || !isFree(a)) break;
          says += weigh(a.text);
          length++;
        }
        if (says > best.says) best = { length, says, from: place.stretch, at: place.at };
      }
      if (best.says < ENOUGH.far) continue;
      found({ gone: best.from, from: best.at, come: stretch, at, length: best.length });
      at += best.length - 1;
    }
  }
}

/** What moved is paired where it came up. */
function moved(matching: Matching, weigh: Weigh): void {
  const { base, side, match } = matching;
  const gone = base.spans.flatMap((span) => leftIn(base, match.to, span));
  const come = side.spans.flatMap((span) => leftIn(side, match.from, span));
  const free = (word: Word): boolean => isFree(match.to, word);
  sharedStretches(gone, come, weigh, free, (shared) => {
    for (let step = 0; step < shared.length; step++) {
      const [a, b] = [shared.gone[shared.from + step], shared.come[shared.at + step]];
      if (a && b) matching.pairWords(a, b);
    }
  });
}

/** Which end is which: the one behind the same last words, else the one of the same line. */
function ends({ base, side, match }: Matching): void {
  const lastKept = ({ from, last }: Span, places: Int32Array): number => {
    for (let at = last - 1; at >= from; at--) if ((places[at] ?? -1) >= 0) return places[at] ?? -1;
    return -1;
  };
  const [baseLines, sideLines] = [linesOf(base), linesOf(side)];
  const claims = side.spans.map((span) => baseLines[lastKept(span, match.from)] ?? -1);
  const names = new Map(side.spans.map((span, index) => [span.id, index]));
  const isEnd = (stream: Stream, span: Span | undefined): span is Span => stream.tokens[span?.last ?? -1]?.is === 'end';
  const pair = (a: Span | undefined, b: Span | undefined): void => {
    if (!isEnd(base, a) || !isEnd(side, b)) return;
    if ((match.to[a.last] ?? -1) >= 0 || (match.from[b.last] ?? -1) >= 0) return;
    match.to[a.last] = b.last;
    match.from[b.last] = a.last;
  };
  base.spans.forEach((span, index) => {
    const line = sideLines[lastKept(span, match.to)] ?? -1;
    if (line >= 0 && claims[line] === index) pair(span, side.spans[line]);
  });
  for (const span of base.spans) pair(span, side.spans[names.get(span.id) ?? -1]);
}

/**
 * Which token of the base is which of the side: by line id, then words within a line, then what was split off, joined or
 * moved. Any order may come out, not only the base's.
 *
 * @param known how much each word says, where that is known from more than these two
 */
export function matchStreams(base: Stream, side: Stream, known?: Weigh): Match {
  const matching = new Matching(base, side);
  const alone = byId(matching);
  const all = (stream: Stream): Word[][] => stream.spans.map(({ from, last }) => wordsIn(stream.tokens, from, last));
  const weigh = known ?? weigher([...all(base), ...all(side)]);
  neighbours(matching, alone, weigh);
  moved(matching, weigh);
  companions(matching, weigh);
  ends(matching);
  return matching.match;
}

/** The base's tokens that keep their order among each other on this side. */
export const inOrder = ({ to }: Match): Set<number> => new Set(increasing(to));
