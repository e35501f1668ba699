/** Tones by their Telex names: huyền, sắc, hỏi, ngã, nặng; '' where there is none. */
export type Tone = '' | 'f' | 's' | 'r' | 'x' | 'j';

/** Where the tone of an open oa, oe, uy stands: `old` hòa, khỏe, thúy; `new` hoà, khoẻ, thuý. All else is the same in both. */
export type TonePlacement = 'old' | 'new';

const TONES: Record<string, Tone> = { '\u0300': 'f', '\u0301': 's', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' };
const SIGNS = Object.fromEntries(Object.entries(TONES).map(([sign, tone]) => [tone, sign]));
const TONE_SIGNS = /[\u0300\u0301\u0309\u0303\u0323]/g;
const VOWELS = 'aăâeêioôơuưy';
/** Letters that draw the tone to themselves, the last of them where there are two (ươ). */
const MARKED = 'ăâêôơư';
const SYLLABLE = new RegExp(
  `^(ngh|ng|nh|gh|gi(?=[${VOWELS}])|kh|ph|th|tr|ch|qu(?=[${VOWELS}])|[bcdđghklmnpqrstvx])?([${VOWELS}]{1,3})(ng|nh|ch|[cmnpt])?$`,
);

/** A syllable taken apart: its letters without the tone (circumflex, breve and horn stay on), case as written. */
export interface Syllable {
  letters: string;
  tone: Tone;
}

/** The word without its tone, and the tone; null where it bears more than one. */
export function takeTone(word: string): Syllable | null {
  const parts = word.normalize('NFD');
  const signs = parts.match(TONE_SIGNS) ?? [];
  if (signs.length > 1) return null;
  return { letters: parts.replace(TONE_SIGNS, '').normalize('NFC'), tone: TONES[signs[0] ?? ''] ?? '' };
}

/** The place among `letters` on which a Vietnamese syllable bears its tone; -1 where these are no syllable's letters. */
function tonePlace(letters: string, placement: TonePlacement): number {
  const match = SYLLABLE.exec(letters.toLowerCase());
  if (!match) return -1;
  const [, onset = '', vowels = '', coda = ''] = match;
  const start = onset.length;
  const marked = [...vowels].findLastIndex((vowel) => MARKED.includes(vowel));
  if (marked >= 0) return start + marked;
  if (coda !== '') return start + vowels.length - 1;
  if (vowels.length === 3) return start + 1;
  return start + (vowels.length === 2 && placement === 'new' && isMovable(vowels) ? 1 : 0);
}

const isMovable = (vowels: string): boolean => vowels === 'oa' || vowels === 'oe' || vowels === 'uy';

/** The syllable written with its tone, in NFC; null where the letters are no Vietnamese syllable. */
export function writeSyllable({ letters, tone }: Syllable, placement: TonePlacement): string | null {
  const place = tonePlace(letters, placement);
  if (place < 0) return null;
  if (tone === '') return letters;
  return `${letters.slice(0, place + 1)}${SIGNS[tone] ?? ''}${letters.slice(place + 1)}`.normalize('NFC');
}

/**
 * The word with its tone in the placement asked for, in NFC; the word itself where it stands so already, where both
 * placements agree, or where it is no Vietnamese syllable.
 */
export function placeTone(word: string, placement: TonePlacement): string {
  const syllable = takeTone(word);
  if (!syllable || syllable.tone === '') return word;
  const as = (wanted: TonePlacement): string | null => writeSyllable(syllable, wanted);
  const composed = word.normalize('NFC');
  return composed === as('old') || composed === as('new') ? (as(placement) ?? word) : word;
}
