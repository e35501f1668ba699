import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { printedFieldsOf } from '../../src/merge/under-review.ts';
import { openSuggestions, suggested } from '../../src/review/index.ts';
import { createStory } from '../../src/story/create.ts';
import type { Thread } from '../../src/story/review.ts';
import { plainText, tidyRuns } from '../../src/story/runs.ts';
import type { BlockOf, Run, Story } from '../../src/story/schema.ts';
import { launchCopydesk } from '../desktop/launch.ts';
import { ask, caretHeard, putCaret } from '../desktop/newsroom.ts';
import { figure, percentile, withUnit } from './figures.ts';
import { madeUpWords } from './newsroom.ts';

type Paragraph = BlockOf<'paragraph'>;

const ME = 'lan00001';
const AT = '2026-11-24T09:00:00.000Z';
const KEYS = 'nước lên nhanh ở các xã ven sông, người dân ';
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

/** The window's thread since it began, in milliseconds of its processor: all of its work, and the script alone. */
async function work(devtools: CDPSession): Promise<{ all: number; script: number }> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (wanted: string): number => (metrics.find(({ name }) => name === wanted)?.value ?? NaN) * 1000;
  return { all: of('TaskDuration'), script: of('ScriptDuration') };
}

/** Types at a fast hand's pace; answers how long each key took until the page was drawn with it, in milliseconds. */
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
  // In words, with the pauses of a hand: what follows the typing runs in them.
  for (const word of KEYS.match(/\S+\s*/gu) ?? []) {
    await page.keyboard.type(word, { delay: 25 });
    await page.waitForTimeout(150);
  }
  await caretHeard(page);
  return page.evaluate(() => {
    const bench = window as unknown as { keyTimes: number[]; endKeys: () => void };
    bench.endKeys();
    return bench.keyTimes;
  });
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
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const times: Record<'clean' | 'reviewed', number[]> = { clean: [], reviewed: [] };
  const all: Record<'clean' | 'reviewed', number[]> = { clean: [], reviewed: [] };
  const script: Record<'clean' | 'reviewed', number[]> = { clean: [], reviewed: [] };
  for (let round = 0; round < ROUNDS; round++)
    for (const way of round % 2 === 0 ? (['clean', 'reviewed'] as const) : (['reviewed', 'clean'] as const)) {
      await open(page, (way === 'clean' ? clean : reviewed).headline);
      if (way === 'reviewed') await expect.poll(() => marks(page), { timeout: 120_000 }).toBeGreaterThan(10);
      await putCaret(page, Math.floor(body.length / 2), 'end');
      const began = await work(devtools);
      times[way].push(...(await typed(page)));
      const ended = await work(devtools);
      all[way].push((ended.all - began.all) / KEYS.length);
      script[way].push((ended.script - began.script) / KEYS.length);
    }
  const ratio = (of: typeof times, share: number): string =>
    `${(percentile(of.reviewed, share) / percentile(of.clean, share)).toFixed(2)} times`;
  const ms = (list: number[], share: number): string => withUnit(percentile(list, share), 'ms');
  const under = `${suggestions} suggestions and ${comments} comments in ${what}`;
  for (const [name, of, share] of [
    ['key to page, median', times, 0.5],
    ['key to page, slowest of twenty', times, 0.95],
    ['work of the window’s thread a key, pauses included', all, 0.5],
    ['script of it', script, 0.5],
  ] as const)
    figure(
      'review',
      `${under}: ${name}`,
      `${ms(of.reviewed, share)} (${ratio(of, share)})`,
      `the same text clean: ${ms(of.clean, share)}`,
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
