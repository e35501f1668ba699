import { newStoryId } from '../../src/base/ids.ts';
import { fail, ok, type Failure, type Result } from '../../src/base/result.ts';
import type { Notice } from '../../src/ipc/calls/app.ts';
import type { StorySummary } from '../../src/ipc/calls/stories.ts';
import type { StoryChange } from '../../src/story/change.ts';
import type { Story } from '../../src/story/schema.ts';
import { Catalogue } from './catalogue/catalogue.ts';
import type { Disk } from './disk/disk.ts';
import type { Acknowledged } from './drafts/draft.ts';
import { openDraftStore, type DraftStore, type StoredStory } from './drafts/store.ts';
import { History } from './history/history.ts';
import type { MediaStore } from './media.ts';
import { seedSamples } from './samples.ts';
import { summarise } from './summary.ts';
import { Versions } from './versions.ts';

/** How long a change may take to show in the list, in milliseconds. */
const NOTE_AFTER = 1000;
/** So many stories are read before the list is first shown; more come in while it is. */
const READ_AT_START = 200;

export interface LibraryParts {
  drafts: DraftStore;
  versions: Versions;
  catalogue: Catalogue;
  /** Hears that the list is not what it was. */
  onChanged?: () => void;
  /** Hears of failures that cost no text. */
  onTrouble?: (failure: Failure) => void;
}

/** All stories of this computer: the draft store, with the catalogue kept in step behind it. Failures are the draft store's. */
export class Library {
  /** Stories that could not be read for the list; their failures, each with the `story`. */
  readonly notices: Notice[] = [];
  readonly versions: Versions;
  readonly #drafts: DraftStore;
  readonly #catalogue: Catalogue;
  readonly #onChanged: () => void;
  readonly #onTrouble: (failure: Failure) => void;
  /** Stories whose row may be older than the story. */
  readonly #touched = new Set<string>();
  readonly #noting = new Map<string, NodeJS.Timeout>();
  #catchingUp: Promise<void> = Promise.resolve();
  #isClosed = false;

  private constructor({ drafts, versions, catalogue, onChanged, onTrouble }: LibraryParts) {
    this.#drafts = drafts;
    this.versions = versions;
    this.#catalogue = catalogue;
    this.#onChanged = onChanged ?? (() => null);
    this.#onTrouble = onTrouble ?? (() => null);
  }

