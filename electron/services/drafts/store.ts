import { dirname, join } from 'node:path';
import { fail, ok, type Failure, type Result } from '../../../src/base/result.ts';
import { now } from '../../../src/base/dates.ts';
import type { Notice } from '../../../src/ipc/calls/app.ts';
import type { Caret } from '../../../src/story/caret.ts';
import type { StoryChange } from '../../../src/story/change.ts';
import { composed } from '../../../src/story/composed.ts';
import type { Story } from '../../../src/story/schema.ts';
import { nodeDisk, type Disk } from '../disk/disk.ts';
import { diskFailure } from '../disk/failure.ts';
import { makeFolderSafely } from '../disk/write.ts';
import { Shelf } from '../history/shelf.ts';
import { Draft, type Acknowledged } from './draft.ts';
import { foundGenerations } from './generation.ts';
import { isStoryId, storiesFolder, storyFolder, unfinishedFolder } from './layout.ts';
import { readFolder } from './read-folder.ts';
import { recover, type Recovered, type VersionBase } from './recover.ts';
import { usualPace, type DraftTools, type Pace } from './tools.ts';

/** A story as the disk has it: `seq` numbers its last change, `savedAt` says when that was (RFC 3339 with offset). */
export interface StoredStory {
  story: Story;
  seq: number;
  savedAt: string;
  /** Where the caret stood after the last change; null where nobody said. */
  caret: Caret | null;
  /**
   * `drafts.recovered`, or `drafts.recovered-in-part` where changes are lost (`lost`), which name the `files`; or
   * `drafts.recovered-from-version` where all but a version (made `at`) is lost.
   */
  notices: Notice[];
}

export interface DraftStoreOptions {
  /** The data folder; the stories lie in `stories` under it. */
  home: string;
  disk?: Disk;
  clock?: () => string;
  pace?: Partial<Pace>;
  onTrouble?: (failure: Failure) => void;
  onChange?: DraftTools['onChange'];
}

interface Opening {
  draft: Draft;
  notices: Notice[];
}

const opened = ({ story, seq, at, caret }: Draft['saved'], notices: Notice[]): StoredStory => ({
  story,
  seq,
  savedAt: at,
  caret: caret ?? null,
  notices,
});

function noticesOf({ condition, damaged, missing, lost, story, fromVersion }: Recovered): Notice[] {
  if (condition !== 'damaged') return [];
  if (fromVersion !== null)
    return [{ code: 'drafts.recovered-from-version', about: { headline: story.headline, at: fromVersion } }];
  const about = { headline: story.headline, files: [...damaged, ...missing].join(', '), lost };
  return [{ code: lost > 0 ? 'drafts.recovered-in-part' : 'drafts.recovered', about }];
}

/**
 * The stories on this computer, each with every change that was ever acknowledged.
 *
 * Failures that any method may answer: `drafts.missing` (no such story), `drafts.unreadable` (the disk gives nothing
 * of it back; nothing was touched), `drafts.disk-full`, `drafts.read-only`, `drafts.write-failed`.
 */
export class DraftStore {
  readonly #home: string;
  readonly #tools: DraftTools;
  readonly #open = new Map<string, Promise<Result<Opening>>>();
  readonly #closing = new Map<string, Promise<void>>();

