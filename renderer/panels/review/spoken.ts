import type { Comment, Suggestion } from '../../../src/review/index.ts';
import { shortWhen } from '../../words/dates.ts';
import type { Words } from '../../words/en/index.ts';
import { fill } from '../../words/fill.ts';
import { nameOf, type People } from './names.ts';

interface Speaking {
  people: People;
  me: string;
  words: Words;
  language: string;
}

/** A mark as it is said to who hears the page: whose it is and when, what it would have otherwise, or all that was said in the thread. */
export function spoken(mark: Suggestion | Comment, { people, me, words, language }: Speaking): string {
  const { review, library, versions } = words;
  const who = (sentence: string, by: string, at: string): string =>
    fill(sentence, {
      name: nameOf(people, by, me, review),
      when: shortWhen(at, language, library.yesterday, new Date()),
    });
  if ('thread' in mark) {
    const { anchor, quote, entries } = mark.thread;
    const fields: Record<string, string> = versions.fields;
    const place = anchor.on === 'field' ? (fields[anchor.field] ?? anchor.field) : review.about[anchor.on];
    const [first, ...answers] = entries;
    if (!first) return '';
    const said = answers.map(({ by, text }) => `${nameOf(people, by, me, review)}: ${text}`);
    return [who(review.spoken.comment, first.by, first.at), quote.trim() || place, first.text, ...said].join('. ');
  }
  const { by, at, is, before, after } = mark;
  const isSwap = before !== '' && after !== '' && before !== after;
  const what = isSwap
    ? fill(review.spoken.swap, { before: before.trim(), after: after.trim() })
    : (after || before).trim();
  return `${who(review.spoken.suggestion, by, at)}. ${review.is[is]}: ${what}`;
}
