/** A word of a text: where it stands, in UTF-16 units. */
export interface TextWord {
  word: string;
  start: number;
  end: number;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
/** Addresses, file names, handles: nobody's spelling. */
const NOT_PROSE =
  /(?:https?:\/\/|www\.)\S+|\S+@\S+|[@#]\S+|\b[\w-]+\.(?:vn|com|org|net|gov|html?|docx?|pdf|jpe?g|png)\b/giu;

/** The words of a text whose spelling can be looked up: no numbers, addresses or short words in capitals (UBND, NATO). */
export function wordsToCheck(text: string): TextWord[] {
  const prose = text.replace(NOT_PROSE, (found) => ' '.repeat(found.length));
  const words: TextWord[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(prose)) {
    if (!isWordLike || /[\p{N}_]/u.test(segment) || isAcronym(segment)) continue;
    words.push({ word: segment, start: index, end: index + segment.length });
  }
  return words;
}

const isAcronym = (word: string): boolean => word.length <= 6 && /^\p{Lu}{2,}$/u.test(word) && !/[^A-ZĐ]/.test(word);
