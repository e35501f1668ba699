import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchCopydesk } from '../desktop/launch.ts';
import { ask, caretHeard, openStoryOf, putCaret } from '../desktop/newsroom.ts';
import { figure, percentile, withUnit } from './figures.ts';
import { asBody, longText } from './peers/long-text.ts';
import { openPeer, type PeerName } from './peers/open-peer.ts';

const ROUNDS = 3;
const SIZES = [2000, 10_000] as const;
const median = (values: readonly number[]): number => percentile(values, 0.5);
const ms = (values: readonly number[]): string =>
  `${withUnit(median(values), 'ms')} (${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))})`;
const ratio = (mine: readonly number[], theirs: readonly number[]): string =>
  `${(median(mine) / median(theirs)).toFixed(2)} times`;

/** From the click on a story's row until its first screen is painted and its editor can be typed in. */
async function openInCopydesk(size: number): Promise<number> {
  const { page, close } = await launchCopydesk();
  const headline = `Dài ${size}`;
  await openStoryOf(page, headline, asBody(longText(size)));
  await page.getByRole('button', { name: 'New story' }).first().click();
  await expect.poll(() => page.title()).toContain('Untitled');
  const first = longText(1)[0]!.runs[0]!.text;
  await page.evaluate((text) => {
    (globalThis as unknown as { opened: Promise<number> }).opened = new Promise((done) => {
      const began = (event: Event): void => {
        const at = event.timeStamp;
        const look = (): void => {
          const body = document.querySelector<HTMLElement>('.editor-body');
          if (!body?.isContentEditable || !body.textContent?.startsWith(text)) return void requestAnimationFrame(look);
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - at)));
        };
        look();
      };
      document.addEventListener('click', began, { capture: true, once: true });
    });
  }, first);
  await page.getByRole('option', { name: headline }).click();
  const took = await page.evaluate(() => (globalThis as unknown as { opened: Promise<number> }).opened);
  await close();
  return took;
}

/** The same from text in the page's own memory. */
async function openInPeer(name: PeerName, size: number): Promise<number> {
  const { page, close } = await openPeer(name);
  const took = await page.evaluate(async (blocks) => {
    const began = performance.now();
    window.peer.mount(document.querySelector<HTMLElement>('#host')!, blocks);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - began;
  }, longText(size));
  await close();
  return took;
}

test.each(SIZES)('opening %i paragraphs', { timeout: 1_200_000 }, async (size) => {
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < ROUNDS; turn++) {
    if (turn % 2 === 0) theirs.push(await openInPeer('prosemirror', size));
    mine.push(await openInCopydesk(size));
    if (turn % 2 === 1) theirs.push(await openInPeer('prosemirror', size));
  }
  figure(
    'open',
    `${size} paragraphs, from the click on the story (disk and host included) to a painted page that takes keys`,
    `${ms(mine)}; ${ratio(mine, theirs)}`,
    `ProseMirror, from text in its page’s memory: ${ms(theirs)}`,
  );
  expect(mine).toHaveLength(ROUNDS);
});

const clip = (app: ElectronApplication, data: { html: string; text: string }): Promise<void> =>
  app.evaluate(
    ({ clipboard }, content) => (clipboard as unknown as { write: (content: object) => void }).write(content),
    data,
  );

interface Step {
  /** From the key until the page is painted with what it did. */
  shown: number;
  /** The longest task meanwhile; 0 where none was over 50 ms. */
  blocked: number;
}

/** Presses a key and waits until the page has (or has no longer) so many characters more. */
async function step(page: Page, root: string, key: string, mark: string, isThere: boolean): Promise<Step> {
  await page.evaluate(
    ([where, text, wanted]) => {
      (globalThis as unknown as { stepped: Promise<Step> }).stepped = new Promise((done) => {
        let blocked = 0;
        const watch = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) blocked = Math.max(blocked, duration);
        });
        watch.observe({ type: 'longtask' });
        const began = ({ timeStamp }: Event): void => {
          const look = (): void => {
            const has = document.querySelector(where)?.textContent?.includes(text) ?? false;
            if (has !== wanted) return void requestAnimationFrame(look);
            requestAnimationFrame(() =>
              setTimeout(() => {
                const shown = performance.now() - timeStamp;
                // What kept the thread is told of a little later.
                setTimeout(() => {
                  watch.disconnect();
                  done({ shown, blocked });
                }, 400);
              }),
            );
          };
          requestAnimationFrame(look);
        };
        document.addEventListener('keydown', began, { capture: true, once: true });
      });
    },
    [root, mark, isThere] as const,
  );
  await page.keyboard.press(key);
  return page.evaluate(() => (globalThis as unknown as { stepped: Promise<Step> }).stepped);
}

