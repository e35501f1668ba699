import { expect, test } from 'vitest';
import { ok } from '../../src/base/result.ts';
import type { ExportInput } from '../../src/export/format.ts';
import { exportFormats } from '../../src/export/index.ts';
import { storyWords } from '../../src/story/measure.ts';
import type { Block } from '../../src/story/schema.ts';
import { bullets, figure, h, p, photo, picture, quote, story, withPictures } from '../unit/export/a-story.ts';
import { openPeer } from './peers/open-peer.ts';
import type { Written } from './peers/pages/export.ts';
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

/** Blocks that both ways write, and those that only Copydesk's must. */
const BOTH = [2000, 10_000];
const ALONE = [100_000];

test('HTML beside $generateHtmlFromNodes, in one window', async () => {
  const { page, close } = await openPeer('export');
  await page.waitForFunction(() => 'writing' in window);
  const write = (way: 'lexical' | 'copydesk', blocks: number, rounds: number): Promise<Written> =>
    page.evaluate(([as, count, times]) => window.writing[as](count, times), [way, blocks, rounds] as const);
  // Once each, so that both have been compiled.
  for (const way of ['copydesk', 'lexical'] as const) await write(way, 500, 5);
  const perThousand: string[] = [];
  for (const blocks of [...BOTH, ...ALONE]) {
    const ours = await write('copydesk', blocks, blocks > 50_000 ? 5 : 9);
    const own = percentile(ours.times, 0.5);
    expect(ours.size).toBeGreaterThan(blocks * 100);
    const count = blocks.toLocaleString('en').replace(/,/g, ' ');
    perThousand.push(`${count}: ${withUnit((own / blocks) * 1000, 'ms')}`);
    if (!BOTH.includes(blocks)) continue;
    const theirs = await write('lexical', blocks, 3);
    expect(theirs.size).toBeGreaterThan(blocks * 100);
    const other = percentile(theirs.times, 0.5);
    tell(
      'export',
      `HTML of ${count} blocks in one window: Copydesk's whole page; how many times sooner`,
      `${withUnit(own, 'ms')}; ${(other / own).toFixed(0)} times`,
      `$generateHtmlFromNodes: ${withUnit(other, 'ms')}; wanted: 30 times`,
    );
  }
  tell('export', 'the same, a thousand blocks of so many', perThousand.join('; '), 'wanted: the same for each');
  await close();
});
