import { join } from 'node:path';
import { isForEver, thin, type KeptVersion } from '../../../src/versions/index.ts';
import type { Disk } from '../disk/disk.ts';
import { UNFINISHED, makeFolderSafely, setAside, writeBeside } from '../disk/write.ts';
import {
  parseVersionName,
  readVersion,
  unpackStory,
  versionBytes,
  versionName,
  type VersionFile,
} from './version-file.ts';

/** A version that is on the shelf, without its content. */
export interface Shelved extends Omit<VersionFile, 'packed'> {
  n: number;
}

/** Where a story's versions lie. */
const historyFolder = (storyFolder: string): string => join(storyFolder, 'hist');

/**
 * The files of one story's history, `hist/v.<n>`, each whole by itself: damage to one takes no other with it. Throws the
 * disk's errors. One piece of work at a time.
 */
export class Shelf {
  /** Versions whose files could not be trusted when they were read and were set aside, or are gone. */
  damaged = 0;
  readonly #disk: Disk;
  readonly #folder: string;
  #versions: Shelved[] = [];
  #last = 0;

  private constructor(disk: Disk, storyFolder: string) {
    this.#disk = disk;
    this.#folder = historyFolder(storyFolder);
  }

  /** @param isLookOnly nothing is written then, whatever is found */
  static async open(disk: Disk, storyFolder: string, isLookOnly = false): Promise<Shelf> {
    const shelf = new Shelf(disk, storyFolder);
    await shelf.#load(isLookOnly);
    return shelf;
  }

  async #load(isLookOnly: boolean): Promise<void> {
    const seen = new Set<number>();
    for (const name of await this.#disk.list(this.#folder)) {
      const file = parseVersionName(name);
      if (!file) continue;
      seen.add(file.n);
      this.#last = Math.max(this.#last, file.n);
      if (!file.isAside) await this.#loadOne(name, file.n, isLookOnly);
    }
    this.#versions.sort((a, b) => a.n - b.n);
    const once = new Set(this.#versions.flatMap(({ kept }) => kept));
    this.damaged += [...once].filter((n) => !seen.has(n)).length;
  }

  async #loadOne(name: string, n: number, isLookOnly: boolean): Promise<void> {
    const path = join(this.#folder, name);
    const bytes = await readBytes(this.#disk, path);
    const read = bytes ? readVersion(bytes) : 'damaged';
    if (read === 'newer') return;
    if (read !== 'damaged') {
      const { packed: _, ...shelved } = read;
      this.#versions.push({ n, ...shelved });
      return;
    }
    this.damaged++;
    // Where the disk cannot be written it stays where it is, and is no version all the same.
    if (!isLookOnly) await setAside(this.#disk, path).catch(() => path);
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

  /** Puts a new version on the shelf; it is safe when this answers. */
  async add(made: Omit<VersionFile, 'kept'>): Promise<Shelved> {
    await makeFolderSafely(this.#disk, this.#folder);
    const n = this.#last + 1;
    const kept = this.#versions.filter(({ version }) => isForEver(version)).map((version) => version.n);
    const file = { ...made, kept };
    await writeBeside(this.#disk, join(this.#folder, versionName(n)), versionBytes(file));
    this.#last = n;
    const { packed: _, ...version } = file;
    const shelved = { n, ...version };
    this.#versions.push(shelved);
    return shelved;
  }

  /** Gives a version a name; null where it is not here. */
  async name(n: number, label: string): Promise<Shelved | null> {
    const file = await this.#read(n);
    if (!file) return null;
    const { packed, ...kept } = file;
    const named = { ...kept, version: { ...kept.version, label } };
    await writeBeside(this.#disk, join(this.#folder, versionName(n)), versionBytes({ ...named, packed }));
    const shelved = { n, ...named };
    this.#versions = this.#versions.map((other) => (other.n === n ? shelved : other));
    return shelved;
  }

  /** The stored story of the newest good version of that hash; null where there is none. */
  async story(hash: string): Promise<{ shelved: Shelved; stored: Record<string, unknown> } | null> {
    for (const shelved of this.#versions.filter(({ version }) => version.hash === hash).reverse()) {
      const file = await this.#read(shelved.n);
      const stored = file && (await unpackStory(file));
      if (stored) return { shelved, stored };
    }
    return null;
  }

  /** The newest version of this story that can be read whole. */
  async newest(): Promise<{ shelved: Shelved; stored: Record<string, unknown> } | null> {
    for (const { version, isForeign } of this.#versions.toReversed()) {
      const found = isForeign ? null : await this.story(version.hash);
      if (found) return found;
    }
    return null;
  }

  async #read(n: number): Promise<VersionFile | null> {
    const bytes = await readBytes(this.#disk, join(this.#folder, versionName(n)));
    const read = bytes ? readVersion(bytes) : 'damaged';
    return typeof read === 'string' ? null : read;
  }

  /** Lets go of what thinning drops, and of what a crash left unfinished. @param at now, in milliseconds */
  async thin(at: number, bases: ReadonlySet<string>): Promise<void> {
    const dropped = new Set(thin(this.list(), at, bases));
    const unfinished = (await this.#disk.list(this.#folder)).filter((name) => name.endsWith(UNFINISHED));
    for (const name of unfinished) await this.#disk.remove(join(this.#folder, name));
    for (const n of dropped) await this.#disk.remove(join(this.#folder, versionName(n)));
    this.#versions = this.#versions.filter(({ n }) => !dropped.has(n));
    if (dropped.size + unfinished.length > 0) await this.#disk.syncFolder(this.#folder);
  }
}

/** A file that the disk itself cannot read back is damaged like any other. */
async function readBytes(disk: Disk, path: string): Promise<Uint8Array | null> {
  try {
    return await disk.read(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EIO') return null;
    throw error;
  }
}
