import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newFolder } from '../../desktop/launch.ts';
import { docx, wp, wt } from '../../host/import/a-docx.ts';
import { many } from '../length.ts';
import { Desk, pagesOf, Tally } from './desk.ts';
import { asHtml, clobbering, escapedXml, named, vectors } from './vectors.ts';

const PASTED = many(6_000, 150);
const DROPPED = many(2_000, 40);
const OPENED = many(2_000, 40);
/** Every property's name, or one in so many. */
const NAME_STEP = many(1, 8);

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});

describe('the watch over the window', () => {
  it.each<[string, () => void, RegExp]>([
    ['a script', () => alert(1), /alert\(1\)/],
    ['a script that the policy stops', () => void setTimeout(() => void eval('1')), /require-trusted-types|script-src/],
    [
      'an inline script',
      () =>
        void setTimeout(() => {
          const script = document.createElement('script');
          script.append('1');
          document.body.append(script);
        }),
      /script|trusted/,
    ],
    ['a picture from elsewhere', () => (new Image().src = 'http://127.0.0.1:9/x'), /127\.0\.0\.1/],
    ['a frame', () => document.body.append(document.createElement('iframe')), /<iframe>/],
    [
      'an address that runs',
      () => document.body.append(Object.assign(document.createElement('a'), { href: 'javascript:1' })),
      /javascript:1/,
    ],
    [
      'a name that stands before a property',
      () => document.body.append(Object.assign(document.createElement('form'), { id: 'parentNode' })),
      /id=parentNode/,
    ],
    [
      'a drawing in the text',
      () => {
        const text = Object.assign(document.createElement('a'), { className: 'reader' });
        text.append(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
        document.body.append(text);
      },
      /<svg> in the text/,
    ],
  ])('sees %s', async (_, attack, expected) => {
    await desk.watch.look();
    await desk.page.evaluate(attack);
    await expect.poll(async () => JSON.stringify(await desk.watch.look())).toMatch(expected);
    await desk.page.evaluate(() =>
      document.querySelectorAll('body > :is(script, iframe, a, form)').forEach((one) => one.remove()),
    );
    await expect.poll(async () => (await desk.watch.look()).active).toEqual([]);
  });

  it('sees a window that hangs, and words that are gone', async () => {
    await desk.page.evaluate(() => {
      setTimeout(() => {
        const until = performance.now() + 400;
        while (performance.now() < until);
      });
    });
    await expect.poll(async () => (await desk.watch.look()).slowest).toBeGreaterThan(390);
    expect(await desk.said('.editor-body')).not.toContain('Lành 0 lời');
  });
});

describe('what comes into the window', () => {
  it(`pasted, ${PASTED.toLocaleString('en')} vectors, is words`, async () => {
    const tally = new Tally();
    for (const part of pagesOf(vectors(PASTED))) {
      await desk.begin();
      await desk.paste(part.map(asHtml).join('\n'));
      await desk.untilKept(part);
      await tally.take(desk, part, `pasted: ${part.map(({ markup }) => markup.slice(0, 200)).join(' | ')}`);
    }
    tally.report('in: a paste in the window');
  }, 3_600_000);

  it(`dropped, ${DROPPED.toLocaleString('en')} vectors, is words`, async () => {
    const tally = new Tally();
    for (const part of pagesOf(vectors(DROPPED, 7))) {
      await desk.begin();
      await desk.drop(part.map(asHtml).join('\n'));
      await desk.untilKept(part);
      await tally.take(desk, part, `dropped: ${part.map(({ markup }) => markup.slice(0, 200)).join(' | ')}`);
    }
    tally.report('in: a drop in the window');
  }, 1_800_000);

  it('names no property of the page, whichever a form, an address or a frame is called by', async () => {
    const { names } = desk.watch;
    expect(names.length).toBeGreaterThan(1_000);
    const tally = new Tally();
    const tried = names.filter((_, n) => n % NAME_STEP === 0);
    for (const part of pagesOf(named(clobbering(tried), 1), 200)) {
      await desk.begin();
      await desk.paste(part.map(asHtml).join('\n'));
      await desk.untilKept(part);
      await tally.take(desk, part, `clobbered by: ${part[0]?.markup ?? ''}`);
      // The editor still does its work.
      await desk.page.keyboard.type('gõ tiếp');
      await expect.poll(() => desk.said('.editor-body')).toContain('gõ tiếp');
    }
    tally.report(`in: a paste that names each of ${tried.length} properties of the page`);
  }, 900_000);

  it.each<[string, (part: string[], words: string[]) => string | Uint8Array]>([
    [
      'bai.html',
      (markup, words) => `<!DOCTYPE html><body>${markup.map((one, n) => `<p>${words[n]}</p>${one}`).join('\n')}`,
    ],
    ['bai.md', (markup, words) => markup.map((one, n) => `${words[n]}\n\n${one}\n\n`).join('')],
    ['bai.txt', (markup, words) => markup.map((one, n) => `${words[n]}\n${one}\n`).join('')],
    [
      'bai.json',
      (markup, words) =>
        JSON.stringify({
          ...{ uri: 'urn:x:1', type: 'text', language: 'vi', headlines: [{ value: markup[0] }], by: markup[0] },
          descriptions: [{ value: markup[0] }],
          bodies: [{ contenttype: 'text/html', value: markup.map((one, n) => `<p>${words[n]}</p>${one}`).join('\n') }],
        }),
    ],
    [
      'bai.docx',
      (markup, words) => docx(markup.map((one, n) => wp(wt(words[n] ?? '')) + wp(wt(escapedXml(one)))).join('')),
    ],
  ])(
    'opened as %s, is words',
    async (name, write) => {
      const tally = new Tally();
      const some = vectors(OPENED, 11).filter(({ markup }) => markup.length < 2_000 && !markup.includes('\0'));
      for (const part of pagesOf(some)) {
        const file = join(newFolder(), name);
        writeFileSync(
          file,
          write(
            part.map(({ markup }) => markup),
            part.map(({ words }) => words),
          ),
        );
        await desk.choose(file);
        await desk.menu('import');
        await desk.untilKept(part, '.page');
        await tally.take(desk, part, `${name}: ${part.map(({ markup }) => markup.slice(0, 200)).join(' | ')}`);
      }
      tally.report(`in: ${name} opened in the window`);
    },
    900_000,
  );
});
