import { describe, expect, it } from 'vitest';
import { frontMatterOf, readFrontMatter } from '../../../src/story/front-matter.ts';
import { oneOfEverything, vietnamese } from '../export/stories.ts';
import { figure, p, photo, story } from '../export/a-story.ts';

describe('the front matter of a story', () => {
  it.each([
    ['vietnamese', vietnamese],
    ['one of everything', oneOfEverything],
  ])('comes back as the same fields: %s', (_, { story: told }) => {
    const { fields, photos, leadPhoto, ignored } = readFrontMatter(frontMatterOf(told, () => 'media/a.jpg'));
    expect(told).toMatchObject(fields);
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(['headline', 'byline', 'dateline', 'sourceCredit']));
    expect(photos.map(({ credit = '' }) => credit)).toEqual(
      told.body.flatMap((block) => (block.type === 'figure' ? block.photos.map(({ credit }) => credit) : [])),
    );
    expect({ leadPhoto, ignored }).toEqual({ leadPhoto: null, ignored: [] });
  });

  it('names the lead photo by its number, and a photo to come by no file', () => {
    const second = photo(null, { credit: 'Ann Roe', rights: '© Ann Roe' });
    const told = story({ leadPhoto: second.id }, figure(photo(null)), p('x'), figure(second));
    const written = frontMatterOf(told, () => null);
    expect(written.photos).toEqual([{ file: null }, { file: null, credit: 'Ann Roe', rights: '© Ann Roe' }]);
    expect(readFrontMatter(written)).toMatchObject({ leadPhoto: 2, photos: written.photos });
  });

  it('keeps the editor’s note and the review in the house', () => {
    const told = story({ editorNote: 'CHECK WITH LEGAL', review: { state: 'changes-asked' } });
    expect(JSON.stringify(frontMatterOf(told, () => null))).toBe('{"lang":"en"}');
  });
});

describe('another program’s front matter', () => {
  it('is read where the names agree', () => {
    const { fields, ignored } = readFrontMatter({
      title: 2024,
      author: 'Lê Hà'.normalize('NFD'),
      keywords: 'lũ',
      date: '2025-06-12T10:30:00+07:00',
      dateline: 'Huế',
      layout: 'post',
    });
    expect(fields).toEqual({
      headline: '2024',
      byline: { text: '', people: [{ name: 'Lê Hà', roles: [] }] },
      keywords: ['lũ'],
      dateline: { text: 'Huế', place: '', source: '', date: '2025-06-12T10:30:00+07:00' },
    });
    expect(ignored).toEqual(['layout']);
  });

  it.each([
    ['date', '12/06/2025'],
    ['urgency', 12],
    ['tags', { a: 1 }],
    ['photos', 'a.jpg'],
    ['__proto__x', 1],
    ['toString', 1],
  ])('names what it cannot take: %s', (key, value) => {
    expect(readFrontMatter({ [key]: value })).toMatchObject({ fields: {}, ignored: [key] });
  });

  it.each([null, 'text', 7, undefined])('that is no mapping (%j) says nothing', (data) => {
    expect(readFrontMatter(data)).toEqual({ fields: {}, photos: [], leadPhoto: null, ignored: [] });
  });
});
