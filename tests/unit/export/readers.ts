import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parse } from 'yaml';
import type { ExportedFile } from '../../../src/export/format.ts';
import { asPage, elementsOf } from './read-page.ts';

const textOf = ({ bytes }: ExportedFile): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** What a reader sees of a page. */
const pageText = (html: string): string => elementsOf(asPage(html)).find(({ name }) => name === 'body')?.text ?? '';

/** A Markdown file's front matter as data, and its body as the HTML that GitHub's dialect makes of it. */
export function readMarkdown(file: string): { matter: unknown; html: string } {
  const [, matter = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(file) ?? [];
  const html = micromark(body, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  return { matter: parse(matter), html };
}

/** Every text in plain data. */
const dataTexts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(dataTexts)
      : [];

/** The text that a reader of the first file sees. One reader for each media type that a format writes. */
export const READERS: Record<string, (file: ExportedFile) => string | Promise<string>> = {
  'text/html': (file) => pageText(textOf(file)),
  'text/plain': textOf,
  'application/pdf': (file) => pageText(textOf(file)),
  'text/markdown': (file) => {
    const { matter, html } = readMarkdown(textOf(file));
    return `${dataTexts(matter).join('\n')}\n${pageText(html)}`;
  },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': async ({ bytes }) =>
    pageText((await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value.replaceAll('</p>', '</p>\n')),
  // A text that is HTML is read as such; the same may be there as plain text too.
  'application/json': (file) =>
    dataTexts(JSON.parse(textOf(file)))
      .flatMap((text) => [text, pageText(text)])
      .join('\n'),
  'application/xml': (file) => pageText(textOf(file)),
  'application/rss+xml': (file) => {
    const text = pageText(textOf(file));
    return `${text}\n${pageText(text)}`;
  },
};

/** Everything that a file says, its markup and the parts of a zip unpacked. */
export function sourceOf({ path, bytes }: ExportedFile): string {
  const parts = path.endsWith('.docx') ? Object.values(unzipSync(bytes)) : [bytes];
  return parts.map((part) => new TextDecoder().decode(part)).join('\n');
}
