import { describe, expect, test } from 'vitest';
import { slugify } from '../../../src/story/slug.ts';
import { forSeeds } from './random.ts';

describe('a slug', () => {
  test.each([
    ['Khởi công cầu Đông Hải', 'khoi-cong-cau-dong-hai'],
    ['ĐƯỜNG SẮT, đường thuỷ: 3.000 tỷ đồng', 'duong-sat-duong-thuy-3-000-ty-dong'],
    ['Đường sắt'.normalize('NFD'), 'duong-sat'],
    ['Quỹ “Vì người nghèo” ủng hộ 5 tấn gạo', 'quy-vi-nguoi-ngheo-ung-ho-5-tan-gao'],
    ["Don't stop: the mayor’s plan", 'dont-stop-the-mayors-plan'],
    ['  -- Rates, at last, fall --  ', 'rates-at-last-fall'],
    ['Straße, Łódź, Ærø, smørrebrød', 'strasse-lodz-aero-smorrebrod'],
    ['İstanbul ve ılık', 'istanbul-ve-ilik'],
    ['ﬁne ＡＢＣ ½', 'fine-abc-1-2'],
    ['…', ''],
    ['', ''],
  ])('of %j is %j', (headline, slug) => {
    expect(slugify(headline)).toBe(slug);
  });

  test('has at most 80 characters and ends with a whole word', () => {
    const slug = slugify('Cầu Vàm Xáng vượt tiến độ, quyết tâm hợp long trước mùa nước nổi năm nay và khánh thành sớm');
    expect(slug).toBe('cau-vam-xang-vuot-tien-do-quyet-tam-hop-long-truoc-mua-nuoc-noi-nam-nay-va-khanh');
    expect(slug).toHaveLength(80);
    expect(slugify(`${'a'.repeat(78)} bcd`)).toBe('a'.repeat(78));
    expect(slugify('a'.repeat(90))).toBe('a'.repeat(80));
  });

  test.each(['中文标题', 'Новости дня', 'ข่าวเช้า'])('of %s, in another script, is not empty', (headline) => {
    expect(slugify(headline)).toMatch(/^u[0-9a-f]/);
  });

  test('of any text is plain ASCII, and the slug of a slug is itself', () => {
    const PIECES = [
      'Đ',
      'ệ',
      'ữ',
      'ß',
      'a',
      'Z',
      '9',
      ' ',
      '-',
      '—',
      "'",
      '🙂',
      '中',
      '\ud800',
      '̣',
      '\u00a0',
      'Ω',
      '.',
    ];
    forSeeds(500, (c) => {
      const text = Array.from({ length: c.int(60) }, () => c.pick(PIECES)).join('');
      const slug = slugify(text);
      expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      expect(slug.length).toBeLessThanOrEqual(80);
      if (/\p{L}/u.test(text)) expect(slug).not.toBe('');
      expect(slugify(slug)).toBe(slug);
    });
  });
});
