import { dirname, join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { makeFolderSafely, setAside, writeBeside } from '../disk/write.ts';
import { chainOf, contentOf, packAgainst, referenceFor } from './chain.ts';
import { readRecords, recordBytes, type PackRecord } from './pack-record.ts';
import { readBytes } from './read-bytes.ts';

/** So many versions are in one pack at most, and about so many bytes. */
const MOST = 256;
const MOST_BYTES = 4 * 1024 * 1024;
/** Smaller differences, in bytes, are not compared with the whole. */
const WORTH_A_LOOK = 512;

const NAME = /^(pack|copy)\.([1-9]\d{0,8})(\.damaged-\d+)?$/;

/** The number of the pack that a file's name says, and whether it was set aside; null for any other file. */
export function parsePackName(name: string): { first: number; isAside: boolean } | null {
  const [, , first, aside] = NAME.exec(name) ?? [];
  return first ? { first: Number(first), isAside: aside !== undefined } : null;
}

/** A version to be packed; `content` is its stored JSON. */
export type Unpacked = Omit<PackRecord, 'against' | 'before' | 'packed'> & { content: Uint8Array };

/**
 * Versions that lie together, each by its differences from an earlier one, in two files that hold the same: `pack.<n>`
 * and `copy.<n>`, n the number of the first. What is damaged in one is taken from the other. Throws the disk's errors. One
 * piece of work at a time.
 */
export class Pack {
  /** Oldest first. */
  records: PackRecord[] = [];
  /** Versions that neither file gives back. */
  missing: number[] = [];
  /** The largest number that a version in it bears. */
  last: number;
  /** A newer Copydesk's: it is let be. */
  isNewer = false;
  readonly first: number;
  readonly #disk: Disk;
  readonly #paths: readonly [string, string];
  /** Bytes in each of the two files; null where they are not what the records are. */
  #length: number | null = null;
  /** The content of the version that was read or made last: the next one is most often told against it. */
  #recent: { n: number; content: Uint8Array } | null = null;

  /** A pack that no file holds yet. */
  constructor(disk: Disk, folder: string, first: number) {
    this.#disk = disk;
    this.first = this.last = first;
    this.#paths = [join(folder, `pack.${first}`), join(folder, `copy.${first}`)];
  }

  /** @param isLookOnly nothing is written then, whatever is found */
  static async open(disk: Disk, folder: string, first: number, isLookOnly: boolean): Promise<Pack> {
    const pack = new Pack(disk, folder, first);
    const files = await Promise.all(pack.#paths.map((path) => readBytes(disk, path)));
    const read = files.map(readRecords);
    pack.last = Math.max(first, ...read.map(({ last }) => last));
    pack.isNewer = read.some(({ state }) => state === 'newer');
    if (pack.isNewer) return pack;
    // The first file is written first: what it says of a version is what was said last.
    const found = new Map(read.toReversed().flatMap(({ records }) => records.map((record) => [record.n, record])));
    pack.records = [...found.values()].filter(({ n }) => chainOf(found, n)).sort((a, b) => a.n - b.n);
    const here = new Set(pack.records.map(({ n }) => n));
    const named = [...found.values()].flatMap(({ n, before }) => (before === null ? [n] : [n, before]));
    pack.missing = [...new Set(named)].filter((n) => !here.has(n)).sort((a, b) => a - b);
    const [one, other] = files;
    if (one && other && Buffer.compare(one, other) === 0 && read[0]?.state === 'whole' && pack.missing.length === 0)
      pack.#length = one.length;
    else if (!isLookOnly) await pack.#putRight(read.map(({ state }, index) => state === 'damaged' && !!files[index]));
    return pack;
  }

  /** Where the disk cannot be written it all stays as it is, and what can be read is read all the same. */
  async #putRight(isDamaged: readonly boolean[]): Promise<void> {
    try {
      for (const [index, path] of this.#paths.entries()) if (isDamaged[index]) await setAside(this.#disk, path);
      if (this.records.length > 0) await this.#write(this.records);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }

  /** The content of version `n`; null where it cannot be read. */
  async content(n: number): Promise<Uint8Array | null> {
    if (this.#recent?.n === n) return this.#recent.content;
    return contentOf(new Map(this.records.map((record) => [record.n, record])), n);
  }

  /** Whether no version is to be added any more. */
  get isFull(): boolean {
    return this.isNewer || this.records.length >= MOST || (this.#length ?? 0) >= MOST_BYTES;
  }

  /** Puts a version into the pack; it is safe when this answers. */
  async add({ content, kept, ...version }: Unpacked): Promise<PackRecord> {
    const told = await this.#told(content);
    const before = this.records.at(-1)?.n ?? null;
    const record = { ...version, before, ...(before === null && { kept }), ...told };
    if (this.#length === null) await this.#write([...this.records, record]);
    else await this.#append(record, this.#length);
    this.last = record.n;
    this.#recent = { n: record.n, content };
    return record;
  }

  async #told(content: Uint8Array): Promise<Pick<PackRecord, 'against' | 'packed'>> {
    const against = referenceFor(this.records);
    const base = against === null ? null : await this.content(against);
    const packed = await packAgainst(base, content);
    // A text that is hardly the same any more is told better whole: all that comes later is read sooner then.
    if (base && packed.length <= WORTH_A_LOOK) return { against, packed };
    const whole = base ? await packAgainst(null, content) : packed;
    return base && 2 * packed.length < whole.length ? { against, packed } : { against: null, packed: whole };
  }

  async #append(record: PackRecord, length: number): Promise<void> {
    const bytes = recordBytes(record);
    // Whatever fails, the files are written anew before anything is added.
    this.#length = null;
    for (const path of this.#paths) {
      const file = await this.#disk.open(path, 'old');
      try {
        await file.write(bytes, length);
        await file.sync();
      } finally {
        await file.close();
      }
    }
    this.#length = length + bytes.length;
    this.records = [...this.records, record];
  }

  /** Gives a version a name; null where it is not here. */
  async name(n: number, label: string): Promise<PackRecord | null> {
    const old = this.records.find((record) => record.n === n);
    if (!old) return null;
    const named = { ...old, version: { ...old.version, label } };
    await this.#write(this.records.map((record) => (record === old ? named : record)));
    return named;
  }

  /** Lets go of versions; those that were told against them are told against others first. */
  async drop(dropped: ReadonlySet<number>): Promise<void> {
    const before = new Map(this.records.map((record) => [record.n, record]));
    const after: PackRecord[] = [];
    // What the first record knows of all others stays known.
    const kept = this.records[0]?.kept;
    for (const record of this.records) {
      if (dropped.has(record.n)) continue;
      const isHeld = record.against === null || !dropped.has(record.against);
      after.push(isHeld ? record : await retold(record, before, dropped, after));
    }
    const [first] = after;
    if (first) return this.#write([{ ...first, kept }, ...after.slice(1)]);
    this.records = [];
    for (const path of this.#paths) await this.#disk.remove(path);
    await this.#disk.syncFolder(dirname(this.#paths[0]));
  }

  async #write(records: readonly PackRecord[]): Promise<void> {
    this.#length = null;
    const linked = records.map((record, index) => ({ ...record, before: records[index - 1]?.n ?? null }));
    const bytes = Buffer.concat(linked.map(recordBytes));
    await makeFolderSafely(this.#disk, dirname(this.#paths[0]));
    for (const path of this.#paths) await writeBeside(this.#disk, path, bytes);
    this.records = linked;
    this.#length = bytes.length;
  }
}

/** A record told against one that stays: what the dropped one was told against, else one of those that stay before it. */
async function retold(
  record: PackRecord,
  before: ReadonlyMap<number, PackRecord>,
  dropped: ReadonlySet<number>,
  after: readonly PackRecord[],
): Promise<PackRecord> {
  let against = record.against;
  while (against !== null && dropped.has(against)) against = before.get(against)?.against ?? null;
  against ??= referenceFor(after);
  const content = await contentOf(before, record.n);
  const base = against === null ? null : await contentOf(before, against);
  // What cannot be read here is not made worse: History tells of it when it is asked for.
  if (!content) return record;
  return { ...record, against: base ? against : null, packed: await packAgainst(base, content) };
}
