import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { ok } from '../../src/base/result.ts';
import type { ExportedFile, ExportFormat, ExportInput } from '../../src/export/format.ts';
import { readMarkdown } from '../unit/export/readers.ts';
import { asPage } from '../unit/export/read-page.ts';
import type { Detector } from './detector.ts';
import { newFolder } from './launch.ts';

const text = ({ bytes }: ExportedFile): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
/** A page without the policy that would stop a script, so that nothing but the writing of it does. */
const bare = (page: string): string => page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n/, '');

interface Body {
  contentType: string;
  value: string;
}

/** Every way in which a browser may come to open a format's first file: name and content. */
const VIEWS: Record<string, (file: ExportedFile) => [name: string, content: string][] | Promise<[string, string][]>> = {
  'text/html': (file) => [
    ['as-written.html', asPage(text(file))],
    ['bare.html', asPage(bare(text(file)))],
  ],
  // The page that is laid out, with scripts that the window for it does not even have.
  'application/pdf': (file) => [['bare.html', bare(text(file))]],
  'text/plain': (file) => [
    ['wire.txt', text(file)],
    // Served with the wrong type by a careless server.
    ['article.html', `<!DOCTYPE html><meta charset="utf-8"><title>x</title><pre>${escaped(text(file))}</pre>`],
  ],
  'text/markdown': (file) => [
    ['story.txt', text(file)],
    // As the most careless renderer would: raw HTML let through.
    ['story.html', asPage(readMarkdown(text(file)).html)],
  ],
  'application/json': (file) => {
    const { bodies = [] } = JSON.parse(text(file)) as { bodies?: Body[] };
    const html = bodies.filter(({ contentType }) => contentType === 'text/html');
    return [
      ['ninjs.json', text(file)],
      ...html.map(({ value }, n): [string, string] => [`body-${n}.html`, asPage(value)]),
    ];
  },
  'application/xml': (file) => [['newsml.xml', text(file)]],
  'application/rss+xml': (file) => {
    const encoded = /<content:encoded>([^]*)<\/content:encoded>/.exec(text(file))?.[1] ?? '';
    return [
      ['item.xml', text(file)],
      ['content.html', asPage(unescaped(encoded))],
    ];
  },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': async ({ bytes }) => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    const parts = Object.entries(unzipSync(bytes)).filter(([path]) => /(?:document|footer1|core)[.]xml$/.test(path));
    return [
      ['as-read.html', asPage(value)],
      ...parts.map(([path, part]): [string, string] => [
        path.replace(/[^a-z0-9.]/gi, '-'),
        new TextDecoder().decode(part),
      ]),
    ];
  },
};

const SIGNS: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
const escaped = (plain: string): string => plain.replace(/[<>&]/g, (sign) => SIGNS[sign] ?? sign);
const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/&#39;|&apos;/g, "'")
    .replaceAll('&amp;', '&');

/**
 * Exports the story and opens it in every way; answers what the detector heard, by the view's name, and under `lost` the
 * words that stand in none of them.
 */
export async function openExport(
  detector: Detector,
  format: ExportFormat,
  input: ExportInput,
  words: readonly string[] = [],
  onSlowest: (ms: number) => void = () => undefined,
): Promise<Record<string, string[]>> {
  const made = await format.write({ ...input, print: ({ page }) => Promise.resolve(ok(page)) });
  if (!made.ok) throw new Error(made.failure.detail);
  const folder = newFolder('hostile-');
  for (const { path, bytes } of made.value) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const [first, ...pictures] = made.value;
  const views = first && (await VIEWS[format.mediaType]?.(first));
  if (!views) throw new Error(`nobody here opens ${format.mediaType}`);
  const answers: Record<string, string[]> = {};
  let said = '';
  for (const [name, content] of views) {
    const file = join(folder, name);
    await writeFile(file, content.toWellFormed());
    answers[name] = await detector.open(file, [
      ...pictures.map(({ path }) => join(folder, path)),
      // A page to be printed lies beside pictures that the window for it serves.
      ...(format.id === 'pdf' ? picturesIn(content).map((path) => join(folder, path)) : []),
    ]);
    const { text: shown, slowest } = await detector.read();
    said += shown.normalize('NFC');
    onSlowest(slowest);
  }
  answers['lost'] = words.filter((word) => !said.includes(word));
  return Object.fromEntries(Object.entries(answers).filter(([, told]) => told.length > 0));
}

const picturesIn = (page: string): string[] =>
  [...page.matchAll(/src="(media\/[a-z0-9-]+[.][a-z]+)"/g)].map(([, path = '']) => path);
