import { NOBODY } from '../story/review.ts';
import type { Story } from '../story/schema.ts';
import { versionFollowed } from './followed.ts';
import { resolve, withMakers, withoutEmpty } from './resolve.ts';
import { reviewed, reviewedFlat, versionOf, type Made } from './suggestion.ts';

/**
 * The story after somebody wrote in it without suggesting: what they wrote goes into the version under review too, so that it is text
 * and no suggestion, and the suggestions stay what they were. `before` is the story as it was, with the same version under review.
 */
export function followed(before: Story, after: Story): Story {
  const { underReview: under } = after;
  if (!under) return after;
  const known = reviewed(before, under).all;
  const [was, is] = [versionOf(before), versionOf(after)];
  const next = { ...under, ...versionFollowed(was, under, is) };
  const { others } = under;
  if (others) next.others = { ...others, ...versionFollowed(was, others, is) };
  return { ...after, underReview: withMakers(after, withoutEmpty(next, is), known) };
}

interface Maker {
  by: string;
  at: string;
  newId: () => string;
}

/** Whether a suggestion of somebody else is no longer what it was. */
function touchesOthers(before: readonly Made[], after: readonly Made[], by: string): boolean {
  const there = new Set(after.map(({ key }) => key));
  return before.some((one) => one.by !== by && one.by !== NOBODY && !one.isBelow && !there.has(one.key));
}

/**
 * The story after somebody wrote in it and suggested: what is new, and what nobody is known to have suggested, is by them. Where they
 * wrote in words that somebody else suggests, that suggestion stays what it was, and theirs is one on top of it.
 */
export function suggested(before: Story, after: Story, maker: Maker): Story {
  const { underReview: under } = after;
  if (!under) return after;
  const was = reviewed(before, under).all;
  const known = was.filter((one) => one.by !== NOBODY);
  if (touchesOthers(was, reviewed(after, under).all, maker.by)) {
    const mine = new Set(was.flatMap(({ id, by }) => (by === maker.by ? [id] : [])));
    const theirs = resolve({ ...before, underReview: under }, mine, 'reject');
    const { others: _, ...rest } = under;
    const layered = { ...rest, others: { by: maker.by, ...versionOf(theirs) } };
    const kept = reviewedFlat(theirs, theirs.underReview ?? rest).all;
    return { ...after, underReview: withMakers(after, layered, [...kept, ...known], maker) ?? layered };
  }
  const made = withMakers(after, under, known, maker);
  // Suggest mode goes on: the version under review stays, though nothing is suggested yet.
  return { ...after, underReview: made ?? { ...under, makers: {} } };
}
