import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFormats } from '../../src/export/index.ts';
import { htmlToBlocks } from '../../src/import/html/index.ts';
import { createStory } from '../../src/story/create.ts';
import type { Block, Story } from '../../src/story/schema.ts';
import { figure } from '../bench/figures.ts';
import { createDetector, type Detector } from '../desktop/detector.ts';
import { openExport } from '../desktop/opened-export.ts';
import {
  bullets,
  embed,
  factBox,
  figure as photoBlock,
  h,
  p,
  photo,
  quote,
  table,
  td,
  th,
} from '../unit/export/a-story.ts';
import { many } from './length.ts';
import { vectors, type Vector } from './vectors.ts';

/** So many vectors in one story; a page of all of them would be no story any more. */
const TOGETHER = 400;
const VECTORS = many(10_000, TOGETHER);

/** The vectors as they would be typed, and as they come in: in every field and every kind of block. */
function storyOf(part: readonly Vector[]): Story {
  const texts = part.map(({ markup }) => markup.toWellFormed().slice(0, 2_000));
  const some = (n: number): string => texts[n % texts.length] ?? '';
  const came = part.flatMap(({ words, markup }): Block[] => {
    const read = htmlToBlocks(`<p>${words}</p>${markup}`);
    return read.ok ? read.value.blocks : [];
  });
  const typed = texts.map((text, n): Block => {
    const linked = [
      { text, href: text, marks: ['strong' as const] },
      { text: ' ', href: `https://example.org/${text}` },
    ];
    switch (n % 8) {
      case 0:
        return h(2, text);
      case 1:
        return quote(text, text);
      case 2:
        return bullets(text, { text, sub: [text] });
      case 3:
        return embed(text, text, text);
      case 4:
        return factBox(text, p(linked));
      case 5:
        return table([th(text), td(linked)]);
      case 6:
        return photoBlock(photo(null, { alt: text, caption: linked, credit: text, source: text, rights: text }));
      default:
        return p(linked);
    }
  });
  return createStory({
    language: 'vi',
    kicker: some(0),
    headline: some(1),
    standfirst: some(2),
    sourceCredit: some(3),
    section: some(4),
    slug: some(5),
    keywords: [some(6)],
    byline: { text: some(7), people: [{ name: some(8), roles: [] }] },
    dateline: { text: some(9), place: some(10), source: some(11), date: '2025-06-12T10:30:00Z' },
    body: [...came, ...typed],
  });
}

let detector: Detector;
beforeAll(async () => {
  detector = await createDetector();
});
afterAll(() => detector.close());

describe.each(exportFormats.map((format) => [format.id, format] as const))(
  '%s, opened in Chromium with scripts on',
  (id, format) => {
    it(`runs nothing, asks for nothing and keeps nothing that could, of ${VECTORS.toLocaleString('en')} vectors`, async () => {
      const all = vectors(VECTORS);
      for (let n = 0; n < all.length; n += TOGETHER) {
        const story = storyOf(all.slice(n, n + TOGETHER));
        expect(await openExport(detector, format, { story, media: () => undefined }), `vectors from ${n}`).toEqual({});
      }
      figure(
        'hard',
        `vectors opened as ${id}: scripts, requests, active markup`,
        `${all.length.toLocaleString('en')}: 0, 0, 0`,
      );
    });
  },
);
