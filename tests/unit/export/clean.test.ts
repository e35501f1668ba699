import { expect, test } from 'vitest';
import { cleanText, isBlank } from '../../../src/export/clean.ts';

/** Each sign of the first plane between letters, and before one that it may be composed with. */
const texts = Array.from({ length: 0x10000 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return `a${sign}e${sign}\u0301`;
});

test('a text is cleaned the same whether or not there seems to be something to clean', () => {
  // A tab is always cleaned away, so that the whole of the text is looked at.
  const different = texts.filter((text) => cleanText(`${text}\t`) !== `${cleanText(text)} `);
  expect(different).toEqual([]);
});

test('common Vietnamese is let be, and what no file may hold is taken out', () => {
  expect(cleanText('Lũ về: “nước” – 2,5 m…')).toBe('Lũ về: “nước” – 2,5 m…');
  expect(cleanText('a\u0000b\u0085c\u2028d\ufffee\ud800')).toBe('ab\nc\nde\ufffd');
  expect([' \n\u202e', '', '\u00a0', ' .', 'a', '\u0000'].map(isBlank)).toEqual([true, true, true, false, false, true]);
});
