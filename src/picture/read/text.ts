import { fromUtf8 } from '../../base/bytes.ts';

declare const TextDecoder: new (encoding: string) => { decode: (bytes: Uint8Array) => string };

/** Escape sequence of ISO 2022 by which IIM 1:90 says UTF-8. */
const UTF_8 = [0x1b, 0x25, 0x47];

/**
 * In Vietnam's old code page every tone is a mark of its own after its vowel, which only Vietnamese text looks like:
 * a letter that takes no tone before a mark says that it is another language's accented letter.
 */
function asWindows1258(bytes: Uint8Array): string | null {
  const text = new TextDecoder('windows-1258').decode(bytes);
  const marks = text.match(/\p{M}/gu)?.length ?? 0;
  const tones = text.match(/[aăâeêioôơuưy]\p{M}/giu)?.length ?? 0;
  if (marks !== tones) return null;
  return tones > 0 || /[đơư]/iu.test(text) ? text : null;
}

/**
 * Text of an IIM dataset. `charset` is the value of 1:90; where it says nothing, UTF-8 that is UTF-8 is taken for it, and
 * else Windows-1258 for a Vietnamese story and Windows-1252 for any other.
 *
 * @param language of the story, BCP 47
 */
export function iimText(bytes: Uint8Array, charset: readonly number[] | undefined, language: string): string {
  const isDeclared = charset !== undefined && UTF_8.every((byte, index) => charset[index] === byte);
  if (isDeclared) return new TextDecoder('utf-8').decode(bytes);
  return (
    fromUtf8(bytes) ??
    (/^vi\b/i.test(language) ? asWindows1258(bytes) : null) ??
    new TextDecoder('windows-1252').decode(bytes)
  );
}
