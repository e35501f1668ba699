import type { Suggestion } from '../../../src/review/index.ts';
import { fill } from '../../words/fill.ts';
import { shortWhen } from '../../words/dates.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { ByLine } from './by-line.tsx';
import { nameOf, type People } from './names.ts';

interface SuggestionCardProps {
  suggestion: Suggestion;
  people: People;
  me: string;
  onShow: () => void;
  onDecide: (how: 'accept' | 'reject') => void;
  onReply: () => void;
}

/** One suggestion: who would have what otherwise, and the two answers to it. */
export function SuggestionCard({ suggestion, people, me, onShow, onDecide, onReply }: SuggestionCardProps) {
  const { review: words, library } = useWords();
  const language = useLanguage();
  const { by, at, is, before, after, part, block } = suggestion;
  const kinds: Record<string, string> = words.kinds;
  const parts: Record<string, string> = words.parts;
  const name = part.split(':').at(-1) ?? part;
  const fields: Record<string, string> = useWords().versions.fields;
  const what = block === null ? fields[name] : part === 'text' ? undefined : (parts[name] ?? name);
  const isKind = part === 'type' || part === 'list';
  const said = (text: string): string => {
    if (isKind) return kinds[text] ?? text;
    return text.trim() === '' && text !== '' ? (text.includes('\n') ? `¶ ${words.newParagraph}` : '␣') : text.trim();
  };
  const isSame = before === after;
  // Words between two blanks go with one of them: that is no replacement by a blank.
  const isOnlyBlank = (text: string): boolean => text !== '' && text.trim() === '' && !text.includes('\n');
  const isWords = is === 'replaced' && part === 'text';
  const isTakenOut = isWords && isOnlyBlank(after) && before.trim() !== '';
  const isPutIn = isWords && isOnlyBlank(before) && after.trim() !== '';
  const label = fill(words.spoken.suggestion, {
    name: nameOf(people, by, me, words),
    when: shortWhen(at, language, library.yesterday, new Date()),
  });
  return (
    <li>
      <article className="card" data-colour={people[by]?.colour ?? 'blue'} data-mark={suggestion.id} aria-label={label}>
        <ByLine by={by} at={at} me={me} people={people} />
        <button type="button" className="card-jump" onClick={onShow}>
          <span className="card-is">
            {words.is[isTakenOut ? 'deleted' : isPutIn ? 'inserted' : is]}
            {what !== undefined && ` (${what})`}:
          </span>{' '}
          {isSame ? (
            <span>{said(after)}</span>
          ) : is === 'moved' ? (
            <span>{said(after)}</span>
          ) : (
            <>
              {before !== '' && !isPutIn && <del>{said(before)}</del>}{' '}
              {after !== '' && !isTakenOut && <ins>{said(after)}</ins>}
            </>
          )}
        </button>
        <div className="card-acts">
          <button type="button" className="button" data-kind="outline" onClick={() => onDecide('accept')}>
            {words.accept}
          </button>
          <button type="button" className="button" onClick={() => onDecide('reject')}>
            {words.reject}
          </button>
          <button type="button" className="button" onClick={onReply}>
            {words.answer}
          </button>
        </div>
      </article>
    </li>
  );
}
