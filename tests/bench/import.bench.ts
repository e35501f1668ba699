import { strToU8 } from 'fflate';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readArticle } from '../../src/import/read.ts';
import { compose, propose } from '../../src/import/article.ts';
import { launchCopydesk } from '../desktop/launch.ts';
import { figure, percentile, withUnit } from './figures.ts';
import { madeUpWords } from './words.ts';

const WORDS = 10_000;

const run = (text: string, style = ''): string =>
  `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;font-style:normal;font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre;white-space:pre-wrap;${style}">${text}</span>`;
const paragraph = (inner: string, tag = 'p'): string =>
  `<${tag} dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:8pt;">${inner}</${tag}>`;

/** A long report as Google Docs puts it on the clipboard: each paragraph in a styled span, subheads, bold words, links, lists. */
function googleDocs(): { html: string; text: string; blocks: number } {
  const pieces: string[] = [];
  const lines: string[] = [];
  for (let words = 0, n = 0; words < WORDS; words += 50, n++) {
    const line = `${madeUpWords(50, n)}.`;
    lines.push(line);
    const [head, middle, tail] = [line.slice(0, 80), line.slice(80, 120), line.slice(120)];
    const link = `<a href="https://www.google.com/url?q=https://example.org/${n}&amp;sa=D" style="text-decoration:none;">${run(middle, 'color:#1155cc;text-decoration:underline;')}</a>`;
    if (n % 12 === 5) pieces.push(paragraph(run(line.slice(0, 60)), 'h2'), paragraph(run(line.slice(60))));
    else if (n % 12 === 9)
      pieces.push(
        `<ul style="margin-top:0;margin-bottom:0;padding-inline-start:48px;">${[head, middle, tail]
          .map((item) => `<li dir="ltr" style="list-style-type:disc;" aria-level="1">${paragraph(run(item))}</li>`)
          .join('')}</ul>`,
      );
    else pieces.push(paragraph(run(head) + (n % 4 === 0 ? link : run(middle, 'font-weight:700;')) + run(tail)));
  }
  const html = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-5f1c2d3e-7fff-aaaa-bbbb-0123456789ab">${pieces.join('')}</b>`;
  return { html, text: lines.join('\n'), blocks: pieces.length };
}

interface Measured {
  /** From the key to the frame in which all of it stands there, in milliseconds. */
  shown: number;
  /** From the key until a letter typed behind it stands there. */
  typed: number;
  /** The longest that the window's thread was kept from everything else; 0 where never more than 50 ms. */
  blocked: number;
}

/** Pastes with the key, and types a letter as soon as the text is there. */
async function paste(page: Page, app: ElectronApplication, data: { html: string; text: string }): Promise<Measured> {
  await app.evaluate(
    ({ clipboard }, content) => (clipboard as unknown as { write: (content: object) => void }).write(content),
    data,
  );
  await page.evaluate((last) => {
    const window = globalThis as unknown as { measured: Promise<Measured> };
    const body = document.querySelector<HTMLElement>('.editor-body')!;
    window.measured = new Promise((done) => {
      let blocked = 0;
      const watch = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) blocked = Math.max(blocked, duration);
      });
      watch.observe({ type: 'longtask' });
      document.addEventListener(
        'paste',
        () => {
          const began = performance.now();
          const look = (): void => {
            if (!body.textContent?.includes(last)) return void requestAnimationFrame(look);
            const shown = performance.now() - began;
            document.execCommand('insertText', false, '\u2603');
            const settle = (): void => {
              if (!body.textContent?.includes('\u2603')) return void requestAnimationFrame(settle);
              const typed = performance.now() - began;
              // What kept the thread is told of a little later.
              setTimeout(() => {
                watch.disconnect();
                done({ shown, typed, blocked });
              }, 300);
            };
            requestAnimationFrame(settle);
          };
          requestAnimationFrame(look);
        },
        { capture: true, once: true },
      );
    });
  }, data.text.slice(-40));
  await page.keyboard.press('Control+v');
  return page.evaluate(() => (globalThis as unknown as { measured: Promise<Measured> }).measured);
}

test(`a Google Docs paste of ${WORDS} words`, async () => {
  const { page, app } = await launchCopydesk({ lang: 'vi' });
  await page.getByRole('option').first().waitFor();
  const docs = googleDocs();
  const times: Measured[] = [];
  for (let round = 0; round < 5; round++) {
    await page.getByRole('button', { name: 'Tin bài mới' }).first().click();
    const headline = page.getByRole('textbox', { name: 'Tít', exact: true });
    await expect.poll(() => headline.evaluate((at) => at === document.activeElement)).toBe(true);
    await page.keyboard.type(`Dán ${round}`);
    await page.getByRole('textbox', { name: 'Chính văn' }).click();
    times.push(await paste(page, app, docs));
  }
  const typed = times.map((one) => one.typed);
  figure(
    'import',
    '10,000 words pasted from Google Docs: from the key until one types in it; slowest of five',
    `${withUnit(percentile(typed, 0.5), 'ms')}; ${withUnit(Math.max(...typed), 'ms')}`,
    'wanted: under 1 000 ms',
  );
  figure(
    'import',
    'the longest that this keeps the window’s thread busy: median; slowest',
    `${withUnit(
      percentile(
        times.map((one) => one.blocked),
        0.5,
      ),
      'ms',
    )}; ${withUnit(Math.max(...times.map((one) => one.blocked)), 'ms')}`,
    `read beside it, on a thread of its own: ${withUnit(docs.html.length / 1024 / 1024, 'MB')} of HTML`,
  );
  expect(times).toHaveLength(5);
});

test('the same as a file', () => {
  const { html } = googleDocs();
  const bytes = strToU8(`<!doctype html><html lang="vi"><body>${html}</body></html>`);
  const [reading, arranging]: [number[], number[]] = [[], []];
  for (let round = 0; round < 7; round++) {
    const began = performance.now();
    const read = readArticle('bai.html', bytes);
    const half = performance.now();
    if (!read.ok) throw new Error(read.failure.detail);
    compose(read.value, propose(read.value, 'vi'));
    reading.push(half - began);
    arranging.push(performance.now() - half);
  }
  figure(
    'import',
    'the same page from a file: read; its parts recognised',
    `${withUnit(percentile(reading, 0.5), 'ms')}; ${withUnit(percentile(arranging, 0.5), 'ms')}`,
  );
  expect(reading).toHaveLength(7);
});
