import { fail, ok, type Result } from '../base/result.ts';
import { newBlockId } from '../base/ids.ts';
import { createPhoto } from '../story/create.ts';
import { plainRuns } from '../story/runs.ts';
import { decodeText, type Encoding } from './encoding/index.ts';
import { htmlToBlocks } from './html/index.ts';
import type { TimeLimit } from './html/budget.ts';
import type { Imported } from './imported.ts';
import { markdownToBlocks } from './markdown/index.ts';
import { readFrontMatter } from './markdown/front-matter.ts';
import { withPhotoFields } from './markdown/photos.ts';
import { readNinjs } from './ninjs/index.ts';
import { joinReceipts, noteDropped, tally, type Receipt } from './receipt.ts';
import { MAX_TEXT_LENGTH, textToBlocks } from './text/index.ts';

/** What an article can come in as, apart from Copydesk's own package. */
export type ArticleFormat = 'text' | 'html' | 'markdown' | 'ninjs' | 'docx';

const startsWith = (bytes: Uint8Array, ...sought: number[]): boolean =>
  sought.every((byte, index) => bytes[index] === byte);

/** Files of other programs that hold text and are not read, by how they begin: what they are called in the message. */
function foreignKind(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'PDF';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'Word 97-2003 (.doc)';
  if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'RTF';
  return null;
}

/** What a file is, by its first bytes and its name; null where it holds no article. */
export function formatOf(name: string, bytes: Uint8Array): ArticleFormat | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return ending === 'odt' || ending === 'pages' ? null : 'docx';
  if (foreignKind(bytes) !== null) return null;
  const { text, encoding } = decodeText(bytes.subarray(0, 2048));
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be' && text.includes('\0')) return null;
  if (ending === 'md' || ending === 'markdown') return 'markdown';
  if (/^\s*<(?:!doctype html|html|head|body|meta)[\s>]/i.test(text) || /^x?html?$/.test(ending)) return 'html';
  if (/^\s*[[{]/.test(text) && (ending === 'json' || ending === 'ninjs')) return 'ninjs';
  return 'text';
}

/** The encoding that a page names for itself. */
const declaredIn = (bytes: Uint8Array): string | undefined =>
  /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(String.fromCharCode(...bytes.subarray(0, 2048)))?.[1];

function noteEncoding(receipt: Receipt, encoding: Encoding): void {
  if (encoding === 'tcvn3' || encoding === 'vni') tally(receipt.changed, `from-${encoding}`);
}

function readMarkdown(text: string, limit: TimeLimit | undefined): Result<Imported> {
  const { fields, ofPhotos, unknown, rest } = readFrontMatter(text);
  const raw: Receipt[] = [];
  const imported = markdownToBlocks(rest, (html) => {
    const read = htmlToBlocks(html, limit ? { timeLimit: limit } : {});
    if (read.ok) raw.push({ ...read.value.receipt, kept: {} });
    return read.ok ? read.value.blocks : null;
  });
  if (!imported.ok) return imported;
  for (const { name, value } of unknown) noteDropped(imported.value.receipt, 'unknown-member', `${name}: ${value}`);
  const receipt = raw.reduce(joinReceipts, imported.value.receipt);
  const { blocks, leadPhoto } = withPhotoFields(imported.value.blocks, ofPhotos);
  const stated = fields && { ...fields, ...(leadPhoto !== undefined && { leadPhoto }) };
  return ok({ ...imported.value, blocks, receipt, ...(stated && { fields: stated }) });
}

function readItem(text: string, limit: TimeLimit | undefined): Result<Imported> {
  const item = readNinjs(text);
  if (!item.ok) return item;
  const { fields, html, photos, unknown } = item.value;
  const body = html === null ? textToBlocks(item.value.text) : htmlToBlocks(html, limit ? { timeLimit: limit } : {});
  if (!body.ok) return body;
  const { receipt } = body.value;
  for (const { name, value } of unknown) noteDropped(receipt, 'unknown-member', `${name}: ${value}`);
  const figures = photos.map(({ alt, caption, credit, rights }) => {
    tally(receipt.dropped, 'remote-picture');
    const photo = createPhoto({ alt, caption: plainRuns(caption), credit, rights });
    return { type: 'figure' as const, id: newBlockId(), photos: [photo] };
  });
  tally(receipt.kept, 'figure', figures.length);
  return ok({ ...body.value, blocks: [...figures, ...body.value.blocks], fields });
}

export interface ReadOptions {
  timeLimit?: TimeLimit;
}

/**
 * A file's bytes as blocks, stated fields and receipt. Word documents are unpacked by the host first (`docx` is refused here).
 *
 * Fails with `import.empty`, `import.unsupported` (`kind` names what it is), `import.not-ninjs`, `import.too-large`, `import.too-long`.
 */
export function readArticle(name: string, bytes: Uint8Array, { timeLimit }: ReadOptions = {}): Result<Imported> {
  const format = formatOf(name, bytes);
  if (format === null || format === 'docx') {
    const kind = foreignKind(bytes) ?? /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toUpperCase() ?? '?';
    return fail('import.unsupported', `${name} is no kind of file that can be read (${kind})`, { kind });
  }
  const { text, encoding } = decodeText(bytes, format === 'html' ? declaredIn(bytes) : undefined);
  if (text.length > MAX_TEXT_LENGTH) {
    return fail('import.too-large', `${name} has ${text.length} characters`, { limit: MAX_TEXT_LENGTH });
  }
  const read = readText(format, text, timeLimit);
  if (!read.ok) return read;
  noteEncoding(read.value.receipt, encoding);
  if (read.value.blocks.length === 0 && !read.value.fields?.headline)
    return fail('import.empty', `${name} holds no text`);
  return read;
}

function readText(
  format: Exclude<ArticleFormat, 'docx'>,
  text: string,
  limit: TimeLimit | undefined,
): Result<Imported> {
  switch (format) {
    case 'html':
      return htmlToBlocks(text, { hasFolder: true, ...(limit && { timeLimit: limit }) });
    case 'markdown':
      return readMarkdown(text, limit);
    case 'ninjs':
      return readItem(text, limit);
    case 'text':
      return textToBlocks(text);
  }
}
