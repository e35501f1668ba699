import { newId } from '../base/ids.ts';
import type { Flag } from '../merge/index.ts';
import { printedFieldsOf } from '../merge/under-review.ts';
import type { Story } from '../story/schema.ts';
import { openSuggestions, resolve, withMakers } from './resolve.ts';
import type { Suggestion } from './suggestion.ts';
import type { Colleague } from '../story/review.ts';

/**
 * A merged story with all that the other side brought as suggestions of theirs: rejecting all gives `mine` exactly. One that holds
 * suggestions already stays as it is.
 *
 * @param who whose copy it was
 */
export function offered(mine: Story, merged: Story, who: Colleague, at: string): Story {
  if (merged.underReview) return merged;
  const known = Object.entries(merged.people ?? {}).find(([, { name }]) => name !== '' && name === who.name);
  const by = known?.[0] ?? newId(12);
  const people = { ...merged.people, [by]: known?.[1] ?? who };
  const under = { fields: printedFieldsOf(mine), body: mine.body, makers: {} };
  const underReview = withMakers(merged, under, [], { by, at, newId: () => newId(12) });
  return underReview ? { ...merged, people, underReview } : merged;
}

/**
 * A merged story in which theirs of what both sides worded is a suggestion: both wordings stand, and one decision takes one of them.
 * All else that came is text. A story that holds suggestions already stays as it is, and so does one without such flags.
 *
 * @param who whose copy it was
 */
export function clashesOffered(mine: Story, merged: Story, flags: readonly Flag[], who: Colleague, at: string): Story {
  const clashes = flags.filter(({ kind, kept }) => kind === 'both-wrote' && kept === 'both');
  if (clashes.length === 0 || merged.underReview) return merged;
  const all = offered(mine, merged, who, at);
  const open = openSuggestions(all);
  const others = open.filter((one) => !clashes.some((flag) => isOf(one, flag)));
  return others.length === open.length ? merged : resolve(all, new Set(others.map(({ id }) => id)), 'accept');
}

/** Whether a suggestion is theirs of what a flag is about. */
function isOf({ block, part, after }: Suggestion, flag: Flag): boolean {
  if (block === null) return flag.block === null && part === flag.part;
  const [said, theirs] = [after.trim(), flag.theirs.trim()];
  if (said === '' || theirs === '') return false;
  return said === theirs || (block === flag.block && (said.includes(theirs) || theirs.includes(said)));
}
