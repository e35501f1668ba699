import { describe, expect, it } from 'vitest';
import { createPhoto, createStory } from '../../../src/story/create.ts';
import { marked, searchTerms, searchText, snippetOf } from '../../../src/story/search.ts';

const hits = (pieces: { text: string; isHit: boolean }[]): string[] =>
  pieces.filter(({ isHit }) => isHit).map(({ text }) => text);

describe('what is looked for', () => {
  it.each([
    ['lũ về', [['lu'], ['ve']], true],
    ['Hoà Bình ', [['hoa'], ['binh']], false],
    ['"đê biển" tây', [['de', 'bien'], ['tay']], true],
    ['“đê biển', [['de', 'bien']], true],
    ['  ,.- ', [], false],
    ['AND "OR" near*', [['and'], ['or'], ['near']], false],
  ])('in “%s”', (text, words, isUnfinished) => {
    const terms = searchTerms(text);
    expect(terms.map((term) => term.words)).toEqual(words);
    expect(terms.at(-1)?.isUnfinished ?? false).toBe(isUnfinished);
  });
});

describe('hits', () => {
  it.each([
    ['hoa binh', 'Hoà Bình và Hòa Bình', ['Hoà', 'Bình', 'Hòa', 'Bình']],
    ['hòa', 'hoà hoá hoa hoang', ['hoà', 'hoá', 'hoa', 'hoa']],
    ['hòa ', 'hoà hoá hoa hoang', ['hoà', 'hoá', 'hoa']],
    ['dong', 'Đồng bằng', ['Đồng']],
    ['"song hong"', 'Sông Hồng; sông, hồng; sông nhỏ, hồng', ['Sông Hồng', 'sông, hồng']],
  ])('of “%s” in “%s”', (text, whole, wanted) => {
    const pieces = marked(whole, searchTerms(text));
    expect(hits(pieces)).toEqual(wanted);
    expect(pieces.map((piece) => piece.text).join('')).toBe(whole);
  });

  it('stand where they stand, whatever letters come before', () => {
    for (const before of ['İ ', '🇻🇳 ', 'e\u0323\u0302 ', 'ﬁ '])
      expect(hits(marked(`${before}lũ lớn`, searchTerms('lu '))), before).toEqual(['lũ']);
  });

  it('are shown with the text round the first of them', () => {
    const text = `${'Trời nắng. '.repeat(40)}Nước lũ dâng nhanh. ${'Hết. '.repeat(60)}`;
    const pieces = snippetOf(text, searchTerms('lũ dâng'));
    expect(hits(pieces)).toEqual(['lũ', 'dâng']);
    expect(pieces[0]?.text).toBe('…');
    expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(200);
  });
});

describe('a story’s text', () => {
  it('has the body, captions, credits, byline, keywords, section and note', () => {
    const photo = createPhoto({ caption: [{ text: 'Chú thích' }], credit: 'Minh Đức', alt: 'Mô tả' });
    const { headline, rest } = searchText(
      createStory({
        language: 'vi',
        headline: 'Tít',
        standfirst: 'Sapo',
        section: 'Thời sự',
        keywords: ['cầu'],
        editorNote: 'Ghi chú',
        byline: { text: 'Lan - Hà', people: [{ name: 'Lan', roles: [] }] },
        body: [
          { type: 'paragraph', id: 'para0001', text: [{ text: 'Thân bài' }] },
          { type: 'figure', id: 'figu0001', photos: [photo] },
        ],
      }),
    );
    expect(headline).toBe('Tít');
    for (const text of ['Sapo', 'Thân bài', 'Chú thích', 'Minh Đức', 'Mô tả', 'Lan - Hà', 'cầu', 'Thời sự', 'Ghi chú'])
      expect(rest).toContain(text);
  });
});
