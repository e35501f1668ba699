import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchCopydesk, type Copydesk } from '../desktop/launch.ts';
import { caretHeard, openStoryOf, putCaret, underlined } from '../desktop/newsroom.ts';
import { SENTENCES } from '../ime/corpus.ts';
import { figure, percentile, withUnit } from './figures.ts';
import { costOf, measuring } from './keys.ts';

/** A report of some 800 words; `more` stands at the end of each paragraph. */
const report = (more: string) =>
  Array.from({ length: 20 }, (_, index) => ({
    type: 'paragraph' as const,
    id: `benchpara${String(index).padStart(2, '0')}`,
    text: [{ text: `${SENTENCES.slice(index * 4, index * 4 + 4).join(' ')}${more}` }],
  }));
const STORIES = [
  { name: 'clean', body: report(''), marks: 0 },
  {
    name: 'two wrong words and two style remarks a paragraph',
    body: report(' Nguoi ta thấy 12500 người , hết.'),
    marks: 5,
  },
];
const KEYS = 'nước lên nhanh ở các xã ven sông, người dân phải chạy lũ trong đêm ';
const ROUNDS = 6;

/** Turns spelling and house style on or off, as the settings do. */
async function choose(page: Page, isOn: boolean, marks: number): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('tab', { name: 'Writing' }).click();
  for (const box of [dialog.getByRole('checkbox').nth(0), dialog.getByRole('checkbox').nth(1)])
    await box.setChecked(isOn);
  await page.keyboard.press('Escape');
  await expect
    .poll(() => countMarks(page), { timeout: 20_000 })
    .toSatisfy((count: number) => (isOn ? count >= marks : count === 0));
}

const countMarks = async (page: Page): Promise<number> =>
  [...(await underlined(page, 'spelling')), ...(await underlined(page, 'style'))].length;

test.each(STORIES)(
  'typing with spelling and house style, and without: a story $name',
  async ({ name, body, marks }) => {
    const { page }: Copydesk = await launchCopydesk();
    await page.getByRole('listbox', { name: 'Stories' }).waitFor();
    await openStoryOf(page, 'Đo chữ', body);
    const devtools = await measuring(page);
    const times: Record<'with' | 'without', number[]> = { with: [], without: [] };
    const work: Record<'with' | 'without', number[]> = { with: [], without: [] };
    for (let round = 0; round < ROUNDS; round++) {
      // The order turns round with each round, so that neither always has the warmer program.
      for (const isOn of round % 2 === 0 ? [true, false] : [false, true]) {
        await choose(page, isOn, marks);
        await putCaret(page, 10, 'end');
        const way = isOn ? 'with' : 'without';
        const cost = await costOf(page, devtools, KEYS.length, () => page.keyboard.type(KEYS, { delay: 20 }));
        times[way].push(...cost.frames);
        work[way].push(cost.work);
      }
    }
    const of = (list: number[]): string =>
      [0.5, 0.95].map((share) => withUnit(percentile(list, share), 'ms')).join('; ');
    const more = (withIt: number[], without: number[]): string =>
      `${Math.round((percentile(withIt, 0.5) / percentile(without, 0.5) - 1) * 100)} %`;
    figure(
      'language',
      `${name}: key to page with spelling and house style: median; slowest of twenty`,
      `${of(times.with)} (${more(times.with, times.without)} more)`,
      `without: ${of(times.without)}`,
    );
    figure(
      'language',
      `${name}: processor time of the window’s thread for a key with them: median of the rounds`,
      `${withUnit(percentile(work.with, 0.5), 'ms')} (${more(work.with, work.without)} more)`,
      `without: ${withUnit(percentile(work.without, 0.5), 'ms')}`,
    );
    // Letters of no key are put in without one.
    expect(times.with.length).toBeGreaterThan(ROUNDS * 40);
  },
);

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