const html = (count: number): string =>
  longText(count)
    .map(({ runs }) => `<p class="x" style="margin:0">${runs.map(({ text }) => `<span>${text}</span>`).join('')}</p>`)
    .join('');
/** In the last paragraph alone. */
const MARK = 'dấu cuối cùng';

test('pasting 500 paragraphs into 2,000, and undoing it', { timeout: 1_200_000 }, async () => {
  const data = { html: `${html(500)}<p>${MARK}</p>`, text: MARK };
  const took = { mine: [] as Step[], back: [] as Step[], theirs: [] as Step[], theirBack: [] as Step[] };
  for (let turn = 0; turn < ROUNDS; turn++) {
    const desk = await launchCopydesk();
    await openStoryOf(desk.page, 'Dài', asBody(longText(2000)));
    await putCaret(desk.page, 1001, 'end');
    await clip(desk.app, data);
    took.mine.push(await step(desk.page, '.editor-body', 'Control+v', MARK, true));
    took.back.push(await step(desk.page, '.editor-body', 'Control+z', MARK, false));
    await desk.close();
    const peer = await openPeer('prosemirror');
    await peer.page.evaluate((blocks) => {
      window.peer.mount(document.querySelector<HTMLElement>('#host')!, blocks);
      window.peer.toCaret('middle');
    }, longText(2000));
    await caretHeard(peer.page);
    await clip(peer.app, data);
    took.theirs.push(await step(peer.page, '#host', 'Control+v', MARK, true));
    took.theirBack.push(await step(peer.page, '#host', 'Control+z', MARK, false));
    await peer.close();
  }
  const shown = (steps: readonly Step[]): number[] => steps.map((one) => one.shown);
  figure(
    'open',
    '500 paragraphs pasted into 2,000, from the key to the page',
    `${ms(shown(took.mine))}; ${ratio(shown(took.mine), shown(took.theirs))}`,
    `ProseMirror: ${ms(shown(took.theirs))}`,
  );
  figure(
    'open',
    'its undo',
    `${ms(shown(took.back))}; ${ratio(shown(took.back), shown(took.theirBack))}`,
    `ProseMirror: ${ms(shown(took.theirBack))}`,
  );
  expect(took.mine).toHaveLength(ROUNDS);
});

test('pasting 5 MB of web HTML', { timeout: 600_000 }, async () => {
  const web = `${html(Math.ceil(5_000_000 / (html(100).length / 100)))}<p>${MARK}</p>`;
  const desk = await launchCopydesk();
  await openStoryOf(desk.page, 'Trống', asBody(longText(1)));
  await putCaret(desk.page, 0, 'end');
  await clip(desk.app, { html: web, text: MARK });
  const { shown, blocked } = await step(desk.page, '.editor-body', 'Control+v', MARK, true);
  await desk.close();
  figure(
    'open',
    `${withUnit(web.length / 1e6, 'MB')} of web HTML pasted: until it stands there; the longest task of the window’s thread`,
    `${withUnit(shown, 'ms')}; ${withUnit(blocked, 'ms')}`,
    'wanted: no task over 50 ms',
  );
  expect(blocked).toBeGreaterThanOrEqual(0);
});

/** The most that a page's process holds, after what can be collected was. */
async function megabytes(app: ElectronApplication, page: Page): Promise<{ process: number; heap: number }> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  const kilobytes = await app.evaluate(({ app: program }) =>
    Math.max(...program.getAppMetrics().map(({ type, memory }) => (type === 'Tab' ? memory.workingSetSize : 0))),
  );
  return { process: kilobytes / 1024, heap: usedSize / 1024 / 1024 };
}

test('memory with 2,000 paragraphs', { timeout: 600_000 }, async () => {
  const desk = await launchCopydesk();
  const id = await openStoryOf(desk.page, 'Dài', asBody(longText(2000)));
  await putCaret(desk.page, 10, 'end');
  expect((await ask(desk.page, 'stories.open', { id })).story.body).toHaveLength(2000);
  const mine = await megabytes(desk.app, desk.page);
  await desk.close();
  const plain = await openPeer('plain');
  await plain.page.evaluate((blocks) => {
    window.peer.mount(document.querySelector<HTMLElement>('#host')!, blocks);
  }, longText(2000));
  await caretHeard(plain.page);
  const theirs = await megabytes(plain.app, plain.page);
  await plain.close();
  figure(
    'open',
    'memory of the window’s process with 2,000 paragraphs; its heap',
    `${withUnit(mine.process, 'MB')} (${(mine.process / theirs.process).toFixed(2)} times); ${withUnit(mine.heap, 'MB')}`,
    `plain contenteditable: ${withUnit(theirs.process, 'MB')}; ${withUnit(theirs.heap, 'MB')}`,
  );
  expect(mine.process).toBeGreaterThan(0);
});
