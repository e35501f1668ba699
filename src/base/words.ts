/** Scripts that are written without blanks between words; each of their letters is taken for a word. */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const LETTERS = String.raw`(?:(?![${UNSPACED}])[\p{L}\p{N}])(?:(?![${UNSPACED}])[\p{L}\p{N}\p{M}])*`;
/** "2,5", "10:30", "12/06/2025" and "don't" are one word each: half a number changed is another number. */
const JOINED = String.raw`${LETTERS}(?:(?:(?<=\p{N})[.,:/](?=\p{N})|(?<=\p{L})['’](?=\p{L}))${LETTERS})*`;
const PICTURE = String.raw`\p{Extended_Pictographic}[\p{Emoji_Modifier}\ufe0f]*(?:\u200d\p{Extended_Pictographic}[\p{Emoji_Modifier}\ufe0f]*)*|\p{RI}\p{RI}`;
const TOKEN = new RegExp(String.raw`${JOINED}|${PICTURE}|[^\S\n]+|[\s\S]\p{M}*`, 'gu');
const WORD = /^[\p{L}\p{N}]/u;

/**
 * The text cut into words, blanks and single signs, which together are the text again. A Vietnamese syllable set off by
 * blanks is a word; so is a number with its separators, an emoji, and each letter of a script without blanks.
 * Unlike Intl.Segmenter it asks no dictionary, so that it cuts alike on every computer: what two desks merge must be the
 * same text on both.
 */
export function splitWords(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Whether a piece of `splitWords` says something: a word or number, not a blank or a sign. */
export const isWord = (piece: string): boolean => WORD.test(piece);

/** Whether two letters side by side read as one word, so that words which must stay two need a blank between. */
export const wouldFuse = (before: string, after: string): boolean =>
  isWord(after) && splitWords(before + after).length === 1;
