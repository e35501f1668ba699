import { now } from '../../src/base/dates.ts';
import { newStoryId } from '../../src/base/ids.ts';
import { fail, ok, type Failure, type Result } from '../../src/base/result.ts';
import type { Notice } from '../../src/ipc/calls/app.ts';
import { BIN_DAYS, type Snippet, type StorySummary } from '../../src/ipc/calls/stories.ts';
import type { Caret } from '../../src/story/caret.ts';
import type { StoryChange } from '../../src/story/change.ts';
import { composed } from '../../src/story/composed.ts';
import type { Story } from '../../src/story/schema.ts';
import { searchText } from '../../src/story/search.ts';
import { Catalogue } from './catalogue/catalogue.ts';
import { nodeDisk, type Disk } from './disk/disk.ts';
import type { Acknowledged } from './drafts/draft.ts';
import { openDraftStore, type DraftStore, type StoredStory } from './drafts/store.ts';
import { History } from './history/history.ts';
import type { MediaStore } from './media.ts';
import { seedSamples } from './samples.ts';
import { Shelf, type ShelfPlace } from './shelf.ts';
import { entryOf, summarise, type Entry } from './summary.ts';
import { Versions } from './versions.ts';

/** How long a change may take to show in the list, in milliseconds. */
const NOTE_AFTER = 1000;
/** How long a change may take to be found without somebody searching, in milliseconds. */
const INDEX_AFTER = 10_000;
/** So many stories are read before the list is first shown; more come in while it is. */
const READ_AT_START = 200;
/** A time that lies further ahead than this tells that the clock was set back, in milliseconds. */
const AHEAD = 10 * 60_000;
/** So many are then written to the catalogue in one go, which nobody's typing must feel. */
const READ_BEHIND = 20;

export interface LibraryParts {
  drafts: DraftStore;
  versions: Versions;
  catalogue: Catalogue;
  shelf: Shelf;
  clock?: () => string;
  /** Hears of rows that are new or changed, or null where the list must be asked for. */
  onChanged?: (rows: StorySummary[] | null) => void;
  /** Hears of failures that cost no text. */
  onTrouble?: (failure: Failure) => void;
}

/** All stories of this computer: the draft store, with the catalogue kept in step behind it. Failures are the draft store's. */
export class Library {
  /**
   * Stories that could not be read for the list; their failures, each with the `story`. And `clock.behind`, where one (its
   * `headline`) was changed at a time that is still to come.
   */
  readonly notices: Notice[] = [];
  readonly versions: Versions;
  readonly #drafts: DraftStore;
  readonly #catalogue: Catalogue;
  readonly #shelf: Shelf;
  readonly #clock: () => string;
  readonly #onChanged: (rows: StorySummary[] | null) => void;
  readonly #onTrouble: (failure: Failure) => void;
  /** Stories whose row may be older than the story. */
  readonly #touched = new Set<string>();
  readonly #noting = new Map<string, NodeJS.Timeout>();
  /** Stories that say something else than the search knows. */
  readonly #unindexed = new Set<string>();
  #indexing: NodeJS.Timeout | null = null;
  #catchingUp: Promise<void> = Promise.resolve();
  #isClosed = false;