  /** Compares the catalogue with the stories and makes missing rows; where they are many, in the background. */
  static async open(parts: LibraryParts): Promise<Library> {
    const library = new Library(parts);
    let ids: string[];
    try {
      ids = await parts.drafts.ids();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      library.notices.push({ code: 'drafts.unreadable', about: { story: error.message } });
      return library;
    }
    const settled = parts.catalogue.settled();
    const here = new Set(ids);
    library.#write(() => {
      for (const { id } of parts.catalogue.list()) if (!here.has(id)) parts.catalogue.remove(id);
    });
    const missing = ids.filter((id) => !settled.has(id));
    await library.#catchUp(missing.slice(0, READ_AT_START));
    library.#catchingUp = library.#catchUp(missing.slice(READ_AT_START));
    return library;
  }

  async #catchUp(ids: readonly string[]): Promise<void> {
    for (let i = 0; i < ids.length && !this.#isClosed; i += READ_AT_START) {
      const rows: StorySummary[] = [];
      for (const id of ids.slice(i, i + READ_AT_START)) {
        if (this.#isClosed) return;
        const read = await this.#drafts.read(id);
        if (read.ok) rows.push(await summarise(read.value.story));
        else this.notices.push({ code: read.failure.code, about: { story: id, ...read.failure.about } });
      }
      // A story that was opened in the meantime has a newer row of its own coming.
      this.#write(() => rows.forEach((row) => !this.#touched.has(row.id) && this.#catalogue.put(row, true)));
      this.#onChanged();
    }
  }

  /** All stories, last changed first. */
  list(): Promise<Result<StorySummary[]>> {
    return Promise.resolve(ok(this.#catalogue.list()));
  }

  /** Keeps a new story; `drafts.exists` where its id is taken. */
  async create(story: Story): Promise<Result<StorySummary>> {
    const created = await this.#drafts.create(story);
    if (!created.ok) return created;
    const summary = await summarise(story);
    this.#write(() => this.#catalogue.put(summary, true));
    this.#onChanged();
    return ok(summary);
  }

  /** Takes in a story from elsewhere. One whose id is here already comes as another story: nothing is ever overwritten. */
  async adopt(story: Story): Promise<Result<StorySummary>> {
    const kept = await this.create(story);
    return !kept.ok && kept.failure.code === 'drafts.exists' ? this.create({ ...story, id: newStoryId() }) : kept;
  }

  /** See DraftStore.open. */
  async open(id: string): Promise<Result<StoredStory>> {
    const opened = await this.#drafts.open(id);
    if (opened.ok) this.#touch(id);
    return opened;
  }

  /** The story as last saved, without opening it. */
  read(id: string): Promise<Result<StoredStory>> {
    return this.#drafts.read(id);
  }

  /** See DraftStore.change. */
  async change(id: string, seq: number, change: StoryChange): Promise<Result<Acknowledged>> {
    const answer = await this.#drafts.change(id, seq, change);
    if (answer.ok) {
      this.#touch(id);
      this.#noteSoon(id);
    }
    return answer;
  }

  #touch(id: string): void {
    if (this.#touched.has(id)) return;
    this.#touched.add(id);
    this.#write(() => this.#catalogue.unsettle(id));
  }

  #noteSoon(id: string): void {
    if (this.#noting.has(id) || this.#isClosed) return;
    const timer = setTimeout(() => {
      this.#noting.delete(id);
      void this.#note(id, () => false);
    }, NOTE_AFTER).unref();
    this.#noting.set(id, timer);
  }

  async #note(id: string, isSettled: () => boolean): Promise<void> {
    const read = await this.#drafts.read(id);
    if (!read.ok) return this.#onTrouble(read.failure);
    const summary = await summarise(read.value.story);
    if (this.#isClosed) return;
    this.#write(() => this.#catalogue.put(summary, isSettled()));
    this.#onChanged();
  }

  /** Folds the story's log into a snapshot and brings its row up to date. */
  async close(id: string): Promise<void> {
    clearTimeout(this.#noting.get(id));
    this.#noting.delete(id);
    await this.#drafts.close(id);
    await this.versions.close(id);
    // A change that comes from here on touches it again, and the row is then not the last word.
    if (this.#touched.delete(id)) await this.#note(id, () => !this.#touched.has(id));
  }

  /** Closes every story; answers when all are folded and listed. Nothing may be asked of the library afterwards. */
  async closeAll(): Promise<void> {
    await Promise.all([...this.#touched].map((id) => this.close(id)));
    await this.#drafts.closeAll();
    await this.versions.closeAll();
    this.#isClosed = true;
    for (const timer of this.#noting.values()) clearTimeout(timer);
    await this.#catchingUp;
    this.#catalogue.close();
  }

  /** The catalogue is a cache: what cannot be written to it is told, and made again at the next start. */
  #write(work: () => void): void {
    try {
      this.#catalogue.together(work);
    } catch (error) {
      if (!(error instanceof Error && 'errcode' in error)) throw error;
      this.#onTrouble(fail('catalogue.write-failed', error.message).failure);
    }
  }
}

/** What `openLibrary` needs. */
export interface LibraryOptions {
  /** The data folder. It may be one that cannot be written: stories in it open and read all the same. */
  home: string;
  media: MediaStore;
  /** A folder with `.story` files that a data folder gets at its first start. */
  samples?: string;
  disk?: Disk;
  clock?: () => string;
  /** Who sits at this computer; see Versions. */
  by?: () => string;
  onChanged?: () => void;
  onTrouble?: (failure: Failure) => void;
}

/** Opens the data folder's stories and their list. It does not fail; `notices` of the library say what the person must hear. */
export async function openLibrary({
  home,
  media,
  samples,
  disk,
  clock,
  by,
  onChanged,
  onTrouble = () => undefined,
}: LibraryOptions): Promise<Library> {
  const drafts = openDraftStore({ home, disk, clock, onTrouble, onChange: (...change) => versions.heard(...change) });
  const versions = new Versions({ drafts, history: new History({ home, disk, clock, onTrouble }), by, onTrouble });
  const catalogue = new Catalogue(home);
  const library = await Library.open({ drafts, versions, catalogue, onChanged, onTrouble });
  library.notices.unshift(...catalogue.notices);
  if (samples !== undefined) {
    const seeded = await seedSamples({ home, from: samples, library, media, disk });
    if (!seeded.ok) {
      onTrouble(seeded.failure);
      library.notices.push({ code: seeded.failure.code, about: seeded.failure.about });
    }
  }
  return library;
}
