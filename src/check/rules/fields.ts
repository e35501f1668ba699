import { countGraphemes } from '../../base/text.ts';
import { FIELD_LIMITS } from '../../story/limits.ts';
import type { Story } from '../../story/schema.ts';
import { blockText } from '../../story/walk.ts';
import type { CheckedField } from '../finding.ts';
import type { CheckInput } from '../input.ts';
import type { Rule } from '../rule.ts';
import { targetSet } from '../targets.ts';

function isEmpty(story: Story, field: CheckedField): boolean {
  switch (field) {
    case 'byline':
    case 'dateline':
      return story[field].text.trim() === '';
    case 'body':
      return story.body.every((block) => block.type !== 'figure' && blockText(block).trim() === '');
    case 'keywords':
      return story.keywords.length === 0;
    case 'embargo':
    case 'schedule':
      return story[field] === null;
    default:
      return story[field].trim() === '';
  }
}

/** Whether the post stands on its site without a byline: whoever wrote it is the site's own author, whom its pages name. */
const isSignedThere = ({ story, there }: CheckInput): boolean =>
  there !== null && isEmpty(there, 'byline') && isEmpty(story, 'byline');

/** A field that the house or the target needs is empty. */
const required: Rule = {
  id: 'field.required',
  level: 'error',
  codes: ['field.required'],
  find: (input) =>
    input.required
      .filter((field) => isEmpty(input.story, field) && !(field === 'byline' && isSignedThere(input)))
      .map((field) => ({ code: 'field.required', place: { in: 'field', field }, about: { field } })),
};

/** A post that was pulled has no byline, and goes back without one. A line in its text would name the author a second time. */
const signedThere: Rule = {
  id: 'field.byline-there',
  level: 'warning',
  codes: ['field.byline-there'],
  find: (input) =>
    input.required.includes('byline') && isSignedThere(input)
      ? [{ code: 'field.byline-there', place: { in: 'field', field: 'byline' } }]
      : [],
};

const LIMITED = ['kicker', 'headline', 'standfirst', 'slug'] as const;

/** A field is longer than the page, or the target, can hold. */
const limit: Rule = {
  id: 'field.limit',
  level: 'error',
  codes: ['field.limit'],
  find: ({ story, target }) => {
    const limits: Partial<Record<CheckedField, number>> = { ...FIELD_LIMITS };
    for (const [field, most] of Object.entries(targetSet(target).limits ?? {}) as [CheckedField, number][]) {
      limits[field] = Math.min(most, limits[field] ?? most);
    }
    return LIMITED.flatMap((field) => {
      const most = limits[field];
      const text = story[field].trim();
      if (most === undefined || text.length <= most) return [];
      const count = countGraphemes(text);
      return count > most
        ? [{ code: 'field.limit', place: { in: 'field' as const, field }, about: { field, count, limit: most } }]
        : [];
    });
  },
};

export const fieldRules: readonly Rule[] = [required, signedThere, limit];
