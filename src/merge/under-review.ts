import {
  printedFieldsSchema,
  type PrintedFields,
  type Story,
  type StoryFields,
  type UnderReview,
} from '../story/schema.ts';
import { boxRules } from './boxes.ts';
import { mergeFields } from './fields.ts';
import { mergeBlocks } from './flow.ts';
import { withOwnIds } from './own-ids.ts';
import type { Three } from './three.ts';
import { same } from './values.ts';

const PRINTED = Object.keys(printedFieldsSchema.shape) as (keyof PrintedFields)[];

/** The fields of a story that readers see. */
export const printedFieldsOf = (fields: PrintedFields): PrintedFields =>
  Object.fromEntries(
    PRINTED.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  ) as unknown as PrintedFields;

type Version = Pick<UnderReview, 'fields' | 'body'>;
const under = (story: Story): Version => story.underReview ?? { fields: printedFieldsOf(story), body: story.body };

/**
 * The version under review of a merged story: what the sides' versions under review become by the same rules. A story without
 * suggestions is under review as it stands, so that what its author wrote meanwhile is text and no suggestion. Undefined where nobody
 * suggested anything; null where nothing is left to suggest.
 */
export function mergeUnderReview(
  stories: Three<Story>,
  merged: Story,
  newId: () => string,
): UnderReview | null | undefined {
  if (stories.every((story) => !story.underReview)) {
    return stories.slice(1).some((story) => story.underReview === null) ? null : undefined;
  }
  const [base, first, second] = stories.map(under) as [Version, Version, Version];
  const quiet = (): void => undefined;
  const fields = mergeFields([base.fields, first.fields, second.fields] as unknown as Three<StoryFields>, quiet);
  const blocks = mergeBlocks([base.body, first.body, second.body], newId, boxRules(newId), quiet);
  const body = blocks.length > 0 ? withOwnIds(blocks) : first.body;
  const printed = printedFieldsOf(fields);
  if (same(body, merged.body) && same(printed, printedFieldsOf(merged))) return null;
  const [, one, two] = stories;
  return { fields: printed, body, makers: { ...two.underReview?.makers, ...one.underReview?.makers } };
}
