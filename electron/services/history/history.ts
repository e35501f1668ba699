import { now } from '../../../src/base/dates.ts';
import { fail, ok, type Failure, type Result } from '../../../src/base/result.ts';
import { storyWords } from '../../../src/story/measure.ts';
import { readStory } from '../../../src/story/read.ts';
import type { Story } from '../../../src/story/schema.ts';
import { headOf, storedStory, type KeptVersion, type Version, type VersionKind } from '../../../src/versions/index.ts';
import { nodeDisk, type Disk } from '../disk/disk.ts';
import { diskFailure } from '../disk/failure.ts';
import { storyFolder } from '../drafts/layout.ts';
import { Turns } from '../drafts/turns.ts';
import { Shelf, type Shelved } from './shelf.ts';

/** Kinds that say nothing new where the story is as the newest version has it. */
const QUIET: ReadonlySet<VersionKind> = new Set([
  'timed',
  'before-import',
  'after-import',
  'before-merge',
  'before-restore',
  'big-deletion',
]);

/** What a version is to be called; `parents` where they are not the version before (after a merge: mine, theirs). */
export interface VersionOrder {
  kind: VersionKind;
  by?: string;
  label?: string;
  parents?: string[];
}

export interface HistoryOptions {
  /** The data folder. */
  home: string;
  disk?: Disk;
  clock?: () => string;
  /** Hashes that must never be thinned away, as what a merge may come back to. */
  bases?: (id: string) => ReadonlySet<string>;
  /** Hears of failures that cost no version. */
  onTrouble?: (failure: Failure) => void;
}

/** A version, and whether it says anything that the one before did not. */
export interface Made {
  version: KeptVersion;
  isNew: boolean;
}

const jsonOf = (stored: Record<string, unknown>): Uint8Array => Buffer.from(JSON.stringify(stored));

const kept = ({ n, version }: Shelved): KeptVersion => ({ ...version, n });

/**
 * The versions of the stories on this computer. Failures that any method may answer: `versions.disk-full`,
 * `versions.read-only`, `versions.write-failed`.
 */
export class History {
  readonly #home: string;
  readonly #disk: Disk;
  readonly #clock: () => string;
  readonly #bases: NonNullable<HistoryOptions['bases']>;
  readonly #onTrouble: (failure: Failure) => void;
  readonly #turns = new Map<string, Turns>();
  readonly #shelves = new Map<string, Shelf>();

  constructor({ home, disk, clock, bases, onTrouble }: HistoryOptions) {
    this.#home = home;
    this.#disk = disk ?? nodeDisk;
    this.#clock = clock ?? now;
    this.#bases = bases ?? (() => new Set());
    this.#onTrouble = onTrouble ?? (() => null);
  }

  /** All versions of a story, the newest first. */
  list(id: string): Promise<Result<KeptVersion[]>> {
    return this.#at(id, async (shelf) => ok(shelf.list().reverse()));
  }

  /** The story of a version; `versions.missing` where there is none of that hash, or none that can be read. */
  read(id: string, hash: string): Promise<Result<{ version: KeptVersion; story: Story }>> {
    return this.#at(id, async (shelf) => {
      const found = await shelf.story(hash);
      if (!found) return fail('versions.missing', `no version ${hash} of ${id}`, { story: id });
      const story = readStory(found.stored);
      return story.ok ? ok({ version: kept(found.shelved), story: story.value }) : story;
    });
  }

  /**
   * Keeps a story as a version, after change `seq`. `isNew` is false where it says nothing that the newest version does
   * not say already; that one is answered then.
   */
  async make(story: Story, seq: number, order: VersionOrder): Promise<Result<Made>> {
    const stored = storedStory(story);
    const hash = await headOf(stored);
    return this.#at<Made>(story.id, async (shelf) => {
      const { head } = shelf;
      const isSame = head?.version.hash === hash;
      if (isSame && order.kind === 'named' && order.label !== undefined) {
        const named = await shelf.name(head.n, order.label);
        if (named) return ok({ version: kept(named), isNew: true });
      }
      if (isSame && isSaidAlready(head.version, order)) return ok({ version: kept(head), isNew: false });
      const from = isSame ? head.version.parents : head ? [head.version.hash] : [];
      const version: Version = {
        hash,
        parents: order.parents ?? from,
        at: this.#clock(),
        by: order.by ?? '',
        kind: order.kind,
        ...(order.label !== undefined && { label: order.label }),
        words: storyWords(story),
      };
      const added = await shelf.add({ version, seq, isForeign: false }, jsonOf(stored));
      await this.#thin(story.id, shelf);
      return ok({ version: kept(added), isNew: true });
    });
  }

  /** Keeps a version of another copy of the story, with its own time and parents; one that is here already is let be. */
  async take(version: Version, story: Story): Promise<Result<null>> {
    const stored = storedStory(story);
    const hash = await headOf(stored);
    if (hash !== version.hash) return fail('versions.missing', 'the content is not what the version says');
    return this.#at(story.id, async (shelf) => {
      if (!shelf.versions.some((other) => other.version.hash === hash))
        await shelf.add({ version, seq: 0, isForeign: true }, jsonOf(stored));
      return ok(null);
    });
  }

  /** Gives a version a name; `versions.missing` where it is not there. */
  name(id: string, n: number, label: string): Promise<Result<KeptVersion>> {
    return this.#at(id, async (shelf) => {
      const named = await shelf.name(n, label);
      return named ? ok(kept(named)) : fail('versions.missing', `no version ${n} of ${id}`, { story: id });
    });
  }

  /** Answers when all that was asked of a story so far is done, and forgets what need not be remembered. */
  async close(id: string): Promise<void> {
    await this.#turns.get(id)?.settled();
    this.#turns.delete(id);
    this.#shelves.delete(id);
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.#turns.keys()].map((id) => this.close(id)));
  }

  async #thin(id: string, shelf: Shelf): Promise<void> {
    try {
      await shelf.thin(Date.parse(this.#clock()), this.#bases(id));
    } catch (error) {
      this.#onTrouble(diskFailure('versions', error, { story: id }).failure);
    }
  }

  #at<T>(id: string, work: (shelf: Shelf) => Promise<Result<T>>): Promise<Result<T>> {
    const turns = this.#turns.get(id) ?? new Turns();
    this.#turns.set(id, turns);
    return turns.take(async () => {
      try {
        const shelf = this.#shelves.get(id) ?? (await Shelf.open(this.#disk, storyFolder(this.#home, id)));
        this.#shelves.set(id, shelf);
        const lost = shelf.lost.splice(0);
        if (lost.length > 0) {
          const about = { story: id, count: lost.length, numbers: lost.filter(Boolean).join(', ') };
          this.#onTrouble(fail('versions.damaged', `${lost.length} versions cannot be read`, about).failure);
        }
        return await work(shelf);
      } catch (error) {
        return diskFailure('versions', error, { story: id });
      }
    });
  }
}

/** Whether the newest version, of the same content, says already what a new one would. */
function isSaidAlready(head: Version, { kind, label, parents }: VersionOrder): boolean {
  if (parents !== undefined || label !== undefined) return false;
  return QUIET.has(kind) || kind === head.kind || (kind === 'saved' && head.kind !== 'timed');
}
