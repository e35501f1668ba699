import { MARKS, type Mark } from '../../story/schema.ts';

/** Marks as bits, in the order of MARKS: text inherits them a thousand times over, so they are cheap to hand down. */
export type MarkBits = number;

const bit = (mark: Mark): MarkBits => 1 << MARKS.indexOf(mark);

export const STRONG = bit('strong');
export const EMPHASIS = bit('emphasis');
export const UNDERLINE = bit('underline');
export const STRIKE = bit('strike');
export const SUB = bit('sub');
export const SUP = bit('sup');
const CODE = bit('code');

const BY_TAG = new Map<string, MarkBits>([
  ['b', STRONG],
  ['strong', STRONG],
  ['i', EMPHASIS],
  ['em', EMPHASIS],
  ['cite', EMPHASIS],
  ['dfn', EMPHASIS],
  ['var', EMPHASIS],
  ['u', UNDERLINE],
  ['ins', UNDERLINE],
  ['s', STRIKE],
  ['del', STRIKE],
  ['strike', STRIKE],
  ['sub', SUB],
  ['sup', SUP],
  ['code', CODE],
  ['kbd', CODE],
  ['samp', CODE],
  ['tt', CODE],
]);

/** What an element's style says of the marks: those it sets and those it takes away. */
export interface MarkChange {
  on: MarkBits;
  off: MarkBits;
}

/** The marks inside an element: those around it, its tag's, its style's; the nearer wins, and text is never both sub and sup. */
export function marksInside(outside: MarkBits, tag: string, style: MarkChange | null): MarkBits {
  let own = BY_TAG.get(tag) ?? 0;
  if (style) own = (own & ~style.off) | style.on;
  let marks = style ? outside & ~style.off : outside;
  if (own & SUB) marks &= ~SUP;
  if (own & SUP) marks &= ~SUB;
  return marks | own;
}

/** The marks in their stored order. */
export function marksOf(bits: MarkBits): Mark[] {
  return MARKS.filter((_, index) => bits & (1 << index));
}
