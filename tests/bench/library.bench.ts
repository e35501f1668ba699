import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { beforeAll, expect, test } from 'vitest';
import { arrange } from '../../renderer/panels/library/arrange.ts';
import { noFilters } from '../../renderer/state/finder.ts';
import { openLibrary, type Library } from '../../electron/services/library.ts';
import { openMediaStore } from '../../electron/services/media.ts';
import { PreferencesFile } from '../../electron/services/preferences-file.ts';
import { launchCopydesk } from '../desktop/launch.ts';
import { newHome } from '../host/folder.ts';
import { createParagraph, createStory } from '../../src/story/create.ts';
import { figure, percentile, withUnit } from './figures.ts';
import { fill } from './newsroom.ts';

const STORIES = 10_000;
const TIMES = 15;

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The median of some runs, and the slowest. */
async function often(work: () => unknown): Promise<string> {
  const times: number[] = [];
  for (let n = 0; n < TIMES; n++) times.push(await timed(work));
  return `${withUnit(percentile(times, 0.5), 'ms')}; ${withUnit(Math.max(...times), 'ms')}`;
}

/** Milliseconds from a change to the disk's answer in a data folder. */
async function saveCost(home: string): Promise<number[]> {
  const library = await openLibrary({ home, media: openMediaStore({ home }) });
  const story = createStory({ language: 'vi', headline: 'Lũ về', body: [createParagraph([{ text: 'Nước lên.' }])] });
  await library.create(story);
  const times: number[] = [];
  for (let n = 1; n <= 300; n++) {
    const change = { blocks: {}, fields: { headline: `Lũ về, tin ${n}` } };
    times.push(await timed(() => library.change(story.id, n, change)));
  }
  await library.place([story.id], { binnedAt: new Date().toISOString() });
  await library.place([story.id], 'gone');
  await library.closeAll();
  return times;
}

/** How long the host's other work waits while a story is written, versions are made and the list is asked for. */
async function blocked(library: Library): Promise<string> {
  const story = createStory({ language: 'vi', headline: 'Lũ về', body: [createParagraph([{ text: 'Nước lên.' }])] });
  await library.create(story);
  await library.open(story.id);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (let n = 1; n <= 400; n++) {
    await library.change(story.id, n, { blocks: {}, fields: { headline: `Lũ về, tin ${n}` } });
    if (n % 50 === 0) await library.versions.make(story.id, { kind: 'saved' });
    if (n % 40 === 0) library.rows([story.id]);
    await new Promise((go) => setImmediate(go));
  }
  delay.disable();
  // What it counts includes the millisecond of its own clock.
  const over = (nanoseconds: number): string => withUnit(Math.max(0, nanoseconds / 1e6 - 1), 'ms');
  await library.close(story.id);
  return `${over(delay.percentile(50))}; ${over(delay.percentile(99))}; ${over(delay.max)}`;
}

/** Two costs, and how many times the second the first is. */
function beside(many: readonly number[], few: readonly number[]): [own: string, other: string] {
  const told = (times: readonly number[]): string =>
    `${withUnit(percentile(times, 0.5), 'ms')}; ${withUnit(percentile(times, 0.99), 'ms')}`;
  const ratio = percentile(many, 0.5) / percentile(few, 0.5);
  return [`${told(many)}; ${ratio.toFixed(2)} times`, told(few)];
}

/** Milliseconds from a choice in the settings to the disk's answer. */
async function settingCost(folder: string): Promise<number[]> {
  const preferences = await PreferencesFile.open(folder);
  const times: number[] = [];
  for (let n = 0; n < 100; n++) times.push(await timed(() => preferences.write({ settings: { theme: 'dark', n } })));
  return times;
}

let home: string;

beforeAll(async () => {
  home = await newHome();
  await fill(home, STORIES);
}, 600_000);

