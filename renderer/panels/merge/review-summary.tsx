import { useMemo } from 'react';
import { openComments, openSuggestions } from '../../../src/review/index.ts';
import type { Story } from '../../../src/story/schema.ts';
import { fill, fillCount } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';

/** Who suggested and said how much that is not decided yet, and where the story would stand. */
export function ReviewSummary({ mine, merged }: { mine: Story; merged: Story }) {
  const { merge: words, review, library } = useWords();
  const language = useLanguage();
  const lines = useMemo(() => {
    const counts = new Map<string, { suggestions: number; comments: number }>();
    const count = (by: string, what: 'suggestions' | 'comments'): void => {
      const known = counts.get(by) ?? { suggestions: 0, comments: 0 };
      counts.set(by, { ...known, [what]: known[what] + 1 });
    };
    for (const { by } of openSuggestions(merged)) count(by, 'suggestions');
    for (const { thread } of openComments(merged)) count(thread.entries[0]?.by ?? '', 'comments');
    return [...counts];
  }, [merged]);
  const isMoved = mine.review.state !== merged.review.state;
  if (lines.length === 0 && !isMoved) return null;
  return (
    <section aria-label={words.review}>
      <h3>{words.review}</h3>
      {isMoved && <p>{fill(words.stands, { state: library.states[merged.review.state] })}</p>}
      <ul>
        {lines.map(([by, { suggestions, comments }]) => (
          <li key={by}>
            {fill(words.reviewLine, {
              name: merged.people?.[by]?.name || review.nobody,
              suggestions: fillCount(language, review.count, suggestions),
              comments: fillCount(language, review.openCount, comments),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
