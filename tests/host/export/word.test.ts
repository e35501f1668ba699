import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportInput } from '../../../src/export/format.ts';
import { exportFormat } from '../../../src/export/index.ts';
import { storyAs } from '../../../src/review/index.ts';
import { plainText } from '../../../src/story/runs.ts';
import { blockTexts } from '../../../src/story/walk.ts';
import { readyPackages } from '../../setup/packages.ts';
import { reviewed } from '../../unit/export/reviewed.ts';
import { oneOfEverything, vietnamese } from '../../unit/export/stories.ts';

const run = promisify(execFile);
let folder = '';

beforeAll(async () => {
  await readyPackages({
    purpose: 'Word documents as LibreOffice reads them',
    packages: ['libreoffice-writer-nogui'],
    probe: ['soffice', '--version'],
  });
  folder = await mkdtemp(join(process.env['COPYDESK_TEST_FOLDER'] ?? tmpdir(), 'word-'));
}, 300_000);

/** Writes the story as Word and has LibreOffice open it and save it in another form. */
async function throughOffice(input: ExportInput, name: string, to: 'docx' | 'txt'): Promise<Uint8Array> {
  const made = await exportFormat('docx')?.write(input);
  const file = made?.ok ? made.value[0] : undefined;
  if (!file) throw new Error('no document');
  const [path, out] = [join(folder, `${name}.docx`), join(folder, `${name}-${to}`)];
  await mkdir(out);
  await writeFile(path, file.bytes);
  const form = to === 'txt' ? 'txt:Text (encoded):UTF8' : 'docx:Office Open XML Text';
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  await run('soffice', [profile, '--headless', '--convert-to', form, '--outdir', out, path], { timeout: 120_000 });
  return readFile(join(out, `${name}.${to}`));
}

const line = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

describe('a Word document, opened by LibreOffice', () => {
  it.each([
    ['vietnamese', vietnamese],
    ['one-of-everything', oneOfEverything],
  ])('has every word of the story, in its order: %s', { timeout: 150_000 }, async (name, input) => {
    const text = line(new TextDecoder().decode(await throughOffice(input, name, 'txt')));
    const { kicker, headline, standfirst, byline, sourceCredit, body } = input.story;
    let at = 0;
    const told = body.flatMap((block) => blockTexts(block).map(plainText));
    for (const said of [kicker, headline, standfirst, byline.text, ...told, sourceCredit].map(line)) {
      const found = text.indexOf(said, at);
      expect(found, `“${said}” after “${text.slice(Math.max(0, at - 40), at)}”`).toBeGreaterThanOrEqual(0);
      at = found + said.length;
    }
  });

  it('keeps tracked changes and comments, with their authors', { timeout: 150_000 }, async () => {
    const input = { story: reviewed, media: () => undefined, options: { review: true } };
    const parts = unzipSync(await throughOffice(input, 'review', 'docx'));
    const part = (name: string): string => new TextDecoder().decode(parts[name] ?? new Uint8Array());
    const document = part('word/document.xml');
    const text = (xml: string): string => xml.replace(/<[^>]*>/g, '');
    const changes = (kind: string): string[] =>
      [...document.matchAll(new RegExp(`<w:${kind} .*?</w:${kind}>`, 'g'))].map(([xml]) => text(xml));
    expect(changes('ins').join('|')).toContain('lũ');
    expect(changes('del').join('|')).toContain('Câu này thừa.');
    const comments = part('word/comments.xml');
    for (const said of ['Nhanh là bao nhiêu?', '20 cm một giờ.', 'Thiếu lời người dân.', 'w:author="Tom Lee"'])
      expect(comments).toContain(said);
    // What is left when every change is rejected is the version under review.
    const rejected = text(document.replace(/<w:ins [^>]*>(?!<w:r\/>).*?<\/w:ins>/g, '').replace(/<\/w:p>/g, '\n'));
    for (const block of storyAs(reviewed, 'original').body)
      for (const runs of blockTexts(block)) expect(line(rejected)).toContain(line(plainText(runs)));
  });
});
