import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Story } from '../../src/story/schema.ts';
import { readyPackages } from '../setup/packages.ts';
import { hostile, oneOfEverything } from '../unit/export/stories.ts';
import { launchCopydesk, newFolder, type Copydesk } from './launch.ts';
import { ask } from './newsroom.ts';

const run = promisify(execFile);
let copydesk: Copydesk;
let sample: Story;

beforeAll(async () => {
  await readyPackages({
    purpose: 'what is in a PDF',
    packages: ['poppler-utils'],
    probe: ['pdfinfo', '-v'],
  });
  copydesk = await launchCopydesk();
  await copydesk.page.locator('.editor-body').waitFor();
  const found = (await ask(copydesk.page, 'stories.list')).find(({ headline }) => headline.includes('ferry'));
  if (!found) throw new Error('the sample about the ferry is not there');
  sample = (await ask(copydesk.page, 'stories.open', { id: found.id })).story;
}, 300_000);
afterAll(() => copydesk.close());

/** Exports the sample, or another story that is not on the disk; answers the file. */
async function write(at: Copydesk, story?: Story): Promise<string> {
  const path = join(newFolder('pdf-'), 'story.pdf');
  await at.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  const answer = await ask(at.page, 'export.story', { id: sample.id, as: 'pdf', ...(story && { story }) });
  expect(answer).toMatchObject({ path });
  return path;
}

const told = async (program: string, ...args: string[]): Promise<string> =>
  (await run(program, args, { maxBuffer: 16 * 1024 * 1024 })).stdout;
/** The words of all pages in one line, running heads with them. */
const words = async (file: string): Promise<string> =>
  (await told('pdftotext', '-raw', file, '-')).normalize('NFC').replace(/\s+/g, ' ');

describe('a story as PDF', () => {
  it('is tagged, with title and language, and as old as the story', async () => {
    const file = await write(copydesk);
    const info = await told('pdfinfo', '-isodates', file);
    expect(info).toMatch(/^Title: +After 41 years, a hand-cranked ferry is crossing the Alder again$/m);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^JavaScript: +no$/m);
    expect(info).toMatch(/^Page size: .*[(]A4[)]$/m);
    const made = new Date(/^CreationDate: +(\S+)$/m.exec(info)?.[1] ?? '').getTime();
    expect(made).toBe(Math.floor(Date.parse(sample.updatedAt) / 1000) * 1000);
    expect((await readFile(file)).toString('latin1')).toMatch(/\/Lang \(en/);
    const structure = await told('pdfinfo', '-struct', file);
    for (const tag of ['H1', 'H2', 'P ', 'Figure', 'Caption', 'BlockQuote', 'L ', 'LI', 'Link'])
      expect(structure).toContain(tag.trim());
  });

  it('has every word of the story, a running head from the second page on, and the number of each page', async () => {
    const file = await write(copydesk);
    const text = await words(file);
    for (const part of [sample.headline, sample.standfirst, sample.byline.text, 'Photo: Tom Lindqvist'])
      expect(text).toContain(part);
    for (const block of sample.body)
      if (block.type === 'paragraph')
        expect(text).toContain(
          block.text
            .map((one) => one.text)
            .join('')
            .split(/[.,]/)[0]
            ?.trim(),
        );
    const pages = Number(/^Pages: +(\d+)$/m.exec(await told('pdfinfo', file))?.[1]);
    expect(pages).toBeGreaterThan(1);
    for (let page = 1; page <= pages; page++) {
      const said = await told('pdftotext', '-layout', '-f', String(page), '-l', String(page), file, '-');
      expect(said).toContain(`Page ${page} / ${pages}`);
      const [first = ''] = said.split('\n').filter((line) => line.trim() !== '');
      expect(first.startsWith('After 41 years')).toBe(page > 1);
    }
  });

  it('is the same to the byte as often as it is asked for, after a new start too', async () => {
    const first = await readFile(await write(copydesk));

    // The window that printed has gone, and the reporter's own is as it was.
    expect(copydesk.app.windows()).toHaveLength(1);
    expect(copydesk.page.url()).toBe('app://window/index.html');
    expect((await readFile(await write(copydesk))).equals(first)).toBe(true);
    const { home } = copydesk;
    await copydesk.close();
    copydesk = await launchCopydesk({ home });
    await copydesk.page.locator('.editor-body').waitFor();
    expect((await readFile(await write(copydesk))).equals(first)).toBe(true);
  });

  it('holds one of everything in the tags that readers’ aids know', async () => {
    const file = await write(copydesk, oneOfEverything.story);
    const structure = await told('pdfinfo', '-struct', file);
    for (const tag of ['Table', 'TR', 'TH', 'TD', 'L ', 'LI', 'H2', 'H3', 'H4', 'Figure', 'BlockQuote'])
      expect(structure).toMatch(new RegExp(`^ *${tag.trim()}\\b`, 'm'));
    const text = await words(file);
    expect(text).toContain('The harbour master, to be photographed tomorrow. Photo: Tom Lee');
    expect(text).toContain('Should the market stay?');
  });

  it('does nothing, whatever was typed', async () => {
    const file = await write(copydesk, hostile.story);
    expect(await told('pdfinfo', '-js', file)).toBe('');
    const source = (await readFile(file)).toString('latin1');
    expect(source).not.toMatch(
      /\/(?:JavaScript|JS|OpenAction|AA|Launch|SubmitForm|ImportData|EmbeddedFiles|RichMedia)\b/,
    );
    const links = [...source.matchAll(/\/URI \(([^)]*)/g)].map(([, address = '']) => address);
    expect(links.length).toBeGreaterThan(0);
    for (const address of links) expect(address).toMatch(/^(?:https?:\/\/|mailto:)/);
  });
});