  private constructor({ drafts, versions, catalogue, shelf, clock, onChanged, onTrouble }: LibraryParts) {
    this.#drafts = drafts;
    this.versions = versions;
    this.#catalogue = catalogue;
    this.#shelf = shelf;
    this.#clock = clock ?? now;
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
    const known = parts.catalogue.ids();
    const here = new Set(ids);
    library.#write(() => {
      for (const id of known.keys()) if (!here.has(id)) parts.catalogue.remove(id);
    });
    const missing = ids.filter((id) => known.get(id) !== true);
    await library.#catchUp(missing.slice(0, READ_AT_START), READ_AT_START);
    library.#compareClocks();
    library.#catchingUp = library.#catchUp(missing.slice(READ_AT_START), READ_BEHIND).then(() => library.#emptyBin());
    return library;
  }

  /** No time decides what is kept; but lists and versions show them, and a wrong one misleads. */
  #compareClocks(): void {
    const newest = this.#catalogue.newest();
    if (newest && Date.parse(newest.updatedAt) > Date.parse(this.#clock()) + AHEAD)
      this.notices.push({ code: 'clock.behind', about: { headline: newest.headline } });
  }

  async #catchUp(ids: readonly string[], atOnce: number): Promise<void> {
    for (let i = 0; i < ids.length && !this.#isClosed; i += atOnce) {
      const rows: (Entry & { place: ShelfPlace })[] = [];
      for (const id of ids.slice(i, i + atOnce)) {
        if (this.#isClosed) return;
        const read = await this.#drafts.read(id);
        if (read.ok) rows.push({ ...(await entryOf(read.value.story)), place: await this.#shelf.place(id) });
        else this.notices.push({ code: read.failure.code, about: { story: id, ...read.failure.about } });
      }
      this.#write(() => {
        for (const { facts, text, place } of rows) {
          // A story that was opened in the meantime has a newer row of its own coming.
          if (this.#touched.has(facts.id)) continue;
          this.#catalogue.put(facts, true);
          this.#catalogue.putPlace(facts.id, place);
          this.#catalogue.search.put(facts.id, text);
        }
      });
      this.#tell(rows.map(({ facts }) => facts.id));
    }
  }

  #tell(ids: readonly string[]): void {
    this.#onChanged(ids.length > READ_BEHIND ? null : this.rows(ids));
  }

  /** The rows of these stories, of those that are still there. */
  rows(ids: readonly string[]): StorySummary[] {
    return ids.flatMap((id) => this.#catalogue.get(id) ?? []);
  }

  /** The stories that are not in the bin, or those that are; last changed first. */
  list(isBinned = false): Promise<Result<StorySummary[]>> {
    return Promise.resolve(ok(this.#catalogue.list(isBinned)));
  }

  /** The ids of the stories that hold what is looked for, the best first; or, of those in `show`, where it stands. */
  async find(text: string, show?: readonly string[]): Promise<Result<{ ids: string[]; snippets: Snippet[] }>> {
    const { search } = this.#catalogue;
    if (show) return ok({ ids: [], snippets: search.snippets(text, show) });
    await this.#index();
    return ok({ ids: search.find(text), snippets: [] });
  }

  /** Keeps a new story; `drafts.exists` where its id is taken. */
  async create(story: Story): Promise<Result<StorySummary>> {
    const created = await this.#drafts.create(story);
    if (!created.ok) return created;
    const { facts, text } = await entryOf(composed(story));
    this.#write(() => {
      this.#catalogue.put(facts, true);
      this.#catalogue.search.put(story.id, text);
    });
    const summary = { ...facts, isPinned: false, binnedAt: null };
    this.#onChanged([summary]);
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
  async change(id: string, seq: number, change: StoryChange, caret?: Caret): Promise<Result<Acknowledged>> {
    const answer = await this.#drafts.change(id, seq, change, caret);
    if (answer.ok) {
      this.#touch(id);
      this.#noteSoon(id);
    }
    return answer;
  }

  /** Pins, bins, restores or deletes stories; each by itself, so that one that fails holds up none. */
  async place(ids: readonly string[], to: Partial<ShelfPlace> | 'gone'): Promise<{ id: string; failure: Failure }[]> {
    const failures: { id: string; failure: Failure }[] = [];
    for (const id of ids) {
      const done = to === 'gone' ? await this.#delete(id) : await this.#placeOne(id, to);
      if (!done.ok) failures.push({ id, failure: done.failure });
    }
    this.#tell(ids);
    return failures;
  }

  async #placeOne(id: string, change: Partial<ShelfPlace>): Promise<Result<null>> {
    if (!this.#catalogue.get(id)) return fail('drafts.missing', `no story ${id}`, { story: id });
    const place = { ...(await this.#shelf.place(id)), ...change };
    // Should the program end between the two, the row is made again from the file.
    this.#unsettle(id);
    const kept = await this.#shelf.put(id, place);
    if (!kept.ok) return kept;
    this.#write(() => {
      this.#catalogue.putPlace(id, place);
      if (!this.#touched.has(id)) this.#catalogue.settle(id);
    });
    return kept;
  }

  async #delete(id: string): Promise<Result<null>> {
    if ((await this.#shelf.place(id)).binnedAt === null)
      return fail('drafts.not-binned', `story ${id} is not in the bin`, { story: id });
    await this.close(id);
    const deleted = await this.#drafts.delete(id);
    if (deleted.ok) this.#write(() => this.#catalogue.remove(id));
    return deleted;
  }

  /** What has been in the bin for its days goes for good. A clock that was behind when it went in lets it stay. */
  async #emptyBin(): Promise<void> {
    const until = Date.parse(this.#clock()) - BIN_DAYS * 86_400_000;
    const due = this.#catalogue.list(true).filter(({ binnedAt }) => Date.parse(binnedAt ?? '') < until);
    if (due.length === 0 || this.#isClosed) return;
    const failures = await this.place(
      due.map(({ id }) => id),
      'gone',
    );
    for (const { failure } of failures) this.#onTrouble(failure);
  }

  #touch(id: string): void {
    if (this.#touched.has(id)) return;
    this.#touched.add(id);
    this.#unsettle(id);
  }

  #noteSoon(id: string): void {
    if (this.#isClosed) return;
    this.#unindexed.add(id);
    this.#indexing ??= setTimeout(() => void this.#index(), INDEX_AFTER).unref();
    if (this.#noting.has(id)) return;
    const timer = setTimeout(() => {
      this.#noting.delete(id);
      void this.#note(id, () => false);
    }, NOTE_AFTER).unref();
    this.#noting.set(id, timer);
  }

  async #note(id: string, isSettled: () => boolean): Promise<void> {
    const read = await this.#drafts.read(id);
    if (!read.ok) return this.#onTrouble(read.failure);
    const facts = await summarise(read.value.story);
    if (this.#isClosed) return;
    this.#write(() => this.#catalogue.put(facts, isSettled()));
    this.#tell([id]);
  }

  /** Brings the search up to date with what was written since. */
  async #index(): Promise<void> {
    if (this.#indexing) clearTimeout(this.#indexing);
    this.#indexing = null;
    for (const id of [...this.#unindexed]) {
      this.#unindexed.delete(id);
      const read = await this.#drafts.read(id);
      if (!read.ok) this.#onTrouble(read.failure);
      else if (!this.#isClosed) this.#write(() => this.#catalogue.search.put(id, searchText(read.value.story)));
    }
  }

  /** Folds the story's log into a snapshot and brings its row up to date. */
  async close(id: string): Promise<void> {
    clearTimeout(this.#noting.get(id));
    this.#noting.delete(id);
    await this.#drafts.close(id);
    await this.versions.close(id);
    // A change that comes from here on touches it again, and the row is then not the last word.
    if (!this.#touched.delete(id)) return;
    if (this.#unindexed.has(id)) await this.#index();
    await this.#note(id, () => !this.#touched.has(id));
  }

  /** Closes every story; answers when all are folded and listed. Nothing may be asked of the library afterwards. */
  async closeAll(): Promise<void> {
    await Promise.all([...this.#touched].map((id) => this.close(id)));
    await this.#drafts.closeAll();
    await this.versions.closeAll();
    this.#isClosed = true;
    for (const timer of this.#noting.values()) clearTimeout(timer);
    if (this.#indexing) clearTimeout(this.#indexing);
    await this.#catchingUp;
    this.#catalogue.close();
  }

  #unsettle(id: string): void {
    this.#tolerant(() => this.#catalogue.unsettle(id));
  }

  #write(work: () => void): void {
    this.#tolerant(() => this.#catalogue.together(work));
  }

  /** The catalogue is a cache: what cannot be written to it is told, and made again at the next start. */
  #tolerant(work: () => void): void {
    try {
      work();
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
  onChanged?: LibraryParts['onChanged'];
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
  const library = await Library.open({
    drafts,
    versions,
    catalogue,
    shelf: new Shelf(home, disk ?? nodeDisk),
    clock,
    onChanged,
    onTrouble,
  });
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
