import { fold } from '../base/text.ts';
import { LABEL } from './byline-words.ts';

/** A byline that was printed before. */
export interface KnownByline {
  name: string;
  /** What it can be found by as well, and what tells it apart: the person's own name, the department. */
  about?: string;
  /** How many stories bear it. */
  stories: number;
}

const BEGINS = new RegExp(`^.*(?:\\s[-–—]\\s|—|[,;:&|•·]|\\s(?:và|and)(?=\\s)|${LABEL})\\s*`, 'isu');

/** The name that is being typed at the caret: where it begins, and what of it stands there. */
export function nameAtCaret(text: string, caret: number): { from: number; typed: string } {
  const before = text.slice(0, caret);
  const from = BEGINS.exec(before)?.[0].length ?? before.length - before.trimStart().length;
  return { from, typed: before.slice(from) };
}

/** How many are offered. */
const MOST = 8;

/**
 * Bylines that may be meant by what was typed, those that stories bear most first. Accents and case don't count; the beginning of any word
 * of the name does, or of what it is known by. Nothing for nothing typed, and none that the byline has already.
 */
export function suggestBylines(
  known: readonly KnownByline[],
  typed: string,
  already: readonly string[],
): KnownByline[] {
  const wanted = fold(typed.replace(/\s+/g, ' ').trimStart());
  if (wanted.trim() === '') return [];
  const taken = new Set(already.map(fold));
  const begins = (text: string): boolean => ` ${fold(text)}`.includes(` ${wanted}`);
  return known
    .filter(({ name, about = '' }) => !taken.has(fold(name)) && (begins(name) || begins(about)))
    .map((one) => ({ one, isFirst: fold(one.name).startsWith(wanted) }))
    .sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || b.one.stories - a.one.stories)
    .slice(0, MOST)
    .map(({ one }) => one);
}
