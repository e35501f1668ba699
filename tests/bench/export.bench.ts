import { expect, test } from 'vitest';
import { ok } from '../../src/base/result.ts';
import type { ExportInput } from '../../src/export/format.ts';
import { exportFormats } from '../../src/export/index.ts';
import { storyWords } from '../../src/story/measure.ts';
import type { Block } from '../../src/story/schema.ts';
import { bullets, figure, h, p, photo, picture, quote, story, withPictures } from '../unit/export/a-story.ts';
import { figure as tell, percentile, withUnit } from './figures.ts';

const WORDS = 50_000;
const ROUNDS = 7;
const sentence = 'Nước sông lên nhanh trong đêm, các xã ven sông phải sơ tán người già và trẻ em. ';

/** A report of that many words in the mix of a long read: mostly paragraphs, with marks and links, headings, lists, quotes, photos. */
async function longRead(): Promise<ExportInput> {
  const originals = await Promise.all(
    Array.from({ length: 20 }, (_, n) => picture(`anh-${n}.jpg`, 'x'.repeat(1000) + n)),
  );
  const body: Block[] = [];
  const told = story({
    language: 'vi',
    headline: 'Lũ về',
    standfirst: sentence,
    byline: { text: 'Hữu Nghĩa', people: [] },
  });
  for (let part = 0; storyWords({ ...told, body }) < WORDS; part++) {
    for (let n = 0; n < 40; n++)
      body.push(
        p([
          { text: sentence.repeat(2) },
          { text: 'Theo trạm thủy văn', href: 'https://example.vn/tram' },
          { text: ` ${sentence}` },
          { text: 'trên báo động ba', marks: ['strong'] },
          { text: `. ${sentence}` },
        ]),
      );
    const one = originals[part % originals.length] ?? null;
    body.push(h(2, `Phần ${part}`), bullets(sentence, sentence), quote(sentence, 'Bà Lan'));
    body.push(figure(photo(one, { alt: 'Nước lũ', caption: sentence, credit: 'Minh Đức' })));
  }
  return withPictures({ ...told, body }, ...originals);
}

async function median(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return percentile(times, 0.5);
}

test('a story of 50,000 words in every format', async () => {
  const input = await longRead();
  const words = storyWords(input.story);
  expect(words).toBeGreaterThanOrEqual(WORDS);
  const stringified = await median(() => JSON.stringify(input.story));
  const times = new Map<string, { time: number; size: number }>();
  for (const format of exportFormats) {
    let size = 0;
    const time = await median(async () => {
      const made = await format.write({ ...input, print: ({ page }) => Promise.resolve(ok(page)) });
      if (!made.ok) throw new Error(made.failure.detail);
      size = made.value[0]?.bytes.length ?? 0;
    });
    times.set(format.id, { time, size });
  }
  const of = (id: string): string => {
    const { time = NaN, size = NaN } = times.get(id) ?? {};
    return `${withUnit(time, 'ms')}, ${withUnit(Math.round(size / 1024), 'KB')}`;
  };
  const count = words.toLocaleString('en').replace(/,/g, ' ');
  tell(
    'export',
    `a story of ${count} words, ${input.story.body.length} blocks, to an HTML page: median of ${ROUNDS}; its size`,
    of('html'),
    `JSON.stringify of the same story: ${withUnit(stringified, 'ms')}`,
  );
  tell('export', 'the same to ninjs; NewsML-G2', `${of('ninjs')}; ${of('newsml-g2')}`);
  tell('export', 'the same to Markdown; wire text; an RSS item', `${of('markdown')}; ${of('text')}; ${of('rss-item')}`);
  tell('export', 'the same to Word', of('docx'), 'without a window: PDF is laid out by Chromium');
  expect([...times.keys()]).toHaveLength(exportFormats.length);
});
