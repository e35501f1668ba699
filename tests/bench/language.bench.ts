import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Block } from '../../src/story/schema.ts';
import { launchCopydesk, type Copydesk } from '../desktop/launch.ts';
import { caretHeard, openStoryOf, putCaret, underlined } from '../desktop/newsroom.ts';
import { SENTENCES } from '../ime/corpus.ts';
import { figure, percentile, withUnit } from './figures.ts';
import { costOf, measuring, medianOf, type KeyCost } from './keys.ts';

/** A report of some 800 words; `more` stands at the end of each paragraph. */
const report = (more: string) =>
  Array.from({ length: 20 }, (_, index) => ({
    type: 'paragraph' as const,
    id: `benchpara${String(index).padStart(2, '0')}`,
    text: [{ text: `${SENTENCES.slice(index * 4, index * 4 + 4).join(' ')}${more}` }],
  }));
/** Stands below the paragraph that is typed in. Where its faults are marked, the dictionaries and the rules have been read. */
const FAULTS = { type: 'paragraph' as const, id: 'benchfaults', text: [{ text: 'Nguoi ta thấy 12500 người , hết.' }] };
const FAULTY = 'two wrong words and two style remarks a paragraph';
const STORIES = [
  { name: 'clean, at the end of a paragraph', body: report('').toSpliced(11, 0, FAULTS), edge: 'end' },
  { name: `${FAULTY}, after them`, body: report(' Nguoi ta thấy 12500 người , hết.'), edge: 'end' },
  { name: `${FAULTY}, before them`, body: report(' Nguoi ta thấy 12500 người , hết.'), edge: 'start' },
] satisfies { name: string; body: Block[]; edge: 'start' | 'end' }[];
const WARM_UP = 'tin từ hiện trường lúc sáng sớm ';
const KEYS = 'nước lên nhanh ở các xã ven sông, người dân phải chạy lũ trong đêm ';
/** Each types with them and without; so many that a busy machine falsifies a few only. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 12);

/** Turns spelling and house style on or off, as the settings do. */
async function choose(page: Page, isOn: boolean): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('tab', { name: 'Writing' }).click();
  for (const box of [dialog.getByRole('checkbox').nth(0), dialog.getByRole('checkbox').nth(1)])
    await box.setChecked(isOn);
  await page.keyboard.press('Escape');
  // Either is worth measuring only once all that it has to read is read.
  for (const kind of ['spelling', 'style'] as const)
    await expect.poll(async () => (await underlined(page, kind)).length > 0, { timeout: 20_000 }).toBe(isOn);
}

/** How much more the keys of each round took with them than without: the middle round, and the middle half of the rounds. */
function more(withIt: readonly number[], without: readonly number[]): string {
  const each = withIt.map((cost, round) => (cost / (without[round] ?? NaN) - 1) * 100);
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => Math.round(percentile(each, share)));
  return `${middle} % more, half of the rounds between ${low} and ${high} %`;
}

test.each(STORIES)('typing with spelling and house style, and without: a story $name', async ({ name, body, edge }) => {
  const { page }: Copydesk = await launchCopydesk();
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
  await openStoryOf(page, 'Đo chữ', body);
  const devtools = await measuring(page);
  const costs: Record<'with' | 'without', KeyCost[]> = { with: [], without: [] };
  for (let round = 0; round < ROUNDS; round++) {
    // The order turns round with each round, so that neither always has the warmer program or the longer text.
    for (const isOn of round % 2 === 0 ? [true, false] : [false, true]) {
      // Only what is in sight is marked.
      await putCaret(page, 10, edge);
      await choose(page, isOn);
      await putCaret(page, 10, edge);
      // What is made or drawn at the first keys, and what turning it on leaves to be tidied, is not typing.
      await page.keyboard.type(WARM_UP, { delay: 20 });
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
      costs[isOn ? 'with' : 'without'].push(
        await costOf(page, devtools, async () => {
          await page.keyboard.type(KEYS, { delay: 20 });
          return KEYS.length;
        }),
      );
    }
  }
  const all = (way: KeyCost[]): number[] => way.flatMap(({ frames }) => frames);
  const shares = (list: number[]): string =>
    [0.5, 0.95].map((share) => withUnit(percentile(list, share), 'ms')).join('; ');
  const eachMedian = (way: KeyCost[]): number[] => way.map(({ frames }) => percentile(frames, 0.5));
  const eachWork = (way: KeyCost[]): number[] => way.map(({ work }) => work);
  figure(
    'language',
    `${name}: key to page with spelling and house style: median; slowest of twenty`,
    `${shares(all(costs.with))} (${more(eachMedian(costs.with), eachMedian(costs.without))})`,
    `without: ${shares(all(costs.without))}`,
  );
  figure(
    'language',
    `${name}: processor time of the window’s thread for a key with them: median of the rounds`,
    `${withUnit(medianOf(costs.with, 'work'), 'ms')} (${more(eachWork(costs.with), eachWork(costs.without))})`,
    `without: ${withUnit(medianOf(costs.without, 'work'), 'ms')}`,
  );
  // Letters of no key are put in without one.
  expect(all(costs.with).length).toBeGreaterThan(ROUNDS * 40);
});

test('suggestions, and a whole story looked through', async () => {
  const { page } = await launchCopydesk();
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
  const words = ['nguoif', 'truòng', 'goverment', 'xyzzq', 'Zubrowka', 'accomodation'];
  await openStoryOf(page, 'Đo gợi ý', [
    { type: 'paragraph', id: 'benchwords', text: [{ text: `${words.join(' ')} hết` }] },
  ]);
  await expect.poll(() => underlined(page, 'spelling'), { timeout: 20_000 }).toContain('nguoif');
  const times: number[] = [];
  for (const word of words) {
    await putCaret(page, 0, 'start');
    await page.keyboard.press('ArrowRight');
    for (let step = 0; step < words.indexOf(word); step++) await page.keyboard.press('Control+ArrowRight');
    await caretHeard(page);
    times.push(
      await page.evaluate(
        () =>
          new Promise<number>((done) => {
            const began = performance.now();
            const look = (): void => {
              const labels = document.querySelectorAll('.remark-menu .remark-suggestion, .remark-menu .menu-label');
              const isThere = [...labels].some((one) => !one.textContent.includes('Looking'));
              if (isThere || performance.now() - began > 10_000) done(performance.now() - began);
              else requestAnimationFrame(look);
            };
            window.dispatchEvent(new KeyboardEvent('keydown', { key: '.', ctrlKey: true, bubbles: true }));
            look();
          }),
      ),
    );
    await page.keyboard.press('Escape');
  }
  figure(
    'language',
    'from the key to the list of suggestions: median; slowest',
    `${withUnit(percentile(times, 0.5), 'ms')}; ${withUnit(Math.max(...times), 'ms')}`,
    `of ${words.length} words, Vietnamese and English`,
  );
  expect(times).toHaveLength(words.length);
});
