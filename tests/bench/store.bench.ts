import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { nodeDisk } from '../../electron/services/disk/disk.ts';
import { writeBeside } from '../../electron/services/disk/write.ts';
import { storyFolder } from '../../electron/services/drafts/layout.ts';
import { changeBytes } from '../../electron/services/drafts/records.ts';
import { openDraftStore } from '../../electron/services/drafts/store.ts';
import { History } from '../../electron/services/history/history.ts';
import { readPackageFile } from '../../electron/services/package-file.ts';
import { createParagraph, createStory } from '../../src/story/create.ts';
import type { Story } from '../../src/story/schema.ts';
import { storyWords } from '../../src/story/measure.ts';
import { launchCopydesk, REPOSITORY } from '../desktop/launch.ts';
import { newHome } from '../host/folder.ts';
import { countingDisk } from './counting-disk.ts';
import { figure, percentile, withUnit } from './figures.ts';
import { madeUpWords } from './words.ts';

const SAMPLES = join(REPOSITORY, 'assets', 'stories');
const sentence = 'Nước sông lên nhanh trong đêm, các xã ven sông phải sơ tán người già và trẻ em. ';
const aStory = (paragraphs: number): Story =>
  createStory({
    language: 'vi',
    headline: 'Lũ về',
    body: Array.from({ length: paragraphs }, () => createParagraph([{ text: sentence.repeat(3) }])),
  });

