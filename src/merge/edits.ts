import { closes, linesOf, type Match, type Stream } from './match.ts';
import { same } from './values.ts';

/** The base's lines and boxes, by their place among its spans, in which this side wrote something. */
function editedSpans(base: Stream, side: Stream, { to, from }: Match): Set<number> {
  const lines = linesOf(base);
  const edited = new Set<number>();
  let anchor = -1;
  // Words typed at a line's beginning belong to the token that comes.
  let isWaiting = false;
  from.forEach((index, place) => {
    if (index >= 0) {
      if (isWaiting) edited.add(lines[index] ?? -1);
      isWaiting = false;
      anchor = index;
    } else if (anchor >= 0 && !closes(base.tokens[anchor])) edited.add(lines[anchor] ?? -1);
    else isWaiting = !closes(side.tokens[place]);
  });
  base.spans.forEach(({ last }, index) => {
    const [old, now] = [base.tokens[last], side.tokens[to[last] ?? -1]];
    if (old?.is === 'box' && now?.is === 'box' && !same(old.block, now.block)) edited.add(index);
    // Who said it is written beside a quote's own words.
    if (old?.is === 'end' && now?.is === 'end' && !same(old.line.attribution ?? [], now.line.attribution ?? []))
      edited.add(index);
  });
  return edited;
}

/** A line or box that one side took out whole while the other wrote in it. */
export interface Revived {
  /** The side that wrote. */
  by: 0 | 1;
  from: number;
  last: number;
}

/** What stays although one side took it out: the other worked on it, and alone its words would stand without sense. */
export function revivedSpans(
  base: Stream,
  sides: readonly [Stream, Stream],
  matches: readonly [Match, Match],
): Revived[] {
  const edited = [editedSpans(base, sides[0], matches[0]), editedSpans(base, sides[1], matches[1])] as const;
  return base.spans.flatMap(({ from, last }, index): Revived[] => {
    const isGone = ({ to }: Match): boolean => to.subarray(from, last + 1).every((place) => place < 0);
    const gone = matches.map(isGone);
    if (gone[0] === gone[1]) return [];
    const by = gone[0] ? 1 : 0;
    return edited[by].has(index) ? [{ by, from, last }] : [];
  });
}
