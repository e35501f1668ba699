import { NOBODY } from '../story/review.ts';
import {
  printedFieldsSchema,
  type Block,
  type OthersVersion,
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

type Makers = UnderReview['makers'];
type Version = Omit<OthersVersion, 'by'>;
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
  const known = { ...base, body: withTaken(base.body, stories[0].body, [first.body, second.body]) };
  const version = mergeVersions([known, first, second], newId);
  const now: Version = { fields: printedFieldsOf(merged), body: merged.body };
  if (isSame(version, now)) return null;
  const makers = mergeMakers(stories.map((story) => story.underReview?.makers ?? {}) as [Makers, Makers, Makers]);
  const [by] = stories
    .slice(1)
    .flatMap(({ underReview }) => underReview?.others?.by ?? [])
    .sort();
  if (by === undefined) return { ...version, makers };
  const others = mergeVersions(stories.map(below) as unknown as Three<Version>, newId);
  return isSame(others, now) || isSame(others, version)
    ? { ...version, makers }
    : { ...version, makers, others: { by, ...others } };
}

/** What somebody works on who works on others' suggestions; where nobody does, all that is suggested. */
const below = (story: Story): Version =>
  story.underReview?.others ?? { fields: printedFieldsOf(story), body: story.body };

const isSame = (a: Version, b: Version): boolean => same(a.body, b.body) && same(a.fields, b.fields);

function mergeVersions([base, first, second]: Three<Version>, newId: () => string): Version {
  const quiet = (): void => undefined;
  const fields = mergeFields([base.fields, first.fields, second.fields] as unknown as Three<StoryFields>, quiet);
  const blocks = mergeBlocks([base.body, first.body, second.body], newId, boxRules(newId), quiet);
  return { fields: printedFieldsOf(fields), body: blocks.length > 0 ? withOwnIds(blocks) : first.body };
}

/**
 * The blocks under review that both sides came from, with those that were only suggested then and that both have taken over since,
 * as they were suggested: else each side's would be new, and the block there twice.
 */
function withTaken(
  under: readonly Block[],
  suggested: readonly Block[],
  [first, second]: readonly [readonly Block[], readonly Block[]],
): Block[] {
  const known = [...under];
  const has = (body: readonly Block[], id: string): boolean => body.some((block) => block.id === id);
  first.forEach(({ id }, at) => {
    const as = suggested.find((block) => block.id === id);
    if (!as || has(known, id) || !has(second, id)) return;
    const before = first.slice(0, at).findLast((block) => has(known, block.id))?.id;
    known.splice(known.findIndex((block) => block.id === before) + 1, 0, as);
  });
  return known;
}

/** Who made what: what one side alone learnt counts; where both say something else, a person before nobody, then the first. */
function mergeMakers([base, first, second]: Three<Makers>): Makers {
  const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])].sort();
  return Object.fromEntries(
    keys.flatMap((key) => {
      const [was, one, two] = [base[key], first[key], second[key]];
      const isSeconds = one === undefined || (two !== undefined && (same(one, was) || one.by === NOBODY));
      const maker = isSeconds ? two : one;
      return maker ? [[key, maker]] : [];
    }),
  );
}
