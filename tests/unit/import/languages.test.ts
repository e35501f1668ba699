import { describe, expect, it } from 'vitest';
import { htmlFragment } from '../../../src/export/page/fragment.ts';
import type { Block } from '../../../src/story/schema.ts';
import { read } from './notation.ts';

const VI = 'Đoàn khách Anh đến tỉnh sáng nay và thăm bến phà cũ bên sông.';
const EN = 'We came by boat, and nobody told us how long it would take.';
const languages = (html: string) =>
  read(html).blocks.map((block) => ('language' in block ? (block.language ?? null) : null));

describe('the language that a page names', () => {
  it('stays on paragraphs, subheads, quotes and lists that are in another than the text', () => {
    const html = `<html lang="vi"><body><p>${VI}</p><p lang="en-GB">${EN}</p><h2 lang="en">${EN}</h2>
      <blockquote lang="en"><p>${EN}</p></blockquote><ul lang="en"><li>${EN}</li><li>By boat</li></ul><p>${VI}</p></body></html>`;
    expect(languages(html)).toEqual([null, 'en-GB', 'en', 'en', 'en', null]);
  });

  it('is taken from an element round several, and from a span round a whole paragraph', () => {
    expect(
      languages(
        `<p>${VI}</p><div lang="fr_FR"><p>Nous sommes venus en bateau ce matin.</p></div><p><span lang="en">${EN}</span></p>`,
      ),
    ).toEqual([null, 'fr-FR', 'en']);
  });

  it('is left out where only some of the words, or some items of a list, are in it', () => {
    expect(
      languages(`<p>${VI} <i lang="en">By boat</i></p><ul><li lang="en">${EN}</li><li>${VI}</li></ul><p>${VI}</p>`),
    ).toEqual([null, null, null]);
  });

  it('is not believed against the letters: Word calls everything English', () => {
    expect(languages(`<p><span lang="EN-US">${VI}</span></p><p lang="vi">${EN}</p><p>${VI}</p>`)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('says nothing where all of the text is in it, nor where it is no language', () => {
    expect(languages(`<p lang="en">${EN}</p><p lang="en">${EN}</p>`)).toEqual([null, null]);
    expect(languages(`<p>${VI}</p><p lang="javascript:alert(1)">${EN}</p><p lang="">${EN}</p><p>${VI}</p>`)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('comes back from Copydesk’s own page', () => {
    const body: Block[] = [
      { type: 'paragraph', id: 'para1', text: [{ text: VI.repeat(6) }] },
      { type: 'paragraph', id: 'para2', language: 'en-GB', text: [{ text: EN }] },
      { type: 'quote', id: 'quote1', language: 'en-GB', text: [{ text: EN }], attribution: [{ text: 'Ann Lee' }] },
      { type: 'list', id: 'list1', language: 'en-GB', ordered: false, items: [{ id: 'item1', text: [{ text: EN }] }] },
      {
        type: 'fact-box',
        id: 'box1',
        title: [{ text: 'Con số' }],
        blocks: [{ type: 'paragraph', id: 'para3', language: 'en-GB', text: [{ text: EN }] }],
      },
    ];
    const page = htmlFragment(body);
    const said = read(page).blocks.flatMap((block) => (block.type === 'fact-box' ? block.blocks : [block]));
    expect(said.map((block) => ('language' in block ? block.language : undefined))).toEqual([
      undefined,
      'en-GB',
      'en-GB',
      'en-GB',
      'en-GB',
    ]);
  });
});
