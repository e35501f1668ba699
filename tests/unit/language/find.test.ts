import { describe, expect, test } from 'vitest';
import { findAll } from '../../../src/language/find/find.ts';
import type { Query } from '../../../src/language/find/query.ts';

const PLAIN: Query = { text: '', matchCase: false, wholeWord: false, isPattern: false, matchAccents: false };

function found(text: string, query: Partial<Query>, ...texts: string[]): string[] {
  const result = findAll({ query: { ...PLAIN, ...query, text }, template: '', texts });
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.map(({ text: number, start, end }) => texts[number]!.slice(start, end));
}

function replaced(text: string, template: string, query: Partial<Query>, subject: string): string {
  const result = findAll({ query: { ...PLAIN, ...query, text }, template, texts: [subject] });
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.reduceRight(
    (whole, { start, end, replacement }) => whole.slice(0, start) + replacement + whole.slice(end),
    subject,
  );
}

describe('finding', () => {
  const TEXTS = ['Hòa Bình và Hoà Bình', 'về HOA BINH', 'đường dây'];

  test.each(['hoa binh', 'Hòa Bình', 'Hoà Bình', 'Hoà Bình'.normalize('NFD')])('%s finds every spelling', (text) => {
    expect(found(text, {}, ...TEXTS)).toEqual(['Hòa Bình', 'Hoà Bình', 'HOA BINH']);
  });

  test('d finds đ, and đ finds d', () => {
    expect(found('d', {}, 'Đi dạo')).toEqual(['Đ', 'd']);
    expect(found('đ', {}, 'Đi dạo')).toEqual(['Đ', 'd']);
  });

  test('accents and case count where they are asked to', () => {
    expect(found('Hòa Bình', { matchAccents: true }, ...TEXTS)).toEqual(['Hòa Bình']);
    expect(found('hoa binh', { matchCase: true }, ...TEXTS)).toEqual([]);
    expect(found('HOA', { matchCase: true }, ...TEXTS)).toEqual(['HOA']);
  });

  test('whole words alone', () => {
    expect(found('an', { wholeWord: true }, 'ban án an, an-toàn lan')).toEqual(['án', 'an', 'an']);
    expect(found('đường', { wholeWord: true, matchAccents: true }, 'đường, đườngx')).toEqual(['đường']);
  });

  test('signs of patterns are plain signs in a plain search', () => {
    expect(found('1.2(3)?', {}, 'số 1.2(3)? và 1x23')).toEqual(['1.2(3)?']);
  });

  test('patterns, with and without accents', () => {
    expect(found(String.raw`\d+ (tỷ|trieu)`, { isPattern: true }, '12 tỷ và 30 triệu')).toEqual(['12 tỷ', '30 triệu']);
    expect(found(String.raw`\S+ịnh`, { isPattern: true, matchAccents: true }, 'Nam Định Bình')).toEqual(['Định']);
    expect(found('x*', { isPattern: true }, 'aaa')).toEqual([]);
    expect(found('^b', { isPattern: true }, 'a\nb')).toEqual(['b']);
  });

  test.each(['(', '[a', '*', String.raw`\p{Nope}`, '(?<a>.)(?<a>.)'])('%s is named as a bad pattern', (text) => {
    const result = findAll({ query: { ...PLAIN, isPattern: true, text }, template: '', texts: ['a'] });
    expect(result).toMatchObject({ ok: false, failure: { code: 'find.bad-pattern' } });
    expect(result.ok ? '' : result.failure.about?.['reason']).toMatch(/^[A-Z][a-z]/);
  });

  test('an empty query finds nothing', () => {
    expect(found('', {}, 'a')).toEqual([]);
  });
});

describe('replacing', () => {
  test('by a plain text, in which a dollar is a dollar, or by nothing', () => {
    expect(replaced('giá', '$1', {}, 'giá già')).toBe('$1 $1');
    expect(replaced('rất ', '', {}, 'rất đẹp, rất xa')).toBe('đẹp, xa');
  });

  test('by what the groups found, with its accents', () => {
    const query = { isPattern: true };
    expect(replaced(String.raw`(\S+) (binh)`, '$2 $1', query, 'Hoà Bình')).toBe('Bình Hoà');
    expect(replaced('(?<so>\\d+)%', '$<so> phần trăm', query, '12%')).toBe('12 phần trăm');
    expect(replaced('(a)', '$10$2$$&$&', query, 'á')).toBe('á0$2$&á');
    expect(replaced('(a)|(b)', '[$1$2]', query, 'ab')).toBe('[a][b]');
  });
});
