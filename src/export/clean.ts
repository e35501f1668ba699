import { normalise } from '../base/text.ts';

/** Anything but the letters, figures and signs of a Latin text in NFC: only then is there something to clean. */
const UNCOMMON = /[^\n\x20-\x7e\u00a0-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]/;

/**
 * Text as any file may hold it: NFC, line ends as "\n", tabs as blanks, and without the control characters,
 * noncharacters and half surrogates that HTML and XML forbid.
 */
export function cleanText(text: string): string {
  if (!UNCOMMON.test(text)) return text;
  return normalise(text)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}|\p{Noncharacter_Code_Point}/gu, '');
}

/** One clean line: for a title, a name, an attribute. Without the signs that turn the direction of text round. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a reader would see nothing. */
export const isBlank = (text: string): boolean => !/[A-Za-z0-9]/.test(text) && cleanLine(text) === '';

/** Plain data with every text in it clean, and without what is undefined. */
export function cleanData(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanData);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries.map(([key, part]) => [key, cleanData(part)]));
}