/** The story with the most blocks among the samples. */
async function largestSample(): Promise<Story> {
  const files = (await readdir(SAMPLES)).filter((name) => name.endsWith('.story'));
  const read = await Promise.all(files.map((name) => readPackageFile(join(SAMPLES, name))));
  const stories = read.flatMap((one) => (one.ok ? [one.value.story] : []));
  return stories.reduce((a, b) => (storyWords(a) >= storyWords(b) ? a : b));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const KEYS = 600;
const MB = 1024 * 1024;

test.each([
  ['800 words', 14],
  ['2,000 paragraphs', 2000],
])('a key in a story of %s', async (size, paragraphs) => {
  const story = aStory(paragraphs);
  const disk = countingDisk();
  const home = await newHome();
  const store = openDraftStore({ home, disk });
  await store.create(story);
  await store.open(story.id);
  const block = story.body[paragraphs >> 1];
  if (block?.type !== 'paragraph') throw new Error('no paragraph to type in');
  disk.bytes = disk.syncs = 0;
  const times: number[] = [];
  // The least that any program can do for the same bytes, key by key beside it.
  const raw = await nodeDisk.open(join(home, 'raw'), 'new');
  const rawTimes: number[] = [];
  let length = 0;
  for (let key = 1; key <= KEYS; key++) {
    const typed = { ...block, text: [{ text: sentence.repeat(3) + 'ă'.repeat(key % 80) }] };
    const change = { blocks: { [block.id]: typed } };
    times.push(await timed(() => store.change(story.id, key, change)));
    const bytes = changeBytes(key, story.updatedAt, change, undefined);
    rawTimes.push(await timed(() => raw.write(bytes, length).then(() => raw.sync())));
    length += bytes.length;
  }
  await raw.close();
  await store.closeAll();
  const rawMedian = percentile(rawTimes, 0.5);
  const whole = countingDisk();
  const wholeTimes: number[] = [];
  for (let key = 0; key < 40; key++) {
    const write = () => writeBeside(whole, join(home, 'whole.json'), Buffer.from(JSON.stringify(story)));
    wholeTimes.push(await timed(write));
  }
  const median = percentile(times, 0.5);
  const wholeMedian = percentile(wholeTimes, 0.5);
  figure(
    'store',
    `bytes written a key, ${size} (mirror and snapshots included)`,
    withUnit(disk.bytes / KEYS / 1024, 'KB'),
    `the whole story each time: ${withUnit(whole.bytes / 40 / 1024, 'KB')}`,
  );
  figure(
    'store',
    `key to disk, ${size}: median; slowest of a hundred`,
    `${withUnit(median, 'ms')}; ${withUnit(percentile(times, 0.99), 'ms')}`,
    `the whole story each time: ${withUnit(wholeMedian, 'ms')}; ${withUnit(percentile(wholeTimes, 0.99), 'ms')}`,
  );
  figure(
    'store',
    `the same beside a bare append and fdatasync, ${size}: so many times it, median`,
    (median / rawMedian).toFixed(2),
    `bare: ${withUnit(rawMedian, 'ms')}; ${withUnit(percentile(rawTimes, 0.99), 'ms')}; wanted: 1.3`,
  );
  expect(disk.bytes).toBeGreaterThan(0);
});

test('opening a story', async () => {
  const story = await largestSample();
  const home = await newHome();
  const store = openDraftStore({ home });
  await store.create(story);
  const open = async (): Promise<number> => {
    const again = openDraftStore({ home });
    const time = await timed(() => again.open(story.id));
    await again.closeAll();
    return time;
  };
  const times = [];
  for (let round = 0; round < 15; round++) times.push(await open());
  const block = story.body.find(({ type }) => type === 'paragraph');
  if (!block) throw new Error('a sample without a paragraph');
  for (let key = 1; key <= 199; key++) await store.change(story.id, key, { blocks: { [block.id]: block } });
  // Left open, as a crash leaves it: its log is replayed.
  const crashed = await timed(() => openDraftStore({ home }).open(story.id));
  figure(
    'store',
    `opening the largest sample (${storyWords(story)} words) from disk`,
    withUnit(percentile(times, 0.5), 'ms'),
    `after a crash, 199 changes in the log: ${withUnit(crashed, 'ms')}`,
  );
  expect(times).toHaveLength(15);
});

test('a version', async () => {
  const home = await newHome();
  const story = aStory(14);
  const history = new History({ home });
  const times: number[] = [];
  for (let n = 0; n < 40; n++) {
    const changed = { ...story, headline: `Lũ về, bản ${n}` };
    times.push(await timed(() => history.make(changed, n, { kind: 'saved' })));
  }
  const folder = join(storyFolder(home, story.id), 'hist');
  const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
  const reading = await timed(() => new History({ home }).list(story.id));
  figure(
    'store',
    'making a version, 800 words; its size',
    `${withUnit(percentile(times, 0.5), 'ms')}; ${withUnit(percentile(sizes, 0.5) / 1024, 'KB')}`,
    `listing 40 of them: ${withUnit(reading, 'ms')}`,
  );
  expect(sizes).toHaveLength(40);
});

test('a thousand versions of a long story', async () => {
  const home = await newHome();
  let body = Array.from({ length: 570 }, (_, n) => createParagraph([{ text: madeUpWords(110, n) }]));
  const story = createStory({ language: 'vi', headline: 'Lũ về', body });
  const history = new History({ home });
  const hashes: string[] = [];
  const making: number[] = [];
  for (let n = 0; n < 1000; n++) {
    const at = (n * 37) % body.length;
    body = body.map((block, place) =>
      place === at ? { ...block, text: [{ text: madeUpWords(110, 1000 + n) }] } : block,
    );
    const named = { kind: 'named', label: `Bản ${n}` } as const;
    making.push(
      await timed(async () => {
        const made = await history.make({ ...story, body }, n, named);
        if (made.ok) hashes.push(made.value.version.hash);
      }),
    );
  }
  const folder = join(storyFolder(home, story.id), 'hist');
  const stats = await Promise.all((await readdir(folder)).map((name) => stat(join(folder, name))));
  const size = stats.reduce((sum, one) => sum + one.size, 0) / MB;
  // A file takes whole blocks of the disk.
  const room = stats.reduce((sum, one) => sum + one.blocks * 512, 0) / MB;
  const whole = gzipSync(JSON.stringify(story)).length;
  const again = new History({ home });
  const listing = await timed(() => again.list(story.id));
  const times: number[] = [];
  for (const hash of hashes) {
    times.push(
      await timed(async () => {
        const read = await again.read(story.id, hash);
        if (!read.ok) throw new Error(read.failure.detail);
      }),
    );
  }
  figure(
    'store',
    `1,000 versions of a story of ${withUnit(Math.round(JSON.stringify(story).length / 1024), 'KB')}, each with one paragraph more another: all, kept twice; room on the disk`,
    `${withUnit(size, 'MB')}; ${withUnit(room, 'MB')}`,
    `wanted: 3 MB; each whole, gzip, once: ${withUnit((whole * 1000) / MB, 'MB')}`,
  );
  figure(
    'store',
    'restoring any of the thousand: median; slowest',
    `${withUnit(percentile(times, 0.5), 'ms')}; ${withUnit(Math.max(...times), 'ms')}`,
    'wanted: under 50 ms',
  );
  figure(
    'store',
    'making one of the thousand: median; slowest of a hundred',
    `${withUnit(percentile(making, 0.5), 'ms')}; ${withUnit(percentile(making, 0.99), 'ms')}`,
    `listing them after a start: ${withUnit(listing, 'ms')}`,
  );
  expect(hashes).toHaveLength(1000);
});

test('the window', async () => {
  const began = performance.now();
  const { app, page } = await launchCopydesk();
  await page.locator('.editor-body').waitFor();
  const first = performance.now() - began;
  const story = await largestSample();
  const opened = await timed(async () => {
    await page.getByRole('option', { name: story.headline }).click();
    await expect.poll(() => page.title(), { interval: 5 }).toContain(story.headline);
    await page.locator('.editor-body').waitFor();
  });
  const kilobytes = await app.evaluate(({ app: program }) =>
    program.getAppMetrics().map(({ type, memory }) => ({ type, size: memory.workingSetSize })),
  );
  const of = (type: string): number =>
    kilobytes.filter((one) => one.type === type).reduce((sum, one) => sum + one.size, 0);
  figure('store', 'start to a story that can be typed in, data folder new', withUnit(first, 'ms'));
  figure('store', `opening the largest sample (${storyWords(story)} words) in the window`, withUnit(opened, 'ms'));
  figure(
    'store',
    'memory with it open: the window; the host',
    `${withUnit(of('Tab') / 1024, 'MB')}; ${withUnit(of('Browser') / 1024, 'MB')}`,
    'resident, pages shared with Chromium’s other processes included',
  );
  expect(of('Tab')).toBeGreaterThan(0);
});
