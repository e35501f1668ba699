import nspell from 'nspell';
import { fold, normalise } from '../../base/text.ts';
import { placeTone } from '../vietnamese/syllable.ts';

/** A Hunspell dictionary: the two files of it. */
export interface Dictionary {
  /** BCP 47, of the words. */
  language: string;
  aff: string;
  dic: string;
}

export interface Speller {
  /** Whether a word is spelt right in a text of this language; also where no dictionary of it is there. */
  knows: (word: string, language: string) => boolean;
  /** What the word may have been meant to be, the likeliest first; at most eight. */
  suggest: (word: string, language: string) => string[];
}

/** So many suggestions help. */
const MOST_SUGGESTED = 8;
/** Guessing at a longer word takes seconds and hits nothing. */
const LONGEST_GUESSED = 24;

interface Lexicon {
  correct: (word: string) => boolean;
  suggest: (word: string) => string[];
}

const baseOf = (language: string): string => language.split('-')[0]!.toLowerCase();

/**
 * Looks words up in the dictionary of the text's language. A Vietnamese word is right with its tone in the old or the new
 * place, and English words are at home in Vietnamese stories.
 *
 * @param known words that are right in every language: one's own, the house's, the story's names
 */
export function createSpeller(dictionaries: readonly Dictionary[], known: Iterable<string>): Speller {
  const lexicons = new Map<string, Lexicon>();
  const unaccented = new Map<string, string[]>();
  for (const dictionary of dictionaries) {
    const base = baseOf(dictionary.language);
    lexicons.set(base, nspell({ aff: dictionary.aff, dic: dictionary.dic }));
    if (base === 'vi') gatherSyllables(dictionary.dic, unaccented);
  }
  const own = new Set([...known].map((word) => normalise(word).toLowerCase()));

  function isIn(language: string, word: string): boolean {
    const lexicon = lexicons.get(language);
    if (!lexicon) return false;
    if (lexicon.correct(word)) return true;
    if (language !== 'vi') return false;
    const lower = word.toLowerCase();
    return [lower, placeTone(lower, 'old'), placeTone(lower, 'new')].some((form) => lexicon.correct(form));
  }

  return {
    knows(written, language) {
      const word = normalise(written).replaceAll('’', "'");
      const base = baseOf(language);
      if (!lexicons.has(base)) return true;
      if (own.has(word.toLowerCase())) return true;
      // "Smith's" and "well-known" are known by their parts.
      const parts = word.replace(/'s$/u, '').split('-');
      return parts.every((part) => part === '' || isIn(base, part) || (base === 'vi' && isIn('en', part)));
    },
    suggest(written, language) {
      const word = normalise(written);
      const base = baseOf(language);
      const likely = base === 'vi' ? (unaccented.get(fold(word)) ?? []) : [];
      const guessed = word.length > LONGEST_GUESSED ? [] : (lexicons.get(base)?.suggest(word) ?? []);
      const all = [...likely.map((form) => like(word, form)), ...guessed.map(normalise)];
      return [...new Set(all)].filter((form) => form !== word).slice(0, MOST_SUGGESTED);
    },
  };
}

/** What is most often wrong in Vietnamese are the signs: the syllables that are the same without them. */
function gatherSyllables(dic: string, into: Map<string, string[]>): void {
  for (const line of dic.split('\n').slice(1)) {
    const syllable = line.split('/')[0]!.trim();
    if (syllable === '') continue;
    const key = fold(syllable);
    const same = into.get(key);
    if (same) same.push(syllable.normalize('NFC'));
    else into.set(key, [syllable.normalize('NFC')]);
  }
}

/** The form with capitals where the model has them. */
function like(model: string, form: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return form.toUpperCase();
  return model.charAt(0) === model.charAt(0).toUpperCase() ? form.charAt(0).toUpperCase() + form.slice(1) : form;
}
