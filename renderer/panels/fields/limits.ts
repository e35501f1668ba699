import { countGraphemes, graphemeOffset } from '../../../src/base/text.ts';

/** How a text stands to its limit, in graphemes. Past it, `overflowAt` is where the surplus begins, in UTF-16 units. */
export type LimitState =
  { is: 'fine' } | { is: 'near'; count: number } | { is: 'over'; count: number; overflowAt: number };

/** A limit comes into sight when this share of it is used. */
const NEAR = 0.85;

export function measureAgainst(text: string, limit: number): LimitState {
  // A grapheme is at least one UTF-16 unit: most texts need no counting.
  if (text.length < limit * NEAR) return { is: 'fine' };
  const count = countGraphemes(text);
  if (count > limit) return { is: 'over', count, overflowAt: graphemeOffset(text, limit) };
  return count >= limit * NEAR ? { is: 'near', count } : { is: 'fine' };
}
