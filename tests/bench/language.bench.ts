import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchCopydesk, type Copydesk } from '../desktop/launch.ts';
import { caretHeard, openStoryOf, putCaret } from '../desktop/newsroom.ts';
import { SENTENCES } from '../ime/corpus.ts';
import { figure, percentile, withUnit } from './figures.ts';

/** A report of some 800 words with a wrong word and a remark of house style in each paragraph. */
const REPORT = Array.from({ length: 20 }, (_, index) => ({
  type: 'paragraph' as const,
  id: `benchpara${String(index).padStart(2, '0')}`,
  text: [{ text: `${SENTENCES.slice(index * 4, index * 4 + 4).join(' ')} Nguoi ta thấy 12500 người , hết.` }],
}));
const KEYS = 'nước lên nhanh ở các xã ven sông, người dân phải chạy lũ trong đêm ';
const ROUNDS = 6;

/** Turns spelling and house style on or off, as the settings do. */
async function choose(page: Page, isOn: boolean): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('tab', { name: 'Writing' }).click();
  for (const box of [dialog.getByRole('checkbox').nth(0), dialog.getByRole('checkbox').nth(1)])
    await box.setChecked(isOn);
  await page.keyboard.press('Escape');
  const count = (): Promise<number> =>
    page.evaluate(() => (CSS.highlights.get('spelling')?.size ?? 0) + (CSS.highlights.get('style')?.size ?? 0));
  if (isOn) await expect.poll(count, { timeout: 20_000 }).toBeGreaterThan(5);
  else await expect.poll(count, { timeout: 20_000 }).toBe(0);
}

/** The window's thread since it began: its processor time in milliseconds, which other work on the machine does not lengthen. */
async function processorTime(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
}

/** Types at a fast hand's pace and answers how long each key took until the page was drawn with it, in milliseconds. */
async function typed(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const heard = (event: KeyboardEvent): void => {
      const began = event.timeStamp;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - began);
        port2.postMessage(null);
      });
    };
    window.addEventListener('keydown', heard, true);
    Object.assign(window, { keyTimes: times, endKeys: () => window.removeEventListener('keydown', heard, true) });
  });
  await page.keyboard.type(KEYS, { delay: 20 });
  await caretHeard(page);
  return page.evaluate(() => {
    const bench = window as unknown as { keyTimes: number[]; endKeys: () => void };
    bench.endKeys();
    return bench.keyTimes;
  });
}

test('typing with spelling and house style, and without', async () => {
  const { page }: Copydesk = await launchCopydesk();
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
  await openStoryOf(page, 'Đo chữ', REPORT);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const times: Record<'with' | 'without', number[]> = { with: [], without: [] };
  const work: Record<'with' | 'without', number[]> = { with: [], without: [] };
  for (let round = 0; round < ROUNDS; round++) {
    // The order turns round with each round, so that neither always has the warmer program.
    for (const isOn of round % 2 === 0 ? [true, false] : [false, true]) {
      await choose(page, isOn);
      await putCaret(page, 10, 'end');
      const way = isOn ? 'with' : 'without';
      const began = await processorTime(devtools);
      times[way].push(...(await typed(page)));
      work[way].push(((await processorTime(devtools)) - began) / KEYS.length);
    }
  }
  const of = (list: number[]): string => [0.5, 0.95].map((share) => withUnit(percentile(list, share), 'ms')).join('; ');
  const more = (withIt: number[], without: number[]): string =>
    `${Math.round((percentile(withIt, 0.5) / percentile(without, 0.5) - 1) * 100)} %`;
  figure(
    'language',
    'key to page with spelling and house style: median; slowest of twenty',
    `${of(times.with)} (${more(times.with, times.without)} more)`,
    `without: ${of(times.without)}`,
  );
  figure(
    'language',
    'processor time of the window’s thread for a key with them: median of the rounds',
    `${withUnit(percentile(work.with, 0.5), 'ms')} (${more(work.with, work.without)} more)`,
    `without: ${withUnit(percentile(work.without, 0.5), 'ms')}`,
  );
  // Letters of no key are put in without one.
  expect(times.with.length).toBeGreaterThan(ROUNDS * 40);
});

test('suggestions, and a whole story looked through', async () => {
  const { page } = await launchCopydesk();
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
  const words = ['nguoif', 'truòng', 'goverment', 'xyzzq', 'Zubrowka', 'accomodation'];
  await openStoryOf(page, 'Đo gợi ý', [
    { type: 'paragraph', id: 'benchwords', text: [{ text: `${words.join(' ')} hết` }] },
  ]);
  const isMarked = (word: string): Promise<boolean> =>
    page.evaluate(
      (wanted) => [...(CSS.highlights.get('spelling') ?? [])].some((range) => (range as Range).toString() === wanted),
      word,
    );
  await expect.poll(() => isMarked('nguoif'), { timeout: 20_000 }).toBe(true);
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
