import { FIELD_LIMITS } from '../../../src/story/limits.ts';

/** The fields round the body in reading order; the body stands between dateline and source credit. */
export const FIELDS_ABOVE = ['kicker', 'headline', 'standfirst', 'byline', 'dateline'] as const;
export type FieldName = (typeof FIELDS_ABOVE)[number] | 'sourceCredit';

/** Everything on the page that takes text, in reading order. */
export const PAGE_ORDER = [...FIELDS_ABOVE, 'body', 'sourceCredit'] as const;
export type PageStop = (typeof PAGE_ORDER)[number];

/** The stop after (1) or before (-1) this one; null at the page's ends. */
export function neighbour(stop: PageStop, step: 1 | -1): PageStop | null {
  return PAGE_ORDER[PAGE_ORDER.indexOf(stop) + step] ?? null;
}

/** Limits of a newspaper page, in graphemes. */
export const LIMITS: Partial<Record<FieldName, number>> = FIELD_LIMITS;

/** What is not on the page, but in the story's details below it. */
type DetailName = 'slug' | 'keywords' | 'section' | 'embargo' | 'schedule';

/** The id of a field's control in the page. */
export const fieldId = (name: PageStop | DetailName): string => `field-${name}`;
