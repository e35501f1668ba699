import { join } from 'node:path';
import { headOf, isForEver, thin, type KeptVersion, type Version } from '../../../src/versions/index.ts';
import type { Disk } from '../disk/disk.ts';
import { UNFINISHED } from '../disk/write.ts';
import { Loose } from './loose.ts';
import { Pack, parsePackName } from './pack.ts';
import { parseVersionName } from './version-file.ts';

/** A version that is on the shelf, without its content. */
export interface Shelved {
  n: number;
  version: Version;
  /** The number of the last change that it holds. */
  seq: number;
  /** It came from another copy of the story, and this one did not come from it. */
  isForeign: boolean;
}

/** A version with its stored story. */
interface Found {
  shelved: Shelved;
  stored: Record<string, unknown>;
}

/** Where a story's versions lie. */
const historyFolder = (storyFolder: string): string => join(storyFolder, 'hist');

const shelvedOf = ({ n, version, seq, isForeign }: Shelved): Shelved => ({ n, version, seq, isForeign });

/** Numbers in order as spans from the first to the last: 1, 2, 3, 7 are [1, 3] and [7, 7]. */
function spans(numbers: readonly number[]): [number, number][] {
  const all: [number, number][] = [];
  for (const n of numbers) {
    const last = all.at(-1);
    if (last?.[1] === n - 1) last[1] = n;
    else all.push([n, n]);
  }
  return all;
}

/**
 * The versions of one story: in packs, see Pack, and those of earlier Copydesks each in a file of its own. Damage to one
 * file takes no version but one that lies there alone. Throws the disk's errors. One piece of work at a time.
 */
export class Shelf {
  /** The numbers of versions that could not be read, or are gone; 0 for some whose numbers nobody knows. */
  lost: number[] = [];
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #loose: Loose;
  #packs: Pack[] = [];
  #versions: Shelved[] = [];
  #last = 0;

  private constructor(disk: Disk, storyFolder: string) {
    this.#disk = disk;
    this.#folder = historyFolder(storyFolder);
    this.#loose = new Loose(disk, this.#folder);
  }

  /** @param isLookOnly nothing is written then, whatever is found */
  static async open(disk: Disk, storyFolder: string, isLookOnly = false): Promise<Shelf> {
    const shelf = new Shelf(disk, storyFolder);
    await shelf.#load(isLookOnly);
    return shelf;
  }

  async #load(isLookOnly: boolean): Promise<void> {
    const names = await this.#disk.list(this.#folder);
    const firsts = names.flatMap((name) => parsePackName(name) ?? []);
    // Packs of which a file was set aside: what they lack was told then.
    const told = new Set(firsts.flatMap(({ first, isAside }) => (isAside ? [first] : [])));
    const seen = new Set<number>();
    const once = new Set<number>();
    for (const name of names) {
      const file = parseVersionName(name);
      if (!file) continue;
      seen.add(file.n);
      if (!file.isAside) for (const n of await this.#loadLoose(file.n, isLookOnly)) once.add(n);
    }
    for (const first of new Set(firsts.flatMap((file) => (file.isAside ? [] : [file.first])))) {
      const pack = await Pack.open(this.#disk, this.#folder, first, isLookOnly);
      this.#packs.push(pack);
      this.#versions.push(...pack.records.map(shelvedOf));
      for (const { n, kept = [] } of pack.records) {
        seen.add(n);
        for (const [from, to] of kept) for (let one = from; one <= to; one++) once.add(one);
      }
      this.lost.push(...pack.missing);
      for (const n of pack.missing) seen.add(n);
      if (pack.records.length === 0 && pack.missing.length === 0 && !pack.isNewer) this.lost.push(0);
      if (pack.isNewer) told.add(first);
    }
    this.#packs.sort((a, b) => a.first - b.first);
    this.#versions.sort((a, b) => a.n - b.n);
    this.#last = Math.max(0, ...seen, ...told, ...this.#packs.map(({ last }) => last));
    const ends = [...told].map((first) => ({
      first,
      end: this.#packs.find((pack) => pack.first > first)?.first ?? Infinity,
    }));
    const isTold = (n: number): boolean => ends.some(({ first, end }) => n >= first && n < end);
    this.lost.push(...[...once].filter((n) => !seen.has(n) && !isTold(n)));
  }

  /** Answers which others it knows to have been kept for ever. */
  async #loadLoose(n: number, isLookOnly: boolean): Promise<number[]> {
    const read = await this.#loose.read(n);
    if (read === 'newer') return [];
    if (read !== 'damaged') {
      this.#versions.push(shelvedOf({ n, ...read }));
      return read.kept;
    }
    this.lost.push(n);
    if (!isLookOnly) await this.#loose.setAside(n);
    return [];
  }

