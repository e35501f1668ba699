import type { ReactNode } from 'react';
import { longMoment, shortWhen } from '../../words/dates.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { nameOf, type People } from './names.ts';

interface ByLineProps {
  by: string;
  at: string;
  me: string;
  people: People;
  children?: ReactNode;
}

/** Who said it, with their colour, and when. */
export function ByLine({ by, at, me, people, children }: ByLineProps) {
  const words = useWords();
  const language = useLanguage();
  return (
    <p className="card-by">
      <span className="person-dot" data-colour={people[by]?.colour ?? 'blue'} aria-hidden="true" />
      <b>{nameOf(people, by, me, words.review)}</b>
      <time dateTime={at} title={longMoment(at, language)}>
        {shortWhen(at, language, words.library.yesterday, new Date())}
      </time>
      {children}
    </p>
  );
}
