import { canonicalJson } from '../base/json.ts';
import { plainRuns } from '../story/runs.ts';
import type { StoryFields } from '../story/schema.ts';
import { comparePieces, compareWhole } from './pieces.ts';
import type { FieldChange, ShownField } from './result.ts';

/** The story's fields in the order of the page. */
const ORDER = [
  'kicker',
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'sourceCredit',
  'slug',
  'section',
  'keywords',
  'language',
  'urgency',
  'embargo',
  'schedule',
  'review',
  'editorNote',
] as const satisfies (keyof StoryFields)[];

function asText(fields: StoryFields, field: (typeof ORDER)[number]): string {
  switch (field) {
    case 'byline':
      return fields.byline.text || fields.byline.people.map(({ name }) => name).join(', ');
    case 'dateline':
      return fields.dateline.text;
    case 'keywords':
      return fields.keywords.join(', ');
    case 'review':
      return fields.review.state;
    default:
      return String(fields[field] ?? '');
  }
}

/** What a story has beside its fields, and what was said in review. */
const NO_FIELDS = new Set<string>([
  ...['schema', 'id', 'createdAt', 'updatedAt', 'body', 'media', 'people', 'threads', 'record', 'underReview'],
  ...ORDER,
]);

/** Fields that have no place on the page (which photo leads, what a later Copydesk adds), each by its value. */
function others(before: StoryFields, after: StoryFields): FieldChange[] {
  const [old, now] = [before, after] as unknown as [Record<string, unknown>, Record<string, unknown>];
  const text = (value: unknown): string =>
    value === undefined || value === null ? '' : typeof value === 'string' ? value : canonicalJson(value);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].sort().flatMap((name): FieldChange[] => {
    const [was, is] = [text(old[name]), text(now[name])];
    if (NO_FIELDS.has(name) || was === is) return [];
    return [{ field: name as ShownField, pieces: compareWhole(plainRuns(was), plainRuns(is)) }];
  });
}

/** The fields that read otherwise than before. */
export function compareFields(before: StoryFields, after: StoryFields): FieldChange[] {
  const onPage = ORDER.flatMap((field) => {
    const [old, now] = [asText(before, field), asText(after, field)];
    return old === now ? [] : [{ field, pieces: comparePieces(plainRuns(old), plainRuns(now)) }];
  });
  return [...onPage, ...others(before, after)];
}
