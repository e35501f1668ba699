import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { printedFieldsOf } from '../../src/merge/under-review.ts';
import { openSuggestions, suggested } from '../../src/review/index.ts';
import { createStory } from '../../src/story/create.ts';
import type { Thread } from '../../src/story/review.ts';
import { plainText, tidyRuns } from '../../src/story/runs.ts';
import type { BlockOf, Run, Story } from '../../src/story/schema.ts';
import { launchCopydesk } from '../desktop/launch.ts';
import { ask, putCaret } from '../desktop/newsroom.ts';
import { figure, percentile, withUnit } from './figures.ts';
import { costOf, measuring, medianOf, overTwoFrames, type KeyCost } from './keys.ts';
import { madeUpWords } from './words.ts';

type Paragraph = BlockOf<'paragraph'>;

const ME = 'lan00001';
const AT = '2026-11-24T09:00:00.000Z';
const KEYS = 'nước lên nhanh ở các xã ven sông, người dân';
const ROUNDS = Number(process.env['ROUNDS'] ?? 4);

const paragraphs = (count: number, words: number): Paragraph[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'paragraph',
    id: `bench${String(index).padStart(5, '0')}`,
    text: [{ text: `${madeUpWords(words, index)}.` }],
  }));

/** The paragraph with so many words put in, taken out or replaced. */
function edited(block: Paragraph, count: number, seed: number): Paragraph {
  const words = plainText(block.text).split(' ');
  for (let step = 0; step < count; step++) {
    const at = Math.floor(((step + 0.5) * words.length) / count);
    if ((seed + step) % 3 === 0) words.splice(at, 0, `chèn${seed}`);
    else words[at] = (seed + step) % 3 === 1 ? '' : `thay${step}`;
  }
  return { ...block, text: [{ text: words.filter(Boolean).join(' ') }] };
}

function commented(block: Paragraph, thread: string): Paragraph {
  const text = plainText(block.text);
  const runs: Run[] = [
    { text: text.slice(0, 12) },
    { text: text.slice(12, 24), comments: [thread] },
    { text: text.slice(24) },
  ];
  return { ...block, text: tidyRuns(runs) };
}

/** A story under review, and the same text without anything to review. */
function both(
  headline: string,
  body: Paragraph[],
  suggestions: number,
  comments: number,
): { clean: Story; reviewed: Story } {
  const threads = Array.from({ length: comments }, (_, index): Thread => ({
    id: `thread${String(index).padStart(5, '0')}`,
    anchor: { on: 'text', block: body[Math.floor((index * body.length) / comments)]?.id ?? '' },
    quote: 'nước',
    entries: [{ id: `entry${String(index).padStart(5, '0')}`, by: ME, at: AT, text: 'Nguồn ở đâu?' }],
  }));
  const share = (index: number): number =>
    Math.round(((index + 1) * suggestions) / body.length) - Math.round((index * suggestions) / body.length);
  const now = body.map((block, index) => edited(block, share(index), index));
  const marked = now.map((block) => {
    const thread = threads.find(({ anchor }) => anchor.on === 'text' && anchor.block === block.id);
    return thread ? commented(block, thread.id) : block;
  });
  const of = (name: string, fields: Partial<Story>): Story =>
    createStory({ language: 'vi', headline: `${headline} ${name}`, ...fields });
  const before = of('có góp ý', { body });
  const under = { fields: printedFieldsOf(before), body, makers: {} };
  let count = 0;
  const reviewed = suggested(
    { ...before, underReview: under },
    {
      ...before,
      body: marked,
      threads,
      underReview: under,
      people: { [ME]: { name: 'Lan', initials: 'L', colour: 'teal' } },
    },
    { by: ME, at: AT, newId: () => `made${String(count++).padStart(6, '0')}` },
  );
  expect(openSuggestions(reviewed)).toHaveLength(suggestions);
  return { clean: of('sạch', { body: now }), reviewed };
}

async function keep(page: Page, story: Story): Promise<void> {
  const { id } = await ask(page, 'stories.create', { language: 'vi' });
  const { headline, threads, people, underReview } = story;
  const blocks = Object.fromEntries(story.body.map((block) => [block.id, block]));
  const fields = { headline, ...(underReview && { threads, people, underReview }) };
  await ask(page, 'stories.change', {
    id,
    seq: 1,
    change: { blocks, order: story.body.map((block) => block.id), fields },
  });
}