  /** The oldest first. */
  get versions(): readonly Shelved[] {
    return this.#versions;
  }

  /** What the story comes from: the newest version that was made of it here. */
  get head(): Shelved | undefined {
    return this.#versions.findLast(({ isForeign }) => !isForeign);
  }

  /**
   * Every version with parents that are here: where one was thinned away or lost, the version before takes its place,
   * which is what it came from in turn.
   */
  list(): KeptVersion[] {
    const here = new Set<string>();
    let before: string | null = null;
    return this.#versions.map(({ n, version, isForeign }) => {
      const isWhole = version.parents.every((parent) => here.has(parent));
      const parents =
        isWhole || isForeign || before === null || version.parents.includes(before)
          ? version.parents
          : [...version.parents, before];
      here.add(version.hash);
      if (!isForeign) before = version.hash;
      return { ...version, parents: parents.slice(-16), n };
    });
  }

  /** Puts a new version on the shelf, of a story's stored JSON; it is safe when this answers. */
  async add(made: Omit<Shelved, 'n'>, content: Uint8Array): Promise<Shelved> {
    const n = this.#last + 1;
    const newest = this.#packs.at(-1);
    const pack = newest && !newest.isFull ? newest : new Pack(this.#disk, this.#folder, n);
    const kept = spans(this.#versions.filter(({ version }) => isForEver(version)).map((version) => version.n));
    await pack.add({ n, ...made, kept, content });
    if (pack !== newest) this.#packs.push(pack);
    this.#last = n;
    const shelved = shelvedOf({ n, ...made });
    this.#versions.push(shelved);
    return shelved;
  }

  /** Gives a version a name; null where it is not here. */
  async name(n: number, label: string): Promise<Shelved | null> {
    const named = await (this.#packOf(n) ?? this.#loose).name(n, label);
    if (!named) return null;
    const shelved = shelvedOf({ ...named, n });
    this.#versions = this.#versions.map((other) => (other.n === n ? shelved : other));
    return shelved;
  }

  #packOf(n: number): Pack | undefined {
    return this.#packs.find(({ records }) => records.some((record) => record.n === n));
  }

  /** The stored story of the newest good version of that hash; null where there is none. */
  async story(hash: string): Promise<Found | null> {
    for (const shelved of this.#versions.filter(({ version }) => version.hash === hash).reverse()) {
      const content = await (this.#packOf(shelved.n) ?? this.#loose).content(shelved.n);
      const stored = content && (await believed(content, hash));
      if (stored) return { shelved, stored };
    }
    return null;
  }

  /** The newest version of this story that can be read whole. */
  async newest(): Promise<Found | null> {
    for (const { version, isForeign } of this.#versions.toReversed()) {
      const found = isForeign ? null : await this.story(version.hash);
      if (found) return found;
    }
    return null;
  }

  /** Lets go of what thinning drops, and of what a crash left unfinished. @param at now, in milliseconds */
  async thin(at: number, bases: ReadonlySet<string>): Promise<void> {
    const dropped = new Set(thin(this.list(), at, bases));
    const unfinished = (await this.#disk.list(this.#folder)).filter((name) => name.endsWith(UNFINISHED));
    for (const name of unfinished) await this.#disk.remove(join(this.#folder, name));
    const packed = this.#packs.filter(({ records }) => records.some(({ n }) => dropped.has(n)));
    const loose = [...dropped].filter((n) => !this.#packOf(n));
    for (const n of loose) await this.#loose.remove(n);
    if (loose.length + unfinished.length > 0) await this.#disk.syncFolder(this.#folder);
    this.#versions = this.#versions.filter(({ n }) => !dropped.has(n) || this.#packOf(n));
    for (const pack of packed) {
      await pack.drop(dropped);
      this.#versions = this.#versions.filter(({ n }) => !dropped.has(n) || this.#packOf(n));
    }
    this.#packs = this.#packs.filter(({ records, isNewer }) => isNewer || records.length > 0);
  }
}

/** A stored story, or null where it is not what its hash says. Never throws. */
async function believed(content: Uint8Array, hash: string): Promise<Record<string, unknown> | null> {
  try {
    const stored = JSON.parse(Buffer.from(content).toString()) as Record<string, unknown>;
    return (await headOf(stored)) === hash ? stored : null;
  } catch {
    return null;
  }
}
