import { readFileSync } from 'node:fs';
import { shellWords } from '../../../electron/shell/words.ts';
import { en } from '../../../renderer/words/en/index.ts';
import { vi } from '../../../renderer/words/vi/index.ts';
import { checkWords } from '../../../src/check/words/index.ts';
import { createSpeller } from '../../../src/language/spelling/speller.ts';
import { REPOSITORY } from '../launch.ts';

/**
 * What Vietnamese newsrooms say although no Vietnamese dictionary has it: names of programs, formats, keys and places,
 * and the trade's own words.
 */
const AT_HOME = `
  Copydesk Word Markdown ninjs NewsML HTML JSON PDF Unicode Telex IPTC Letter docx story html index ID Windows macOS
  Alt Ctrl Cmd Shift Enter Esc Home End Tab Delete Backspace
  https http mailto COPYDESK_HOME TK TODO xx px MB km mm ph thg
  tít sapo web webhook video wiki script rules English WordPress Ghost AVIF GIF JPEG PNG WebP GMT
`;

const dictionary = (suffix: string): string =>
  readFileSync(`${REPOSITORY}node_modules/dictionary-vi/index.${suffix}`, 'utf8');

/** A text of the words files and where it stands there. */
export interface Said {
  place: string;
  text: string;
}

/** All texts of a tree of words. */
export function textsOf(words: object, place = ''): Said[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [{ place: `${place}${key}`, text: value }]
      : textsOf(value as object, `${place}${key}.`),
  );
}

const inLanguage = (language: 'en' | 'vi'): Said[] => [
  ...textsOf({ en, vi }[language]),
  ...textsOf(shellWords(language), 'menu.'),
  ...textsOf(checkWords(language), 'findings.'),
];

/** Everything that Copydesk says in Vietnamese: in its window, its menu and dialogs, its findings. */
export const vietnamese = inLanguage('vi');

const plain = (text: string): string => text.replaceAll('&', '').trim();
const sameInBoth = new Set(vietnamese.map(({ place, text }) => `${place} ${plain(text)}`));
/** English texts that the Vietnamese window must not show, by what they say. */
const english = new Map(
  inLanguage('en')
    .filter(({ place, text }) => !sameInBoth.has(`${place} ${plain(text)}`) && !text.includes('{'))
    .map(({ place, text }) => [plain(text), place]),
);
for (const { text } of vietnamese) english.delete(plain(text));

/** @param names words of the stories on show, which are the reporter's and not ours */
export function createJudge(names: readonly string[] = []): (text: string) => string | null {
  const speller = createSpeller(
    [{ language: 'vi', aff: dictionary('aff'), dic: dictionary('dic') }],
    [...AT_HOME.split(/\s+/u), ...names],
  );
  const segmenter = new Intl.Segmenter('vi', { granularity: 'word' });
  const isOurs = (word: string): boolean =>
    word.length < 2 || /[\p{N}_]/u.test(word) || word === word.toUpperCase() || speller.knows(word, 'vi');

  /** Why a text is no Vietnamese, or null where it is. */
  return (text) => {
    const place = english.get(plain(text));
    if (place !== undefined) return `“${text}” is the English of ${place}`;
    // Placeholders are no words, nor is what looks like an address or a file.
    const prose = text.replace(/\{\w+\}|\S+:\/\/\S+|\S+@\S+|\S*\.(?:story|json|txt|html)\b|\.\w+\b/gu, ' ');
    const foreign = [...segmenter.segment(prose)].filter(({ segment, isWordLike }) => isWordLike && !isOurs(segment));
    if (foreign.length === 0) return null;
    return `“${text}” has ${foreign.map(({ segment }) => segment).join(', ')}`;
  };
}
