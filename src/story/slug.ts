const LONGEST = 80;

/** Latin letters that Unicode does not take apart into a letter and an accent. */
const SPELT: Record<string, string> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ŋ: 'ng',
};

/** Words of another script have no ASCII spelling that is not a guess, so their characters are named by number. */
function numbered(word: string): string {
  return `u${[...word].map((letter) => letter.codePointAt(0)?.toString(16)).join('-')}`;
}

/** As many whole words as fit; a single word longer than the limit is cut. */
function cutAtWord(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const end = slug.lastIndexOf('-', LONGEST);
  return slug.slice(0, end > 0 ? end : LONGEST);
}

/**
 * A headline as the name of its page and files: `Khởi công cầu Đông Hải` is `khoi-cong-cau-dong-hai`.
 *
 * Lower-case ASCII letters and digits, words joined by `-`, at most 80 characters, cut at the end of a word. Empty only
 * for text without a letter or digit. The same headline always gives the same slug.
 */
export function slugify(headline: string): string {
  const plain = headline
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ]+/gu, '')
    .toLowerCase()
    // Lower-casing can take a letter apart again (İ is i and a dot).
    .replace(/\p{M}+/gu, '')
    .replace(/[đðøłħŧıßæœþŋ]/g, (letter) => SPELT[letter] ?? letter);
  const words = plain.match(/[a-z0-9]+/g) ?? plain.match(/[\p{L}\p{N}]+/gu)?.map(numbered) ?? [];
  return cutAtWord(words.join('-'));
}
