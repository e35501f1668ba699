import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countGraphemes,
  countWords,
  fitting,
  fold,
  graphemeOffset,
  normalise,
  shortened,
  stripAccents,
  stripWithPlaces,
  wordsOf,
} from '../../../src/base/text.ts';

const FAMILY = '👨‍👩‍👧';

describe('characters as a reader counts them', () => {
  test.each([
    ['', 0],
    ['Việt', 4],
    ['Việt'.normalize('NFD'), 4],
    [`a${FAMILY}b`, 3],
    ['🇻🇳', 1],
    ['a\r\nb', 3],
    ['\ud800x', 2],
  ])('%j has %i', (text, count) => {
    expect(countGraphemes(text)).toBe(count);
  });

  test('as Unicode segments them, whatever letters and signs stand together', () => {
    const sign = fc.constantFrom(...'aZ0 .,“”–…đĐệằỮư©®\u00ad\u0301\u200d\ufe0f\r\n', FAMILY, '🇻🇳', '한');
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.array(sign), (signs) => {
        const text = signs.join('');
        expect(countGraphemes(text)).toBe([...segmenter.segment(text)].length);
      }),
    );
  });

  test('the place where the limit is reached is never within a character', () => {
    const text = `${'ệ'.normalize('NFD')}${FAMILY}z`;
    expect(graphemeOffset(text, 0)).toBe(0);
    expect(graphemeOffset(text, 1)).toBe(3);
    expect(graphemeOffset(text, 2)).toBe(text.length - 1);
    expect(graphemeOffset(text, 3)).toBe(text.length);
    expect(graphemeOffset(text, 99)).toBe(text.length);
  });
});

describe('words', () => {
  test.each([
    ['', 0],
    ['Water rose.', 2],
    ['Nước sông Cái Sậy dâng nhanh', 6],
    ['  – …  ', 0],
    ["the mayor's 2,500 boats", 4],
    ['the 7 a.m. ferry to the U.S.', 7],
  ])('%j has %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  test('are as many as the segmentation finds, whatever stands beside what', () => {
    const pieces = 'a Ệ đ é’s 7 2,5 . : … " “ ” ( ) [ - – _ / @ & \' \u0323 \u00a0 \u200d 中 문 ไทย ש 🇻🇳 \n \t'.split(
      ' ',
    );
    const texts = fc.array(fc.constantFrom(...pieces, ' ', ' ', 'nước', 'Sông'), { maxLength: 14 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        expect(countWords(text)).toBe([...wordsOf(text)].length);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('one spelling', () => {
  test('text is composed, and half a surrogate pair is replaced', () => {
    expect(normalise('Việt'.normalize('NFD'))).toBe('Việt');
    expect(normalise('a\ud800b')).toBe('a\ufffdb');
    expect(normalise('🙂')).toBe('🙂');
  });

  test.each([
    ['Đường', 'duong'],
    ['QUỲNH', 'quynh'],
    ['ệ'.normalize('NFD'), 'e'],
    ['Łódź', 'łodz'],
  ])('%s is compared as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('without accents', () => {
  test('old and new tone placement are the same, and case is kept', () => {
    expect(stripAccents('Hoà Bình')).toBe('Hoa Binh');
    expect(stripAccents('Hòa Bình')).toBe('Hoa Binh');
    expect(stripAccents('Đà Nẵng, ĐÔNG ÂU')).toBe('Da Nang, DONG AU');
  });

  test.each(['Hoà Bình', 'Hoà Bình'.normalize('NFD'), '🇻🇳 Đường 8', 'ab'])('the way back from %j', (original) => {
    const { text, origin } = stripWithPlaces(original);
    expect(text).toBe(stripAccents(original));
    expect(origin(0)).toBe(0);
    expect(origin(text.length)).toBe(original.length);
    for (let at = 0; at < text.length; at++) {
      const piece = original.slice(origin(at), origin(at + 1));
      if (/[a-z]/i.test(text.charAt(at))) expect(stripAccents(piece)).toBe(text.charAt(at));
    }
  });
});

describe('a text cut short', () => {
  const nfd = 'Trường'.normalize('NFD');
  test('keeps whole characters, as a reader counts them, and says that it goes on', () => {
    expect(shortened('Trường', 6)).toBe('Trường');
    expect(shortened(nfd, 3)).toBe(`${'Trư'.normalize('NFD')}…`);
    expect(shortened(`a${FAMILY}b`, 2)).toBe(`a${FAMILY}…`);
    expect(shortened('Nước lên', 5)).toBe('Nước…');
  });
  test('fits into a column of others, whole characters only', () => {
    expect(fitting('Trường', 6)).toBe('Trường');
    expect(fitting(nfd, 4)).toBe('Tr' + 'ư'.normalize('NFD'));
    expect(fitting(nfd, 5)).toBe('Tr' + 'ư'.normalize('NFD'));
    expect(fitting(`a${FAMILY}b`, 4)).toBe('a');
  });
});
