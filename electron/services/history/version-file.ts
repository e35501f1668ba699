import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from '../../../src/base/schema.ts';
import { versionSchema, type Version } from '../../../src/versions/index.ts';
import { frame, unframe } from '../drafts/frame.ts';

const unpack = promisify(gunzip);

/** The number of this layout, in which each version was a file of its own: it is read, and written no more. */
const VERSION_FORMAT = 1;
/** No story is as large; what claims to be is damage, and must not fill the memory. */
const LARGEST = 256 * 1024 * 1024;
const NEWLINE = 0x0a;

const NAME = /^v\.([1-9]\d{0,8})(\.damaged-\d+)?$/;

/** The name of the file of version `n`. */
export const versionName = (n: number): string => `v.${n}`;

/** The number that a file's name says, and whether it was set aside; null for any other file. */
export function parseVersionName(name: string): { n: number; isAside: boolean } | null {
  const [, n, aside] = NAME.exec(name) ?? [];
  return n ? { n: Number(n), isAside: aside !== undefined } : null;
}

/** What stands before a version's content in its file. */
const headSchema = z.object({
  format: z.int().positive(),
  version: versionSchema,
  /** The number of the last change that the content holds, so that the log can be replayed over it. */
  seq: z.int().nonnegative(),
  /** It came from another copy of the story, and this one did not come from it. */
  isForeign: z.boolean(),
  /** The numbers of the versions that were kept for ever when this one was made: one of them that is not there was lost. */
  kept: z.array(z.int().positive()).max(10_000),
});

/** A version as its file has it. `packed` is the story's JSON, gzip (RFC 1952). */
export interface VersionFile {
  version: Version;
  seq: number;
  isForeign: boolean;
  kept: number[];
  packed: Uint8Array;
}

/** A version's file: one framed record of a line of JSON and the packed story. Written only to give it a name. */
export function versionBytes({ packed, ...head }: VersionFile): Uint8Array {
  return frame(Buffer.from(`${JSON.stringify({ format: VERSION_FORMAT, ...head })}\n`), packed);
}

/** What a version's file holds; `newer` and `damaged` where this program cannot use it. Never throws. */
export function readVersion(file: Uint8Array): VersionFile | 'newer' | 'damaged' {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const record = unframe(bytes);
  // Bytes after the record are not ours, but what stands before them is whole.
  const line = record?.payload.indexOf(NEWLINE) ?? -1;
  if (!record || line < 0) return 'damaged';
  try {
    const raw: unknown = JSON.parse(record.payload.toString('utf8', 0, line));
    const head = headSchema.safeParse(raw);
    if ((raw as { format?: unknown } | null)?.format !== VERSION_FORMAT) return head.success ? 'newer' : 'damaged';
    if (!head.success) return 'damaged';
    const { version, seq, isForeign, kept } = head.data;
    return { version, seq, isForeign, kept, packed: record.payload.subarray(line + 1) };
  } catch {
    return 'damaged';
  }
}

/** A version's stored JSON, or null where it cannot be unpacked. Never throws. */
export async function unpackVersion({ packed }: VersionFile): Promise<Uint8Array | null> {
  try {
    return await unpack(packed, { maxOutputLength: LARGEST });
  } catch {
    return null;
  }
}