  constructor({ home, disk, clock, pace, onTrouble, onChange }: DraftStoreOptions) {
    this.#home = home;
    this.#tools = {
      disk: disk ?? nodeDisk,
      clock: clock ?? now,
      pace: { ...usualPace, ...pace },
      onTrouble: onTrouble ?? (() => null),
      onChange: onChange ?? (() => null),
    };
  }

  /** The ids of all stories, in no order. Throws the disk's errors. */
  async ids(): Promise<string[]> {
    const { disk } = this.#tools;
    const root = storiesFolder(this.#home);
    const shards = (await disk.list(root)).filter((name) => /^[0-9a-f]{2}$/.test(name));
    const names = await Promise.all(shards.map((shard) => disk.list(join(root, shard))));
    return names.flat().filter(isStoryId);
  }

  /** Keeps a new story, in NFC; `drafts.exists` where its id is taken. It is not open afterwards. */
  async create(made: Story): Promise<Result<null>> {
    const story = composed(made);
    const { disk } = this.#tools;
    const folder = storyFolder(this.#home, story.id);
    const unfinished = unfinishedFolder(folder, story.id);
    try {
      if ((await disk.list(folder)).length > 0)
        return fail('drafts.exists', `story ${story.id} exists`, { story: story.id });
      await makeFolderSafely(disk, storiesFolder(this.#home));
      await makeFolderSafely(disk, dirname(folder));
      await disk.remove(unfinished);
      await disk.makeFolder(unfinished);
      await foundGenerations(disk, unfinished, 1, { story, seq: 0, at: story.updatedAt });
      await disk.rename(unfinished, folder);
      await disk.syncFolder(dirname(folder));
      return ok(null);
    } catch (error) {
      return diskFailure('drafts', error, { story: story.id });
    }
  }

  /** The story as last saved, without opening it: nothing is written, whatever is found. */
  async read(id: string): Promise<Result<StoredStory>> {
    const open = await this.#open.get(id);
    if (open?.ok) return ok(opened(open.value.draft.saved, []));
    const found = await this.#recover(id);
    return found.ok ? ok(opened(found.value, noticesOf(found.value))) : found;
  }

  /**
   * Opens a story for changes, puting right what a crash or damage left: damaged files are kept aside under
   * `<name>.damaged-<n>`. A story that is open already answers as it stands.
   *
   * Fails also with `story.newer` and `story.invalid`, nothing touched.
   */
  async open(id: string): Promise<Result<StoredStory>> {
    const result = await this.#opening(id);
    if (!result.ok) return result;
    const { draft, notices } = result.value;
    await draft.settled();
    // Told once: a window that is loaded again has heard it.
    return ok(opened(draft.saved, notices.splice(0)));
  }

  #opening(id: string): Promise<Result<Opening>> {
    const before = this.#open.get(id);
    if (before) return before;
    const opening = (async () => {
      const found = await this.#recover(id);
      if (!found.ok) return found;
      const draft = new Draft(storyFolder(this.#home, id), found.value, this.#tools);
      await draft.prepare();
      return ok({ draft, notices: noticesOf(found.value) });
    })();
    this.#open.set(id, opening);
    void opening.then(
      (result) => result.ok || this.#open.delete(id),
      () => this.#open.delete(id),
    );
    return opening;
  }

  async #recover(id: string): Promise<Result<Recovered>> {
    if (!isStoryId(id)) return fail('drafts.missing', 'not a story id', { story: id.slice(0, 60) });
    // While a story is closed its files change places.
    await this.#closing.get(id);
    try {
      const generations = await readFolder(this.#tools.disk, storyFolder(this.#home, id), id);
      const hasSnapshot = generations.some(({ snapshot }) => snapshot?.record);
      const version = hasSnapshot ? null : await this.#newestVersion(id);
      if (generations.length === 0 && !version) return fail('drafts.missing', `no story ${id}`, { story: id });
      return recover(generations, id, version);
    } catch (error) {
      if (error instanceof Error && 'code' in error) return fail('drafts.unreadable', error.message, { story: id });
      throw error;
    }
  }

  /** What stands in for snapshots that are all gone. */
  async #newestVersion(id: string): Promise<VersionBase | null> {
    const found = await Shelf.open(this.#tools.disk, storyFolder(this.#home, id), true).then((shelf) => shelf.newest());
    if (!found) return null;
    const { seq, version } = found.shelved;
    return { seq, at: version.at, story: found.stored as VersionBase['story'] };
  }

  /**
   * Appends a change and answers when the disk has it. `seq` is the last one plus one; a number that was acknowledged
   * is acknowledged again without effect; any other fails with `drafts.out-of-step` (`expected`, `got`). After a
   * failure the story is as before, and the same number may be sent again, with the same change or a larger one.
   */
  async change(id: string, seq: number, change: StoryChange, caret?: Caret): Promise<Result<Acknowledged>> {
    for (;;) {
      const open = await this.#opening(id);
      if (!open.ok) return open;
      const answer = open.value.draft.change(seq, change, caret);
      if (answer) return answer;
    }
  }

  /** Folds the story's log into a snapshot. Nothing to do where it is not open. */
  async close(id: string): Promise<void> {
    const open = this.#open.get(id);
    if (!open) return void (await this.#closing.get(id));
    const closing = (async () => {
      const opening = await open;
      if (opening.ok) await opening.value.draft.close();
    })();
    this.#open.delete(id);
    this.#closing.set(id, closing);
    try {
      await closing;
    } finally {
      if (this.#closing.get(id) === closing) this.#closing.delete(id);
    }
  }

  /** Takes a story away for good. A power cut leaves it whole, or gone. */
  async delete(id: string): Promise<Result<null>> {
    await this.close(id);
    const { disk } = this.#tools;
    const folder = storyFolder(this.#home, id);
    const unfinished = unfinishedFolder(folder, id);
    try {
      await disk.remove(unfinished);
      // Out of the list by one rename; what is left of it then is nobody's.
      await disk.rename(folder, unfinished);
      await disk.syncFolder(dirname(folder));
      await disk.remove(unfinished);
      return ok(null);
    } catch (error) {
      return diskFailure('drafts', error, { story: id });
    }
  }

  /** Closes every story that is open. */
  async closeAll(): Promise<void> {
    await Promise.all([...this.#open.keys(), ...this.#closing.keys()].map((id) => this.close(id)));
  }
}

export function openDraftStore(options: DraftStoreOptions): DraftStore {
  return new DraftStore(options);
}
