import { countGraphemes, countWords, wordsOf } from '../base/text.ts';

/** How long a text is. */
export interface Length {
  /** By Unicode segmentation; a Vietnamese syllable set off by spaces is one, as newsrooms count. */
  words: number;
  /** As a reader sees them: grapheme clusters, spaces with them. Breaks between lines and blocks are none. */
  characters: number;
  charactersWithoutSpaces: number;
  /** As they are read out. */
  syllables: number;
}

export const NO_LENGTH: Length = { words: 0, characters: 0, charactersWithoutSpaces: 0, syllables: 0 };

export function addLengths(a: Length, b: Length): Length {
  return {
    words: a.words + b.words,
    characters: a.characters + b.characters,
    charactersWithoutSpaces: a.charactersWithoutSpaces + b.charactersWithoutSpaces,
    syllables: a.syllables + b.syllables,
  };
}

/** @param language BCP 47; how many syllables a word has depends on it */
export function lengthOf(text: string, language: string): Length {
  const lines = text.replace(/[\r\n]+/g, '');
  return {
    words: countWords(text),
    characters: countGraphemes(lines),
    charactersWithoutSpaces: countGraphemes(lines.replace(/\s+/g, '')),
    syllables: countSyllables(text, language),
  };
}

const LATIN_VOWELS = /[aeiouyăâêôơưäöüåæøœ]+/g;

/**
 * How many syllables a presenter says: a Vietnamese word is one, other words have as many as groups of vowels (a silent e
 * at the end is none), and a number about two for each digit that is not nought (245 is “hai trăm bốn mươi lăm”).
 */
export function countSyllables(text: string, language: string): number {
  const isVietnamese = language.toLowerCase().startsWith('vi');
  let count = 0;
  for (const word of wordsOf(text)) {
    const digits = word.match(/[1-9]/g)?.length ?? 0;
    if (/^\d/.test(word)) count += Math.max(1, digits * 2 - 1);
    else count += isVietnamese ? 1 : syllablesOf(word);
  }
  return count;
}

function syllablesOf(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0308\u0309\u0323]/g, '')
    .normalize('NFC');
  const groups = letters.match(LATIN_VOWELS)?.length ?? 0;
  const isSilent = groups > 1 && /[^aeiouyl]e$/.test(letters);
  return Math.max(1, groups - (isSilent ? 1 : 0));
}

/**
 * Words that a reader takes in in silence in a minute: English 238 (Brysbaert 2019, a mean of 190 studies); Vietnamese
 * counts syllables, of which a word has about 1.3.
 */
const SILENT_PACE: Record<string, number> = { vi: 310, other: 238 };

/** Seconds that a reader needs in silence. */
export function readingSeconds({ words: count }: Length, language: string): number {
  return Math.round((count / (SILENT_PACE[language.slice(0, 2).toLowerCase()] ?? SILENT_PACE['other']!)) * 60);
}

/** Seconds that a presenter needs who says so many syllables a minute. */
export function speakingSeconds({ syllables }: Length, pace: number): number {
  return Math.round((syllables / pace) * 60);
}
