import { boxRules } from '../merge/boxes.ts';
import { mergeBlocks } from '../merge/flow.ts';
import { withOwnIds } from '../merge/own-ids.ts';
import { newBlockId } from '../base/ids.ts';
import { mergeFields } from '../merge/fields.ts';
import { printedFieldsOf } from '../merge/under-review.ts';
import { canonicalJson } from '../base/json.ts';
import type { Block, Story, StoryFields } from '../story/schema.ts';
import { editsBetween } from './edits.ts';
import { NOBODY, reviewed } from './suggestion.ts';
import { withMakers } from './resolve.ts';

const quiet = (): void => undefined;

const byId = (body: readonly Block[]): Map<string, Block> => new Map(body.map((block) => [block.id, block]));

/** The block as it was, where it is the same but in name: what is not touched need not be compared anew. */
function kept(made: Block, old: Block | undefined): Block {
  if (!old || old.type !== made.type) return made;
  const hasItsText = 'text' in made && 'text' in old && made.text === old.text;
  const [a, b] = hasItsText
    ? [
        { ...made, text: [] },
        { ...old, text: [] },
      ]
    : [made, old];
  return canonicalJson(a) === canonicalJson(b) ? old : made;
}

/**
 * The version under review with what was written between two states of the story. Only what was touched is merged; a line that
 * stands in all of them, and whose suggestions are its own, stays as it is.
 */
function bodyFollowed(before: readonly Block[], under: readonly Block[], after: readonly Block[]): Block[] {
  const own = new Set(editsBetween(under, before).steps.flatMap((step) => (step.is === 'row' ? [step.now.id] : [])));
  const [later, reviewedBlocks] = [byId(after), byId(under)];
  const untouched = new Map(
    before.flatMap((block): [string, Block][] => {
      const version = reviewedBlocks.get(block.id);
      return version && own.has(block.id) && later.get(block.id) === block ? [[block.id, version]] : [];
    }),
  );
  const asReviewed = (body: readonly Block[]): Block[] => body.map((block) => untouched.get(block.id) ?? block);
  const bodies = [asReviewed(before), under, asReviewed(after)] as const;
  const merged = withOwnIds(mergeBlocks(bodies, newBlockId, boxRules(newBlockId), quiet));
  return merged.map((block) => kept(block, reviewedBlocks.get(block.id)));
}

/**
 * The story after somebody wrote in it without suggesting: what they wrote goes into the version under review too, so that it is text
 * and no suggestion, and the suggestions stay what they were. `before` is the story as it was, with the same version under review.
 */
export function followed(before: Story, after: Story): Story {
  const { underReview: under } = after;
  if (!under) return after;
  const known = reviewed(before, under).all;
  const body = bodyFollowed(before.body, under.body, after.body);
  const fields = [before, under.fields, after].map((one) => printedFieldsOf(one) as StoryFields);
  const merged = printedFieldsOf(mergeFields(fields as [StoryFields, StoryFields, StoryFields], quiet));
  const next = { ...under, fields: merged, body: body.length > 0 ? body : after.body };
  return { ...after, underReview: withMakers(after, next, known) };
}

/** The story after somebody wrote in it and suggested: what is new, and what nobody is known to have suggested, is by them. */
export function suggested(before: Story, after: Story, maker: { by: string; at: string; newId: () => string }): Story {
  const { underReview: under } = after;
  if (!under) return after;
  const known = reviewed(before, under).all.filter((one) => one.by !== NOBODY);
  const made = withMakers(after, under, known, maker);
  // Suggest mode goes on: the version under review stays, though nothing is suggested yet.
  return { ...after, underReview: made ?? { ...under, makers: {} } };
}
