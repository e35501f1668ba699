import { describe, expect, it } from 'vitest';
import { b, blocksOf, figure, h2, i, li, link, ol, p, quote, read, sub, sup, table, td, ul } from './notation.ts';
import { GOOGLE_DOCS, LIBREOFFICE, WEB_PAGE, WORD } from './samples.ts';

describe('what is pasted from', () => {
  it('Google Docs', () => {
    expect(blocksOf(GOOGLE_DOCS)).toEqual([
      h2('River breaks its banks'),
      p(
        'The water rose ',
        b('two metres'),
        i(' in a night'),
        ', says ',
        link('https://example.org/report', 'the report'),
        '. CO',
        sub('2'),
      ),
      ul(li('North bank', ul('Old town')), 'South bank'),
      table([td(b('Day')), 'Level']),
    ]);
  });

  it('Word', () => {
    const { receipt } = read(WORD);
    expect(blocksOf(WORD)).toEqual([
      h2('Nước lên nhanh'),
      h2('1. Hiện trường'),
      p(b('Sáng 12/6'), ', nước sông dâng cao.'),
      ul(li('Cầu Bắc', ul('Nhịp một', 'Nhịp hai')), 'Cầu Nam'),
      ol(li('Sơ tán', ol('Trẻ em')), 'Đắp đê'),
      quote('Chưa năm nào thế này.'),
      table([td(b('Ngày')), 'Mực nước']),
    ]);
    expect(receipt.changed['list-rebuilt']).toBe(7);
    expect(receipt.dropped).toMatchObject({ 'word-comment': 2, 'missing-picture': 1 });
  });

  it('LibreOffice', () => {
    expect(blocksOf(LIBREOFFICE)).toEqual([
      h2('River breaks its banks'),
      p('The water rose ', b('two metres'), sup('1'), ', ', link('https://example.org/', 'says the council'), '.'),
      ol(li('North bank', ol('Old town')), 'South bank'),
    ]);
  });

  it('a news site', () => {
    expect(blocksOf(WEB_PAGE)).toEqual([
      ul('Home', 'News'),
      h2('River breaks its banks'),
      p('By Mai Lan'),
      p('12 June 2025'),
      figure({ alt: 'The bridge', caption: ['The bridge at noon.'], credit: 'Le Ha' }),
      p('The water rose ', i('two metres'), '.'),
      p('More at ', link('https://example.org/a?id=3', 'the site'), '.'),
      quote('We saw it.', 'Tran An'),
      h2('What now'),
      ol('Wait', 'Help'),
      p('Sign up'),
    ]);
    expect(read(WEB_PAGE).title).toBe('River breaks its banks | The Tide');
  });

  it('Word on the web, which gives each item a list of its own', () => {
    const item = (level: number, text: string): string =>
      `<div class="ListContainerWrapper"><ul class="BulletListStyle1"><li data-listid="3" data-aria-level="${level}"><p><span>${text}</span></p></li></ul></div>`;
    expect(blocksOf(item(1, 'a') + item(2, 'b') + item(1, 'c'))).toEqual([ul(li('a', ul('b')), 'c')]);
  });

  it('Word, a caption under its photo', () => {
    const png = 'data:image/png;base64,iVBORw0KGgo=';
    expect(blocksOf(`<p class=MsoNormal><img src="${png}" alt=x></p><p class=MsoCaption>The bridge</p>`)).toEqual([
      figure({ alt: 'x', caption: ['The bridge'] }),
    ]);
  });
});
