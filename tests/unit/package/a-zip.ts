import { strToU8, zipSync } from 'fflate';
import { sha256Hex } from '../../../src/base/bytes.ts';
import { headOf } from '../../../src/versions/index.ts';
import { PACKAGE_TYPE } from '../../../src/package/limits.ts';

/** Zips files as they are; a package by hand. */
export const zipped = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );

/** A package whose manifest is right for these files, but for what `manifest` says otherwise. */
export async function packageOf(
  raw: Record<string, unknown>,
  files: Record<string, Uint8Array> = {},
  manifest: object = {},
): Promise<Uint8Array> {
  const all: Record<string, Uint8Array> = { 'story.json': strToU8(JSON.stringify(raw)), ...files };
  const listed: Record<string, object> = {};
  for (const [name, bytes] of Object.entries(all))
    listed[name] = { sha256: await sha256Hex(bytes), size: bytes.length };
  const right = { format: 1, story: raw.id, head: await headOf(raw), lineage: [], files: listed };
  return zipped({ mimetype: PACKAGE_TYPE, 'manifest.json': JSON.stringify({ ...right, ...manifest }), ...all });
}

/** The place of a zip's directory, and of each entry in it. */
export function directory(zip: Uint8Array): { start: number; entries: number[]; end: number } {
  const data = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  const start = data.getUint32(end + 16, true);
  const entries: number[] = [];
  for (let at = start; at < end; at += 46 + data.getUint16(at + 28, true) + data.getUint16(at + 30, true))
    entries.push(at);
  return { start, entries, end };
}

/** A copy of the zip in which a number of its directory is another. */
export function patched(zip: Uint8Array, entry: number, offset: number, value: number): Uint8Array {
  const copy = zip.slice();
  const at = directory(copy).entries[entry];
  if (at === undefined) throw new Error(`the zip has no entry ${entry}`);
  new DataView(copy.buffer).setUint32(at + offset, value, true);
  return copy;
}
