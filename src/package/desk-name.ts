import { normalise } from '../base/text.ts';

/** What a name may take of a file name's 255 bytes, in bytes of UTF-8: some disks and synchronisers allow less. */
const MOST = { headline: 80, person: 40 };

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const encoder = new TextEncoder();

/** A text as a part of a file name on every system: no separators, no control characters, no more than `most` bytes. */
function part(text: string, most: number): string {
  const clean = normalise(text)
    .replace(/[\p{C}<>:"/\\|?*–]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  let short = '';
  for (const { segment } of graphemes.segment(clean)) {
    if (encoder.encode(short + segment).length > most) break;
    short += segment;
  }
  // Windows drops full stops and blanks at a name's end.
  return short.replace(/[. ]+$/, '');
}

/**
 * What a story is called on a shared desk: `2026-11-24 Nước lên nhanh – Lan – v3.story`. For people alone: what a file holds is
 * read from it, whatever it is called.
 *
 * @param day the day that it is put there, as YYYY-MM-DD
 */
export function deskName(day: string, headline: string, person: string, version: number): string {
  const named = [part(headline, MOST.headline), part(person, MOST.person), `v${version}`].filter((one) => one !== '');
  return `${day} ${named.join(' – ')}.story`;
}
