import { unzipSync, zipSync, type Zippable } from 'fflate';
import { fromUtf8, utf8 } from '../../base/bytes.ts';

/** The library's random names for a document's links and pictures: `rId` and 21 signs. */
const RANDOM = /(?<![\w-])(rId)?[a-z0-9_-]{21}(?=")/g;

/** A part of the document with its random names counted instead, and the moments of its making set to one. */
function settledPart(path: string, text: string, names: Map<string, string>, changed: string): string {
  if (path === 'docProps/core.xml') {
    return text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${changed}`);
  }
  return text.replace(RANDOM, (name, prefix: string | undefined) => {
    if (prefix === undefined) return name;
    const known = names.get(name) ?? `rIdLink${names.size + 1}`;
    names.set(name, known);
    return known;
  });
}

/**
 * A Word document with the same bytes for the same content: the library writes random names and the time of day.
 *
 * @param changed when the story was last changed, in UTC
 */
export function settled(document: Uint8Array, changed: string): Uint8Array {
  const names = new Map<string, string>();
  const parts = Object.entries(unzipSync(document)).sort(([a], [b]) => (a < b ? -1 : 1));
  const entries: Zippable = {};
  // The list of types comes first, as readers that do not look twice expect.
  for (const [path, bytes] of parts.sort(([a], [b]) => Number(b.startsWith('[')) - Number(a.startsWith('[')))) {
    const text = /[.](?:xml|rels)$/.test(path) ? fromUtf8(bytes) : null;
    const content = text === null ? bytes : utf8(settledPart(path, text, names, changed));
    entries[path] = [content, { level: path.startsWith('word/media/') ? 0 : 6, mtime: new Date(1980, 0, 1, 12) }];
  }
  return zipSync(entries);
}
