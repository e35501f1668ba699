import type { CDPSession, Page } from 'playwright-core';
import { caretHeard } from '../desktop/newsroom.ts';
import { percentile } from './figures.ts';

/** What a run of keys took of the window's thread, each a mean a key, and until the page was drawn with each, in milliseconds. */
export interface KeyCost {
  /** From the key until the frame after it was drawn, one a key. */
  frames: number[];
  /** Processor time of the thread, which other work on the machine does not lengthen. */
  work: number;
  /** Of that, in scripts. */
  script: number;
  /** How many keys they were. */
  count: number;
}

/** How many keys were drawn later than with the second frame after them, and of how many: `0 of 200`. */
export function overTwoFrames(runs: readonly KeyCost[]): string {
  const frames = runs.flatMap((run) => run.frames);
  return `${frames.filter((took) => took > 2 * (1000 / 60)).length} of ${frames.length}`;
}

/** The median of one figure over runs. */
export const medianOf = (runs: readonly KeyCost[], figure: 'work' | 'script'): number =>
  percentile(
    runs.map((run) => run[figure]),
    0.5,
  );

/** The tools that measure a page; its times are the thread's processor time. */
export async function measuring(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return devtools;
}

/** What the page's thread has spent since it began, in milliseconds. */
async function spent(devtools: CDPSession): Promise<{ work: number; script: number }> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (wanted: string): number => (metrics.find(({ name }) => name === wanted)?.value ?? NaN) * 1000;
  return { work: of('TaskDuration'), script: of('ScriptDuration') };
}

/** Waits until the page's thread has had half a second with hardly anything to do: what follows the opening of a text is not typing. */
export async function settled(page: Page, devtools: CDPSession): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const { work } = await spent(devtools);
    for (let frame = 0; frame < 15; frame++) await caretHeard(page);
    if ((await spent(devtools)).work - work < 40) return;
  }
  throw new Error('the page had not come to rest after a minute');
}

/** Does `press` between listening to keys and asking what they cost; it answers how many keys it pressed. */
export async function costOf(page: Page, devtools: CDPSession, press: () => Promise<number>): Promise<KeyCost> {
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
  const before = await spent(devtools);
  const count = await press();
  await caretHeard(page);
  const after = await spent(devtools);
  const frames = await page.evaluate(() => {
    const bench = window as unknown as { keyTimes: number[]; endKeys: () => void };
    bench.endKeys();
    return bench.keyTimes;
  });
  return { frames, work: (after.work - before.work) / count, script: (after.script - before.script) / count, count };
}

const WORDS = 'phong vien dua tin tu hien truong luc sang som nay theo nguon tin rieng cua toa soan ';

/** An editor that takes longer for its keys than this is slow enough already, in milliseconds. */
const ENOUGH_MS = 8000;

/** Types so many keys of news at a fast hand's pace, or as many as there is time for, and answers how many they were. */
export async function typeKeys(page: Page, count: number): Promise<number> {
  const began = performance.now();
  let typed = 0;
  while (typed < count && (typed === 0 || performance.now() - began < ENOUGH_MS)) {
    const some = Math.min(10, count - typed);
    const text = Array.from({ length: some }, (_, n) => WORDS[(typed + n) % WORDS.length]).join('');
    await page.keyboard.type(text, { delay: 20 });
    typed += some;
  }
  return typed;
}
