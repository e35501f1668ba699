import { shortHash } from '../base/short-hash.ts';
import { canonicalJson } from '../base/json.ts';
import type { Story } from '../story/schema.ts';
import { storedBodies } from '../story/read.ts';
import { boxRules } from './boxes.ts';
import { mergeFields } from './fields.ts';
import type { Clash, Flag, OnClash } from './flag.ts';
import { mergeBlocks } from './flow.ts';
import { withOwnIds } from './own-ids.ts';
import { mergeUnderReview } from './under-review.ts';

export type { Flag } from './flag.ts';

/** What came of a merge. */
export interface Merged {
  story: Story;
  /** What a person must look at, in reading order, the fields first. Empty where everything combined by itself. */
  flags: Flag[];
}

const contentOf = (story: Story): string => {
  const { updatedAt: _, ...content } = { ...story, ...storedBodies(story) };
  return canonicalJson(content);
};

/** A story without what has a way of its own into the merge. */
type Around = Omit<Story, 'body' | 'media' | 'updatedAt' | 'underReview'>;

/** What a merge must name gets the same id wherever it is made. */
function idsFrom(name: string): () => string {
  let count = 0;
  return () => `m${name}${(count++).toString(36)}`.padEnd(4, '0');
}

/**
 * Three ways: what `mine` and `theirs` made of `base` as one story, `base` being the last version that both share.
 *
 * A word lives unless one side took it out; every word that one put in stays; blocks stand where the one who moved them
 * put them; what one side only formatted, renamed or set is so. Where both changed the same words both wordings stand,
 * one behind the other, and are flagged. What one took out and the other worked on stays, flagged. Where both set one
 * thing (a date, a picture) differently, one of the two stands, flagged with both. Fields, byline, keywords, captions,
 * lists, tables and galleries are merged by their own parts. Comments and the record are united; the versions under review are
 * merged as the stories are, so that what is suggested stays a suggestion and what was written stays written.
 *
 * The story is the same whichever side merges. Merging a copy again over what was merged in changes nothing. Never fails.
 */
export function mergeStories(base: Story, mine: Story, theirs: Story): Merged {
  const [own, others] = [contentOf(mine), contentOf(theirs)];
  if (own === others || others === contentOf(base)) return { story: mine, flags: [] };
  if (own === contentOf(base)) return { story: theirs, flags: [] };
  return weigh(base, mine, theirs, own, others);
}

/** The merge itself, without asking first whether there is anything to merge. */
export function weigh(
  base: Story,
  mine: Story,
  theirs: Story,
  own = contentOf(mine),
  others = contentOf(theirs),
): Merged {
  // Which side goes first where it matters is settled by what they say, not by who asks.
  const isMineFirst = own <= others;
  const [first, second] = isMineFirst ? [mine, theirs] : [theirs, mine];
  const name = shortHash(isMineFirst ? own + others : others + own);
  const newId = idsFrom(name);
  const clashes: Clash[] = [];
  const onClash: OnClash = (clash) => clashes.push(clash);
  const around = ({ body: _, media: __, updatedAt: ___, underReview: ____, ...fields }: Story): Around => fields;
  const fields = mergeFields<Around>([around(base), around(first), around(second)], onClash);
  const bodies = [base.body, first.body, second.body] as const;
  const body = withOwnIds(mergeBlocks(bodies, newId, boxRules(newId), onClash));
  const story: Story = {
    ...fields,
    updatedAt: first.updatedAt > second.updatedAt ? first.updatedAt : second.updatedAt,
    media: { ...base.media, ...first.media, ...second.media },
    body: body.length > 0 ? body : first.body,
  };
  const underReview = mergeUnderReview([base, first, second], story, idsFrom(name));
  if (underReview !== undefined) story.underReview = underReview;
  const flags = clashes.map(({ values, kept, ...clash }): Flag => {
    const [a, b] = isMineFirst ? values : [values[1], values[0]];
    const whose = (side: 0 | 1): Flag['kept'] => ((side === 0) === isMineFirst ? 'mine' : 'theirs');
    return { ...clash, mine: a, theirs: b, kept: kept === 'both' ? 'both' : whose(kept) };
  });
  return { story, flags };
}
