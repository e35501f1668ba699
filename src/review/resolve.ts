import { printedFieldsOf } from '../merge/under-review.ts';
import type { PrintedFields, Story, UnderReview } from '../story/schema.ts';
import { applyEdits } from './apply.ts';
import { reviewed, type Made, type Reviewed, type Suggestion } from './suggestion.ts';

/** The fields, those of the made suggestions as they are suggested. */
function fieldsWith(
  under: UnderReview,
  story: PrintedFields,
  isMade: (one: Made) => boolean,
  all: Made[],
): PrintedFields {
  const fields: Record<string, unknown> = { ...under.fields };
  for (const made of all) {
    if (made.edit !== null || !isMade(made)) continue;
    const value = story[made.part as keyof PrintedFields];
    if (value === undefined) delete fields[made.part];
    else fields[made.part] = value;
  }
  return fields as unknown as PrintedFields;
}

/** What the story would be with these suggestions made and the others not. */
function versionWith(
  story: Story,
  under: UnderReview,
  { edits, all }: Reviewed,
  isMade: (one: Made) => boolean,
): { fields: PrintedFields; body: Story['body'] } {
  const made = new Set(all.flatMap((one) => (one.edit !== null && isMade(one) ? [one.edit] : [])));
  return { fields: fieldsWith(under, story, isMade, all), body: applyEdits(edits, (edit) => made.has(edit)) };
}

/** Every suggestion that is open, fields first, then in reading order. */
export function openSuggestions(story: Story): Suggestion[] {
  if (!story.underReview) return [];
  return reviewed(story, story.underReview).all.map(({ key: _, edit: __, ...suggestion }) => suggestion);
}

/** The fields of a story with others in place; one that is not among them goes. */
function withFields(story: Story, fields: PrintedFields): Story {
  const left = { ...story } as Partial<Story>;
  for (const name of Object.keys(printedFieldsOf(story)) as (keyof PrintedFields)[])
    if (!(name in fields)) delete left[name];
  return { ...left, ...fields } as Story;
}

/**
 * Accepts or rejects suggestions by their ids; ids that are not open do nothing. Accepting makes them part of the version under
 * review, rejecting takes them out of the story. When none is left, the version under review goes (null). Comments stay on their words.
 */
export function resolve(story: Story, ids: ReadonlySet<string>, how: 'accept' | 'reject'): Story {
  const { underReview } = story;
  if (!underReview) return story;
  const now = reviewed(story, underReview);
  const left = now.all.filter(({ id }) => !ids.has(id));
  if (left.length === now.all.length) return story;
  if (how === 'accept') {
    if (left.length === 0) return { ...story, underReview: null };
    const version = versionWith(story, underReview, now, ({ id }) => ids.has(id));
    return keepOpen(story, { ...version, makers: underReview.makers }, left);
  }
  const { fields, body } = versionWith(story, underReview, now, ({ id }) => !ids.has(id));
  const next = withFields({ ...story, body }, fields);
  return left.length === 0 ? { ...next, underReview: null } : keepOpen(next, underReview, left);
}

/** The story with this version under review, the makers of what is left known by what they say now; without one where nothing is left. */
function keepOpen(story: Story, under: UnderReview, left: readonly Made[]): Story {
  return { ...story, underReview: withMakers(story, under, left) };
}

/** The same suggestion, though it may be counted, or stand, otherwise than before. */
const sayingOf = ({ is, part, before, after }: Made): string => `${is} ${part} ${before}\u0000${after}`;

/**
 * The version under review with the makers of the story's suggestions, or null where there is none. A suggestion that is new is by
 * `maker`, or, where it grew out of one of theirs in the same block, that one still; what was there before keeps its own.
 *
 * @param known the suggestions as they were before
 */
export function withMakers(
  story: Story,
  under: UnderReview,
  known: readonly Made[],
  maker?: { by: string; at: string; newId: () => string },
): UnderReview | null {
  const { all } = reviewed(story, under);
  if (all.length === 0) return null;
  const byKey = new Map(known.map((one) => [one.key, one]));
  const gone = new Map(known.map((one) => [one.key, one]));
  for (const { key } of all) gone.delete(key);
  const takeGone = (fits: (one: Made) => boolean): Made | undefined => {
    for (const [key, one] of gone)
      if (fits(one)) {
        gone.delete(key);
        return one;
      }
    return undefined;
  };
  const makers: UnderReview['makers'] = {};
  for (const made of all) {
    const { key } = made;
    const same = byKey.get(key) ?? takeGone((one) => sayingOf(one) === sayingOf(made));
    const stored = under.makers[key];
    if (stored) makers[key] = stored;
    else if (same) makers[key] = { id: same.id, by: same.by, at: same.at };
    else if (maker) {
      const grown = takeGone((one) => one.by === maker.by && one.block === made.block && one.part === made.part);
      makers[key] = { id: grown?.id ?? maker.newId(), by: maker.by, at: maker.at };
    } else {
      const grown = takeGone((one) => one.block === made.block && one.part === made.part);
      makers[key] = grown ? { id: grown.id, by: grown.by, at: grown.at } : { id: made.id, by: made.by, at: made.at };
    }
  }
  return isSameMakers(under.makers, makers) ? under : { ...under, makers };
}

function isSameMakers(a: UnderReview['makers'], b: UnderReview['makers']): boolean {
  const names = Object.keys(b);
  return (
    names.length === Object.keys(a).length &&
    names.every((name) => {
      const [one, other] = [a[name], b[name]];
      return one === other || (one?.id === other?.id && one?.by === other?.by && one?.at === other?.at);
    })
  );
}
