import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import type { PackRecord } from './pack-record.ts';

const pack = promisify(zstdCompress);
const unpack = promisify(zstdDecompress);

/** No story is as large; what claims to be is damage, and must not fill the memory. */
const LARGEST = 256 * 1024 * 1024;
/** At this level Zstandard finds what two copies of a text of any length share; lower ones lose sight of it. */
const LEVEL = 9;
/** Each so many versions one is told against the first of as many before it, and of those again one over the next span. */
const SPANS = [64, 8];
/** So many must be unpacked at most to read one; 300 KB take about a millisecond each. */
const DEEPEST = 20;

/** Records of one pack by the numbers of their versions. */
export type Records = ReadonlyMap<number, PackRecord>;

/** Content packed by its differences from `base`, whole where that is null. */
export function packAgainst(base: Uint8Array | null, content: Uint8Array): Promise<Buffer> {
  const length = content.length + (base?.length ?? 0);
  const params = {
    [constants.ZSTD_c_compressionLevel]: LEVEL,
    // So far back may a difference refer: all of the base, else what two long stories share would not be seen.
    [constants.ZSTD_c_windowLog]: Math.min(27, Math.max(17, Math.ceil(Math.log2(length + 1)))),
  };
  return pack(content, { params, ...(base && { dictionary: base }) });
}

/** The records that must be unpacked one after another to read version `n`, itself last; null where one is missing. */
export function chainOf(records: Records, n: number): PackRecord[] | null {
  const chain: PackRecord[] = [];
  for (let at: number | null = n; at !== null; at = chain[0]?.against ?? null) {
    const record = records.get(at);
    if (!record) return null;
    chain.unshift(record);
  }
  return chain;
}

/** The content of version `n`; null where it cannot be read. Never throws. */
export async function contentOf(records: Records, n: number): Promise<Buffer | null> {
  let content: Buffer | null = null;
  try {
    for (const { packed } of chainOf(records, n) ?? [])
      content = await unpack(packed, { maxOutputLength: LARGEST, ...(content && { dictionary: content }) });
  } catch {
    // Whole bytes that are no Zstandard: not written by us.
    return null;
  }
  return content;
}

/**
 * The version that the next one is told against: the one before it; each eighth time that of the last eight, each
 * sixty-fourth that of the last sixty-four, which is read soonest. So a version is told by two or three others' differences
 * on average, and read through nine. Null where it must be whole.
 */
export function referenceFor(records: readonly PackRecord[]): number | null {
  const known = new Map(records.map((record) => [record.n, record]));
  const depth = ({ n }: PackRecord): number => chainOf(known, n)?.length ?? Infinity;
  const span = SPANS.find((size) => records.length % size === 0) ?? 1;
  const [best] = records.slice(-span).sort((a, b) => depth(a) - depth(b));
  return best && depth(best) < DEEPEST ? best.n : null;
}
