import type { IParagraphOptions } from 'docx';
import type { SuggestedMark } from '../../story/review.ts';
import type { DocumentContext } from './context.ts';

/** The end of a paragraph that a suggestion would put in or take out, as Word's tracked paragraph mark. */
export function markOf(
  suggested: SuggestedMark | undefined,
  { review }: DocumentContext,
): Pick<IParagraphOptions, 'run'> {
  if (!review || !suggested || suggested.is === 'changed') return {};
  const revision = review.revision(suggested);
  return { run: suggested.is === 'inserted' ? { insertion: revision } : { deletion: revision } };
}
