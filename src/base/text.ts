const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** How many characters a reader sees: Unicode grapheme clusters (UAX #29), so that "ệ" is one in NFC and in NFD. */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count++;
  return count;
}

/** The place in `text` (UTF-16 units) where the grapheme number `limit` ends; the text's length where it is shorter. */
export function graphemeOffset(text: string, limit: number): number {
  let count = 0;
  for (const { index } of graphemes.segment(text)) if (count++ === limit) return index;
  return text.length;
}

/** Words by Unicode segmentation; a Vietnamese syllable set off by spaces counts as one, as newsrooms count. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of words.segment(text)) if (isWordLike) count++;
  return count;
}

/** The one spelling in which text is stored and exported: Unicode NFC, and no half of a surrogate pair. */
export function normalise(text: string): string {
  return text.toWellFormed().normalize('NFC');
}

/** Folded for comparing: accents and tone marks off, đ to d, lower case. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
}
