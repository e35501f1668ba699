import nspell from 'nspell';
import { normalise } from '../../base/text.ts';
import { placeTone } from '../vietnamese/syllable.ts';
import { known, nearest, oneLetterOff, type Known } from './guess.ts';

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
/** Guessing at a longer word hits nothing. */
const LONGEST_GUESSED = 40;

interface Lexicon {
  dictionary: Dictionary;
  correct: (word: string) => boolean;
  /** Its words as they are listed, for guessing. */
  words: readonly Known[];
}

/** A lexicon takes half a second to make, and is asked for again with every change of the newsroom's words. */
const made = new Map<string, Lexicon>();

function lexiconOf(dictionary: Dictionary): Lexicon {
  const base = baseOf(dictionary.language);
  const before = made.get(base);
  if (before && before.dictionary.aff === dictionary.aff && before.dictionary.dic === dictionary.dic) return before;
  const spell = nspell({ aff: dictionary.aff, dic: dictionary.dic });
  const lexicon = { dictionary, correct: (word: string) => spell.correct(word), words: wordsOf(dictionary.dic) };
  made.set(base, lexicon);
  return lexicon;
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
  for (const dictionary of dictionaries) lexicons.set(baseOf(dictionary.language), lexiconOf(dictionary));
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
      if (word.length > LONGEST_GUESSED) return [];
      const guess = (of: string): string[] => {
        const lexicon = lexicons.get(of);
        if (!lexicon) return [];
        // What is listed has no endings: a word one letter away may have one (“definitely” is “definite/Y”).
        const oneOff = of === 'vi' ? [] : oneLetterOff(word.toLowerCase()).filter(lexicon.correct);
        return [...oneOff, ...nearest(word, lexicon.words, MOST_SUGGESTED)];
      };
      const own = guess(base);
      const all = own.length > 0 || base !== 'vi' ? own : guess('en');
      return [...new Set(all.map((form) => like(word, form)))].filter((form) => form !== word).slice(0, MOST_SUGGESTED);
    },
  };
}

/** The words of a Hunspell dictionary as they are listed, without their flags. */
function wordsOf(dic: string): Known[] {
  return dic
    .split('\n')
    .slice(1)
    .map((line) => line.split('/')[0]!.trim())
    .filter((word) => word !== '')
    .map((word) => known(word.normalize('NFC')));
}

/** The form with capitals where the model has them. */
function like(model: string, form: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return form.toUpperCase();
  return model.charAt(0) === model.charAt(0).toUpperCase() ? form.charAt(0).toUpperCase() + form.slice(1) : form;
}
