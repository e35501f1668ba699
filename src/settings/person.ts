import type { DeskPerson } from './schema.ts';

/** So many letters of a name make its initials; more say no more. */
const MOST = 4;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The initials that a person goes by: their own choice, or the first letters of their name (`Nguyễn Văn Hà`: NVH). */
export function initialsOf({ name, initials }: Pick<DeskPerson, 'name' | 'initials'>): string {
  if (initials.trim() !== '') return initials.trim();
  const words = name.split(/[\s\-–.]+/u).filter((word) => /^\p{L}/u.test(word));
  // A long name keeps its first and its last: the family and the person.
  const chosen = words.length > MOST ? [...words.slice(0, MOST - 1), ...words.slice(-1)] : words;
  return chosen.map((word) => [...graphemes.segment(word)][0]?.segment.toLocaleUpperCase() ?? '').join('');
}
