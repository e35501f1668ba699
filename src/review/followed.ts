import { canonicalJson } from '../base/json.ts';
import { newBlockId } from '../base/ids.ts';
import { boxRules } from '../merge/boxes.ts';
import { mergeFields } from '../merge/fields.ts';
import { mergeBlocks } from '../merge/flow.ts';
import { withOwnIds } from '../merge/own-ids.ts';
import { printedFieldsOf } from '../merge/under-review.ts';
import type { Block, StoryFields } from '../story/schema.ts';
import { editsBetween } from './edits.ts';
import type { Version } from './suggestion.ts';

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

/** A version with what happened to another between two states of that: `before` and `after` it. */
export function versionFollowed(before: Version, version: Version, after: Version): Version {
  const fields = [before, version, after].map((one) => one.fields as StoryFields);
  const body = before.body === after.body ? version.body : bodyFollowed(before.body, version.body, after.body);
  return {
    fields: printedFieldsOf(mergeFields(fields as [StoryFields, StoryFields, StoryFields], quiet)),
    body: body.length > 0 ? body : after.body,
  };
}
