import { plainRuns } from '../story/runs.ts';
import type { StoryFields } from '../story/schema.ts';
import { comparePieces } from './pieces.ts';
import type { FieldChange } from './result.ts';

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

/** The fields that read otherwise than before. */
export function compareFields(before: StoryFields, after: StoryFields): FieldChange[] {
  return ORDER.flatMap((field) => {
    const [old, now] = [asText(before, field), asText(after, field)];
    return old === now ? [] : [{ field, pieces: comparePieces(plainRuns(old), plainRuns(now)) }];
  });
}