async function open(page: Page, headline: string): Promise<void> {
  await page.getByRole('option', { name: headline }).click();
  await expect.poll(() => page.title(), { timeout: 60_000 }).toBe(`${headline} - Copydesk`);
  await page.locator('.editor-body').waitFor();
}

/** Types words as a hand does; what follows the typing runs in the pauses after them, while the space is held. */
async function typeWords(page: Page): Promise<number> {
  for (const word of KEYS.split(' ')) {
    await page.keyboard.type(word, { delay: 25 });
    await page.keyboard.press('Space', { delay: 150 });
  }
  return KEYS.length;
}

const marks = (page: Page): Promise<number> => page.evaluate(() => CSS.highlights.get('inserted')?.size ?? 0);

async function compare(
  what: string,
  page: Page,
  body: Paragraph[],
  suggestions: number,
  comments: number,
): Promise<void> {
  const { clean, reviewed } = both(what, body, suggestions, comments);
  await keep(page, clean);
  await keep(page, reviewed);
  const devtools = await measuring(page);
  const costs: Record<'clean' | 'reviewed', KeyCost[]> = { clean: [], reviewed: [] };
  for (let round = 0; round < ROUNDS; round++)
    for (const way of round % 2 === 0 ? (['clean', 'reviewed'] as const) : (['reviewed', 'clean'] as const)) {
      await open(page, (way === 'clean' ? clean : reviewed).headline);
      if (way === 'reviewed') await expect.poll(() => marks(page), { timeout: 120_000 }).toBeGreaterThan(10);
      await putCaret(page, Math.floor(body.length / 2), 'end');
      costs[way].push(await costOf(page, devtools, () => typeWords(page)));
    }
  const ms = (value: number): string => withUnit(value, 'ms');
  const frame = (runs: KeyCost[], share: number): number =>
    percentile(
      runs.flatMap(({ frames }) => frames),
      share,
    );
  const under = `${suggestions} suggestions and ${comments} comments in ${what}`;
  for (const [name, of] of [
    ['key to page, median', (runs: KeyCost[]) => frame(runs, 0.5)],
    ['key to page, slowest of twenty', (runs: KeyCost[]) => frame(runs, 0.95)],
    ['work of the window’s thread a key, pauses included', (runs: KeyCost[]) => medianOf(runs, 'work')],
    ['script of it', (runs: KeyCost[]) => medianOf(runs, 'script')],
  ] as const)
    figure(
      'review',
      `${under}: ${name}`,
      `${ms(of(costs.reviewed))} (${(of(costs.reviewed) / of(costs.clean)).toFixed(2)} times)`,
      `the same text clean: ${ms(of(costs.clean))}`,
    );
  figure(
    'review',
    `${under}: keys over two frames`,
    overTwoFrames(costs.reviewed),
    `the same text clean: ${overTwoFrames(costs.clean)}`,
  );

  await open(page, clean.headline);
  await open(page, reviewed.headline);
  await expect.poll(() => marks(page), { timeout: 120_000 }).toBeGreaterThan(10);
  const button = page.getByRole('button', { name: 'Review', exact: true });
  await button.click();
  await page.getByRole('complementary', { name: 'Review' }).getByRole('article').first().waitFor({ timeout: 120_000 });
  const took = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const panel = document.querySelector('.review');
        const button = panel?.querySelector<HTMLButtonElement>('.review-all .button');
        if (!button) return void done(NaN);
        const began = performance.now();
        button.click();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
      }),
  );
  if (!Number.isNaN(took)) figure('review', `${under}: accept all, from the click to the page`, withUnit(took, 'ms'));
}

test('typing in a story under review, and in the same one clean', { timeout: 900_000 }, async () => {
  const { page } = await launchCopydesk();
  await page.getByRole('listbox', { name: 'Stories' }).waitFor();
  await ask(page, 'app.settings', { person: { id: ME, name: 'Lan', initials: '', colour: 'teal' } });
  await page.reload();
  await page.locator('.editor-body').waitFor();
  await compare('5,000 words', page, paragraphs(120, 42), 500, 200);
  if (process.env['LONG'] === '1') await compare('2,000 paragraphs', page, paragraphs(2000, 60), 2000, 1000);
});