test('the host over 10,000 stories of 800 words: the list and the search', async () => {
  const small = await newHome();
  await fill(small, 10);
  const library = await openLibrary({ home, media: openMediaStore({ home }) });
  const count = async (): Promise<number> => {
    const rows = await library.list();
    return rows.ok ? rows.value.length : 0;
  };
  const rebuilt = await timed(() => expect.poll(count, { timeout: 400_000, interval: 500 }).toBe(STORIES));
  const { size } = await stat(join(home, 'copydesk.db'));
  figure(
    'library',
    'list and search made anew, 10,000 stories of 800 words; a story',
    `${withUnit(rebuilt / 1000, 's')}; ${withUnit(rebuilt / STORIES, 'ms')}`,
    `copydesk.db then: ${withUnit(size / 1024 / 1024, 'MB')}`,
  );

  figure('library', 'all rows of the list: median; slowest', await often(() => library.list()), '10,000 rows');
  const all = await library.list();
  const some = all.ok ? all.value.slice(5000, 5050).map(({ id }) => id) : [];
  figure('library', '50 rows of them: median; slowest', await often(() => library.rows(some)), 'wanted: under 2 ms');
  for (const [text, what] of [
    ['sạtlở', 'a word that 100 have'],
    ['hoa', 'a word that most have'],
    ['hòa', 'the same with its accent'],
    ['nước sông lũ', 'three words that most have, with accents'],
    ['song hong khanh', 'three words'],
    ['kh', 'two letters'],
    ['n', 'one letter'],
    ['"dong bang"', 'two words together'],
  ] as const) {
    const answer = await library.find(text);
    const found = answer.ok ? answer.value.ids.length : 0;
    figure(
      'library',
      `search, ${what}: median; slowest`,
      await often(() => library.find(text)),
      `${found} found; wanted: under 20 ms`,
    );
  }
  const found = await library.find('nuoc');
  const seen = found.ok ? found.value.ids.slice(0, 40) : [];
  figure('library', 'where it stands, 40 stories: median; slowest', await often(() => library.find('nuoc', seen)), '');
  const list = await library.list();
  if (!list.ok) throw new Error(list.failure.detail);
  const order = (sort: 'headline' | 'words') => () =>
    arrange(list.value, { search: { text: '', ids: null }, filters: noFilters, sort, language: 'vi', now: new Date() });
  figure(
    'library',
    'order by headline; by length',
    `${await often(order('headline'))} | ${await often(order('words'))}`,
    '',
  );
  const first = list.value.slice(0, TIMES);
  const opening: number[] = [];
  for (const { id } of first) {
    opening.push(await timed(() => library.open(id)));
    await library.close(id);
  }
  figure(
    'library',
    'opening one of them from disk: median; slowest',
    `${withUnit(percentile(opening, 0.5), 'ms')}; ${withUnit(Math.max(...opening), 'ms')}`,
    'wanted: under 10 ms',
  );
  figure(
    'library',
    'the host waits while one writes: median; slowest of a hundred; slowest',
    await blocked(library),
    'wanted: 2 ms for the second',
  );
  const closed = await timed(() => library.closeAll());
  const again = await timed(async () => (await openLibrary({ home, media: openMediaStore({ home }) })).closeAll());
  figure(
    'library',
    'closing the list; opening it again, looking whether it is whole',
    `${withUnit(closed, 'ms')}; ${withUnit(again - closed, 'ms')}`,
  );
  const [save, saveOfFew] = beside(await saveCost(home), await saveCost(small));
  figure(
    'library',
    'a change to the disk: median; slowest of a hundred; of its cost with 10 stories',
    save,
    `with 10: ${saveOfFew}; wanted: 1.5`,
  );
  const [setting, settingOfFew] = beside(await settingCost(home), await settingCost(await newHome()));
  figure(
    'library',
    'a setting to the disk: median; slowest of a hundred; of its cost in an empty folder',
    setting,
    `empty: ${settingOfFew}; wanted: 2`,
  );
});

test('the window over them', async () => {
  const began = performance.now();
  const { app, page, close } = await launchCopydesk({ home });
  await page.locator('.editor-body').waitFor();
  figure('library', 'start to a story that can be typed in', withUnit(performance.now() - began, 'ms'));
  const box = page.getByRole('listbox', { name: 'Stories' });
  await expect
    .poll(() => box.getByRole('option').first().getAttribute('aria-setsize'), { timeout: 400_000 })
    .toBe(String(STORIES + 2));
  const frames = await box.evaluate(
    (element) =>
      new Promise<number[]>((done) => {
        const times: number[] = [];
        let last = performance.now();
        const step = (now: number): void => {
          times.push(now - last);
          last = now;
          element.scrollTop += 160;
          if (times.length < 400) requestAnimationFrame(step);
          else done(times.slice(5));
        };
        requestAnimationFrame(step);
      }),
  );
  figure(
    'library',
    'a frame while the list scrolls: median; slowest of twenty; of a hundred',
    [0.5, 0.95, 0.99].map((share) => withUnit(percentile(frames, share), 'ms')).join('; '),
    'at 60 frames a second: 16.7 ms',
  );
  const shown: number[] = [];
  for (const text of ['hoa', 'hoa b', 'satlo', 'song', 'kenh rach']) {
    shown.push(
      await page.getByRole('searchbox').evaluate(
        (field, typed) =>
          new Promise<number>((done) => {
            const first = (): string | undefined =>
              document.querySelector('.library-list [role="option"]')?.getAttribute('aria-setsize') ?? 'none';
            const before = first();
            const began = performance.now();
            const input = field as HTMLInputElement;
            Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, typed);
            input.dispatchEvent(new Event('input', { bubbles: true }));
            const look = (): void => {
              if (first() !== before || performance.now() - began > 5000) done(performance.now() - began);
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          }),
        text,
      ),
    );
  }
  figure(
    'library',
    'from a key in the search to the list: median; slowest',
    `${withUnit(percentile(shown, 0.5), 'ms')}; ${withUnit(Math.max(...shown), 'ms')}`,
    '',
  );
  const metrics = await app.evaluate(({ app: program }) =>
    program.getAppMetrics().map(({ type, memory }) => ({ type, size: memory.workingSetSize })),
  );
  const of = (type: string): number =>
    metrics.filter((one) => one.type === type).reduce((sum, one) => sum + one.size, 0) / 1024;
  figure(
    'library',
    'memory: the window; the host',
    `${withUnit(of('Tab'), 'MB')}; ${withUnit(of('Browser'), 'MB')}`,
    'resident, pages shared with Chromium’s other processes included',
  );
  await close();
});
