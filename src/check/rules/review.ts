import type { Found, Place } from '../finding.ts';
import type { OpenMark } from '../input.ts';
import type { Rule } from '../rule.ts';

function placeOf({ block, field }: OpenMark): Place {
  if (field !== undefined) return { in: 'field', field };
  return block === undefined ? { in: 'story' } : { in: 'block', block };
}

const found = (code: string, mark: OpenMark): Found => ({
  code: mark.by === undefined ? code : `${code}-by`,
  place: placeOf(mark),
  about: { id: mark.id, ...(mark.by === undefined ? {} : { by: mark.by }) },
});

/** Somebody must still say yes or no to it; every export but Word's would have to guess. */
const suggestion: Rule = {
  id: 'review.suggestion',
  level: 'error',
  codes: ['review.suggestion', 'review.suggestion-by'],
  find: ({ suggestions }) => suggestions.map((mark) => found('review.suggestion', mark)),
};

const comment: Rule = {
  id: 'review.comment',
  level: 'warning',
  codes: ['review.comment', 'review.comment-by'],
  find: ({ comments }) => comments.map((mark) => found('review.comment', mark)),
};

export const reviewRules: readonly Rule[] = [suggestion, comment];
