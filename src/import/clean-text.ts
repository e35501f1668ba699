import { normalise } from '../base/text.ts';
import { tally, type Receipt } from './receipt.ts';

/** Marks that turn the direction of writing: invisible, and a known way to make text read as what it is not. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * What no reader sees and what breaks searching: control characters, soft hyphen, zero-width space, word joiner, byte order
 * mark, annotation marks, noncharacters. Zero-width joiner and non-joiner stay: emoji, Persian and Indic scripts need them.
 */
/* eslint-disable no-control-regex -- control characters are what these look for */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]/g;

// Most text holds none of them; one look spares two copies.
const SUSPECT =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]/;
/* eslint-enable no-control-regex */

/** Text without direction marks and invisible characters; what went is counted in the receipt. */
export function cleanText(text: string, receipt: Receipt): string {
  if (!SUSPECT.test(text)) return text;
  const straight = text.replace(BIDI, '');
  const clean = straight.replace(INVISIBLE, '');
  tally(receipt.dropped, 'bidi-control', text.length - straight.length);
  tally(receipt.dropped, 'invisible-character', straight.length - clean.length);
  return clean;
}

/** Whether a reader would see anything: blanks of every width and lone joiners are nothing. */
export function isBlank(text: string): boolean {
  return !/[^\s\u200c\u200d\ufe00-\ufe0f]/.test(text);
}

/** The most marks that a letter keeps, the bound of Unicode's stream-safe text (UAX #15): no language comes near it. */
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu;

/**
 * Text in NFC. Marks heaped on one letter beyond thirty go, counted in the receipt: sorting them, which NFC asks for, takes
 * time by the square of their number.
 */
export function normaliseForeign(text: string, receipt: Receipt): string {
  const bounded = text.replace(TOO_MANY_MARKS, '$1');
  tally(receipt.dropped, 'heaped-mark', text.length - bounded.length);
  return normalise(bounded);
}
