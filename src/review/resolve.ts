import { printedFieldsOf } from '../merge/under-review.ts';
import type { PrintedFields, Story, UnderReview } from '../story/schema.ts';
import { canonicalJson } from '../base/json.ts';
import { applyEdits } from './apply.ts';
import { bare } from './bare.ts';
import type { Edits } from './difference.ts';
import { versionFollowed } from './followed.ts';
import { reviewed, reviewedFlat, versionOf, type Made, type Suggestion, type Version } from './suggestion.ts';

/** What becomes of a version where these of its suggestions are made and the others not. `now` has all of them. */
function versionWith(
  was: Version,
  now: Version,
  edits: Edits,
  all: readonly Made[],
  isMade: (one: Made) => boolean,
): Version {
  const made = new Set(all.flatMap((one) => (one.edit !== null && isMade(one) ? [one.edit] : [])));
  const fields: Record<string, unknown> = { ...was.fields };
  for (const one of all) {
    if (one.edit !== null || !isMade(one)) continue;
    const value = now.fields[one.part as keyof PrintedFields];
    if (value === undefined) delete fields[one.part];
    else fields[one.part] = value;
  }
  return { fields: fields as unknown as PrintedFields, body: applyEdits(edits, (edit) => made.has(edit)) };
}

/** Every suggestion that is open, fields first, then in reading order. */
export function openSuggestions(story: Story): Suggestion[] {
  if (!story.underReview) return [];
  return reviewed(story, story.underReview).all.map(({ key: _, edit: __, isBelow: ___, ...suggestion }) => suggestion);
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
  const { all } = reviewed(story, underReview);
  const left = all.filter(({ id }) => !ids.has(id));
  if (left.length === all.length) return story;
  if (left.length === 0) {
    if (how === 'accept') return { ...story, underReview: null };
    const { edits, all: every } = reviewedFlat(story, underReview);
    return asVersion(
      story,
      versionWith(underReview, versionOf(story), edits, every, () => false),
      null,
    );
  }
  const own = decided(story, underReview, ids, how, false);
  const { version, under } = underReview.others
    ? decided(asVersion(story, own.version, own.under), own.under, ids, how, true)
    : own;
  const next = asVersion(story, version, withoutEmpty(under, version));
  return next.underReview ? keepOpen(next, next.underReview, left) : next;
}

/** The versions of a story once these suggestions, of those below or of the others, are decided. */
function decided(
  story: Story,
  under: UnderReview,
  ids: ReadonlySet<string>,
  how: 'accept' | 'reject',
  isBelow: boolean,
): { version: Version; under: UnderReview } {
  const { edits, below, all } = reviewed(story, under);
  const { others } = under;
  const now = versionOf(story);
  const ours = all.filter((one) => one.isBelow === isBelow);
  if (!ours.some(({ id }) => ids.has(id))) return { version: now, under };
  const isMade = ({ id }: Made): boolean => ids.has(id) === (how === 'accept');
  if (isBelow && others && below) {
    const version = versionWith(under, others, below, ours, isMade);
    if (how === 'accept') return { version: now, under: { ...under, ...version } };
    // What the other made of words that go stays.
    return { version: versionFollowed(others, now, version), under: { ...under, others: { ...others, ...version } } };
  }
  const version = versionWith(others ?? under, now, edits, ours, isMade);
  if (how === 'reject') return { version, under };
  if (!others) return { version: now, under: { ...under, ...version } };
  return {
    version: now,
    under: { ...under, ...versionFollowed(others, under, version), others: { ...others, ...version } },
  };
}

/** The version under review without the others' where there is nothing between. */
export function withoutEmpty({ others, ...under }: UnderReview, now: Version): UnderReview {
  const isSame = (a: Version, b: Version): boolean =>
    canonicalJson([a.fields, bare(a.body)]) === canonicalJson([b.fields, bare(b.body)]);
  return !others || isSame(others, now) || isSame(others, under) ? under : { ...under, others };
}

/** A story with another version of its fields and body. */
const asVersion = (story: Story, { fields, body }: Version, underReview: UnderReview | null): Story => ({
  ...withFields({ ...story, body }, fields),
  underReview,
});

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
    else if (maker && !made.isBelow) {
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
