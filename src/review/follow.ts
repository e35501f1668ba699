import { boxRules } from '../merge/boxes.ts';
import { mergeBlocks } from '../merge/flow.ts';
import { withOwnIds } from '../merge/own-ids.ts';
import { newBlockId } from '../base/ids.ts';
import { mergeFields } from '../merge/fields.ts';
import { printedFieldsOf } from '../merge/under-review.ts';
import type { Story, StoryFields } from '../story/schema.ts';
import { reviewed } from './suggestion.ts';
import { withMakers } from './resolve.ts';

const quiet = (): void => undefined;

/**
 * The story after somebody wrote in it without suggesting: what they wrote goes into the version under review too, so that it is text
 * and no suggestion, and the suggestions stay what they were. `before` is the story as it was, with the same version under review.
 */
export function followed(before: Story, after: Story): Story {
  const { underReview: under } = after;
  if (!under) return after;
  const known = reviewed(before, under).all;
  const bodies = [before.body, under.body, after.body] as const;
  const body = withOwnIds(mergeBlocks(bodies, newBlockId, boxRules(newBlockId), quiet));
  const fields = [before, under.fields, after].map((one) => printedFieldsOf(one) as StoryFields);
  const merged = printedFieldsOf(mergeFields(fields as [StoryFields, StoryFields, StoryFields], quiet));
  const next = { ...under, fields: merged, body: body.length > 0 ? body : after.body };
  return { ...after, underReview: withMakers(after, next, known) };
}

/** The story after somebody wrote in it and suggested: what is new is by them. */
export function suggested(before: Story, after: Story, maker: { by: string; at: string; newId: () => string }): Story {
  const { underReview: under } = after;
  if (!under) return after;
  const made = withMakers(after, under, reviewed(before, under).all, maker);
  // Suggest mode goes on: the version under review stays, though nothing is suggested yet.
  return { ...after, underReview: made ?? { ...under, makers: {} } };
}
