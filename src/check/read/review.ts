import { openComments, openSuggestions } from '../../review/index.ts';
import type { Story } from '../../story/schema.ts';
import { CHECKED_FIELDS, type CheckedField } from '../finding.ts';
import type { OpenMark } from '../input.ts';

const fieldOf = (name: string | undefined): { field?: CheckedField } => {
  const field = CHECKED_FIELDS.find((one) => one === name);
  return field === undefined ? {} : { field };
};

const nameOf = ({ people = {} }: Pick<Story, 'people'>, by: string | undefined): { by?: string } => {
  const name = by === undefined ? '' : (people[by]?.name ?? '');
  return name === '' ? {} : { by: name };
};

/** The comments of a story that nobody has settled. */
export const commentsIn = (story: Story): OpenMark[] =>
  openComments(story).map(({ thread, block }): OpenMark => ({
    id: thread.id,
    ...(block !== null && { block }),
    ...fieldOf(thread.anchor.on === 'field' ? thread.anchor.field : undefined),
    ...nameOf(story, thread.entries[0]?.by),
  }));

/** The suggestions of a story that nobody has decided. */
export const suggestionsIn = (story: Story): OpenMark[] =>
  openSuggestions(story).map(({ id, block, part, by }): OpenMark => ({
    id,
    ...(block === null ? fieldOf(part) : { block }),
    ...nameOf(story, by),
  }));
