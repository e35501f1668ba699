import { newId } from '../base/ids.ts';
import { printedFieldsOf } from '../merge/under-review.ts';
import type { Story } from '../story/schema.ts';
import { withMakers } from './resolve.ts';
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
