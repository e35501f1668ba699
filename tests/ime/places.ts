import type { Run } from '../../src/story/schema.ts';

/** What stands there before the typing, and where the caret is in it. */
export interface Place {
  name: string;
  before: string;
  /** Selected, and to be typed over. */
  selected: string;
  after: string;
  /** How the text about the caret is marked. */
  as?: Pick<Run, 'marks' | 'href'>;
}

export const PLAIN_PLACES: readonly Place[] = [
  { name: 'alone', before: '', selected: '', after: '' },
  { name: 'at the start of a word', before: '', selected: '', after: 'nghiêng' },
  { name: 'in the middle of a word', before: 'khuấ', selected: '', after: 'ợng' },
  { name: 'at the end of a word', before: 'Trước đó trường', selected: '', after: '' },
  // No sentence has these words: one that stays would rightly part a suggestion in two.
  { name: 'over a selection', before: 'Xin ', selected: 'thân mến ngài', after: ' và các bạn' },
];

export const RICH_PLACES: readonly Place[] = [
  ...PLAIN_PLACES,
  { name: 'in bold text', before: 'đậm', selected: '', after: 'nét', as: { marks: ['strong'] } },
  { name: 'in a link', before: 'nối', selected: '', after: 'dây', as: { href: 'https://example.org/' } },
];

/** What stands there before. */
export const given = ({ before, selected, after }: Place): string => before + selected + after;
/** What must stand there after the sentence was typed. */
export const wanted = ({ before, after }: Place, sentence: string): string => before + sentence + after;

/** The place's text as a story has it, between a word in plain type on either side where it is marked. */
export function runsOf(place: Place): Run[] {
  const text = given(place);
  if (place.as) return [{ text: 'Trái ' }, { text, ...place.as }, { text: ' phải.' }];
  return text === '' ? [] : [{ text }];
}
