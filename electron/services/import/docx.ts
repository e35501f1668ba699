import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { fail, ok, type Result } from '../../../src/base/result.ts';
import { fromFontEncoding } from '../../../src/import/encoding/index.ts';
import { htmlToBlocks } from '../../../src/import/html/index.ts';
import type { Imported } from '../../../src/import/imported.ts';
import { noteDropped, tally } from '../../../src/import/receipt.ts';
import { Damage, readDirectory, type ZipEntry } from '../../../src/package/zip-directory.ts';
import { unpack } from '../../../src/package/unzip.ts';
import { besideText, changesOf } from './docx-changes.ts';
import { languagesAsStyles } from './docx-languages.ts';

const MiB = 1024 * 1024;
/** What a document may unfold to, checked before a byte is inflated: its text, and everything in it. */
const LIMITS = { text: 48 * MiB, total: 300 * MiB };

const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/.+\.(?:xml|rels)|word\/media\/[^/]+)$/;

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh > strong:fresh",
  "p[style-name='Heading 1'] => h2:fresh",
  "p[style-name='Heading 2'] => h3:fresh",
  "p[style-name='Heading 3'] => h4:fresh",
  "p[style-name='Heading 4'] => h4:fresh",
  "p[style-name='Heading 5'] => h4:fresh",
  "p[style-name='Heading 6'] => h4:fresh",
  "p[style-name='caption'] => p.MsoCaption:fresh",
  "p[style-name='Caption'] => p.MsoCaption:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  'u => u',
];

const TAKEN = /^image\/(?:jpeg|png|gif|webp|avif)$/;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The parts that are read, unpacked; null where they would be too many bytes. */
function partsOf(bytes: Uint8Array): Map<string, Uint8Array> | null {
  const needed = [...readDirectory(bytes)].filter(([name]) => NEEDED.test(name));
  const sum = (entries: [string, ZipEntry][]): number => entries.reduce((total, [, { size }]) => total + size, 0);
  if (sum(needed) > LIMITS.total || sum(needed.filter(([name]) => !name.startsWith('word/media/'))) > LIMITS.text)
    return null;
  return new Map(needed.map(([name, entry]) => [name, unpack(bytes, entry)]));
}

/** The document as HTML; its pictures stand aside, each called by a number that the HTML names. */
async function toHtml(parts: Map<string, Uint8Array>): Promise<{ html: string; pictures: Map<string, Uint8Array> }> {
  const pictures = new Map<string, Uint8Array>();
  const { document, styles } = languagesAsStyles(decoder.decode(parts.get('word/document.xml')));
  const bounded = zipSync(
    { ...Object.fromEntries(parts), 'word/document.xml': encoder.encode(document) },
    { level: 0 },
  );
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bounded.buffer, bounded.byteOffset, bounded.byteLength) },
    {
      styleMap: [...STYLES, ...styles],
      convertImage: mammoth.images.imgElement(async (image) => {
        const type = image.contentType.replace('image/jpg', 'image/jpeg');
        if (!TAKEN.test(type)) return { src: `data:${type};base64,AAAA` };
        const name = Buffer.from(`picture ${pictures.size}`).toString('base64');
        pictures.set(name, new Uint8Array(await image.readAsBuffer()));
        return { src: `data:${type};base64,${name}` };
      }),
    },
  );
  return { html: value, pictures };
}

const titleOf = (core: string): string =>
  (/<dc:title>([^<]{1,500})<\/dc:title>/.exec(core)?.[1] ?? '').replace(/&amp;/g, '&').trim();

/** Puts each picture's own bytes in the place of its number. */
function placed({ pictures, ...rest }: Imported, kept: Map<string, Uint8Array>): Imported {
  return {
    ...rest,
    pictures: pictures.map((picture) => {
      if (picture.source.kind !== 'bytes') return picture;
      const bytes = kept.get(Buffer.from(picture.source.bytes).toString('base64'));
      return bytes ? { ...picture, source: { ...picture.source, bytes } } : picture;
    }),
  };
}

/**
 * A Word document (Office Open XML) as blocks, with its pictures. Tracked insertions stand in the text; deletions, comments,
 * headers and footers are named in the receipt, word for word. To be run on a thread that can be ended.
 *
 * Fails with `import.damaged` (no document, or broken) and `import.too-large` (unfolds to more than LIMITS).
 */
export async function docxToBlocks(bytes: Uint8Array): Promise<Result<Imported>> {
  try {
    const parts = partsOf(bytes);
    if (parts === null)
      return fail('import.too-large', 'the document unfolds to too many bytes', { limit: LIMITS.total });
    const document = parts.get('word/document.xml');
    if (!document) return fail('import.damaged', 'the file holds no Word document', { reason: 'word/document.xml' });
    const { html, pictures } = await toHtml(parts);
    const unicode = fromFontEncoding(html);
    const read = htmlToBlocks(unicode?.text ?? html);
    if (!read.ok) return read;
    const imported = placed(read.value, pictures);
    const { receipt } = imported;
    if (unicode) tally(receipt.changed, `from-${unicode.encoding}`);
    const changes = changesOf(decoder.decode(document));
    tally(receipt.changed, 'insertion-accepted', changes.insertions);
    for (const text of changes.deletions) noteDropped(receipt, 'tracked-deletion', text);
    for (const [name, part] of parts)
      for (const { kind, text } of besideText(name, () => decoder.decode(part))) noteDropped(receipt, kind, text);
    return ok({ ...imported, title: titleOf(decoder.decode(parts.get('docProps/core.xml'))) });
  } catch (error) {
    if (error instanceof Damage) return fail('import.damaged', error.message, { reason: error.message });
    // The library and its XML parser throw plain errors for whatever they cannot read.
    const reason = error instanceof Error ? error.message : String(error);
    return fail('import.damaged', `the document could not be read: ${reason}`, { reason: reason.slice(0, 200) });
  }
}
