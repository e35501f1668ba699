import { watch, type FSWatcher } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fail, ok, type Failure, type Result } from '../../../src/base/result.ts';
import type { DeskItem, SharedDeskShown } from '../../../src/ipc/calls/desk.ts';
import { deskName, type Glance } from '../../../src/package/index.ts';
import { diskFailure } from '../disk/failure.ts';
import { Turns } from '../drafts/turns.ts';
import { glancePackageFile } from '../package-file.ts';
import { traceOf } from '../trace.ts';
import type { DeskBook } from './desk-book.ts';
import { putNew } from './put.ts';

/** The folder is looked at so often, in milliseconds: network drives tell of nothing by themselves. */
const EVERY = 10_000;
/** Files that were read whole are asked for their size again each so many looks; they are never written again by Copydesk. */
const AGAIN = 30;
/** What a system tells of a folder comes in bursts, and a look waits so long for the end of one, in milliseconds. */
const BURST = 250;
/** Lies in a desk's folder, so that the empty place where a drive is not mounted is not taken for one. */
export const DESK_SIGN = 'copydesk-desk.txt';
const SIGN_TEXT = `This folder is a desk of Copydesk: stories lie here for colleagues, one file for each person and version.
Thư mục này là bàn biên tập chung của Copydesk: tin bài để ở đây cho đồng nghiệp, mỗi người mỗi phiên bản một tệp.
`;

/** What the desk asks of the rest of the program. */
export interface DeskTools {
  book: DeskBook;
  /** The data folder, which cannot be a desk. */
  home: string;
  /** The name of who works here. */
  me: () => string;
  /** Whether the story is here, and whether this content of it is or was. */
  knows: (story: string, head: string) => Promise<{ isHere: boolean; isKnown: boolean }>;
  onChanged: (shown: SharedDeskShown) => void;
  onTrouble: (failure: Failure) => void;
  every?: number;
}

/** One file of the folder as it was when it was looked at. */
interface Seen {
  size: number;
  mtimeMs: number;
  about?: About;
  failure?: Failure;
}

/** What a file is, as it says itself. */
type About = Pick<DeskItem, 'id' | 'headline' | 'state' | 'by' | 'at' | 'assignee'> & {
  /** The name of its content, and of those that it came from. */
  head: string;
  lineage: readonly string[];
};

const aboutOf = ({ story, head, lineage, known }: Glance): About => ({
  id: story.id,
  headline: story.headline,
  state: story.review.state,
  by: known?.by ?? '',
  at: known?.at ?? story.updatedAt,
  assignee: story.review.assignee ?? '',
  head,
  lineage: lineage.filter((name) => name !== head),
});

const EMPTY: SharedDeskShown = { folder: null, isThere: true, items: [], troubles: [] };
const isSameName = (a: string, b: string): boolean =>
  a.trim().normalize('NFC').toLowerCase() === b.trim().normalize('NFC').toLowerCase();

/** A folder that several Copydesks share: looked at, written to, never written over. What a file is, its content says, not its name. */
export class SharedDesk {
  readonly #tools: DeskTools;
  readonly #turns = new Turns();
  #folder: string | null = null;
  #shown: SharedDeskShown = EMPTY;
  #seen = new Map<string, Seen>();
  /** Contents that are here; what was once does not cease to be. */
  readonly #known = new Set<string>();
  #looks = 0;
  #watcher: FSWatcher | null = null;
  #next: NodeJS.Timeout | null = null;
  #isOpen = false;

  constructor(tools: DeskTools) {
    this.#tools = tools;
  }

  /** Begins to watch the folder, if there is one. */
  async open(): Promise<void> {
    this.#isOpen = true;
    this.#folder = (await this.#tools.book.read()).folder;
    await this.look();
  }

  close(): void {
    this.#isOpen = false;
    this.#unwatch();
    if (this.#next) clearTimeout(this.#next);
  }

  get folder(): string | null {
    return this.#folder;
  }

  /** Looks at the folder now. */
  look(): Promise<SharedDeskShown> {
    return this.#turns.take(async () => {
      if (this.#next) clearTimeout(this.#next);
      const before = JSON.stringify(this.#shown);
      this.#shown = await this.#read();
      if (JSON.stringify(this.#shown) !== before) this.#tools.onChanged(this.#shown);
      if (this.#isOpen && this.#folder !== null) this.#wait(this.#tools.every ?? EVERY);
      return this.#shown;
    });
  }

  /** Makes this folder the desk. Fails with `desk.own-folder`, `desk.read-only`, `desk.disk-full`, `desk.write-failed`. */
  async choose(folder: string): Promise<Result<SharedDeskShown>> {
    if (isWithin(folder, this.#tools.home) || isWithin(this.#tools.home, folder))
      return fail('desk.own-folder', 'the data folder is no desk', { folder });
    try {
      await putNew(folder, [DESK_SIGN], Buffer.from(SIGN_TEXT)).catch((error: unknown) => {
        // Another made it a desk already.
        if (!(error instanceof Error) || 'code' in error) throw error;
      });
    } catch (error) {
      return diskFailure('desk', error, { folder });
    }
    return this.#settle(folder);
  }

  /** Has no desk any more; what lies in the folder stays. */
  leave(): Promise<Result<SharedDeskShown>> {
    return this.#settle(null);
  }

  async #settle(folder: string | null): Promise<Result<SharedDeskShown>> {
    const kept = await this.#tools.book.change(() => ({ folder }));
    if (!kept.ok) return kept;
    await this.#turns.take(() => {
      this.#unwatch();
      this.#folder = folder;
      this.#seen = new Map();
      return Promise.resolve();
    });
    return ok(await this.look());
  }

  /** Where this file of the desk is; null for a name that the desk does not show. */
  pathOf(file: string): string | null {
    return this.#folder !== null && this.#seen.has(file) ? join(this.#folder, file) : null;
  }

  /** Whether a file of the desk was written within the last two minutes: what it lacks may still be on its way. */
  isFresh(file: string): boolean {
    const { mtimeMs = 0 } = this.#seen.get(file) ?? {};
    return Date.now() - mtimeMs < 120_000;
  }

  /** Does not show this content any more, nor what it came from. */
  async putAway(file: string): Promise<Result<SharedDeskShown>> {
    const head = this.#seen.get(file)?.about?.head;
    if (head !== undefined) {
      const kept = await this.#tools.book.change(({ putAway }) => ({ putAway: [...putAway, head] }));
      if (!kept.ok) return kept;
    }
    return ok(await this.look());
  }

  /**
   * Puts a package there under a name of its own. Fails with `desk.none`, `desk.gone` (the folder cannot be reached) and as writing
   * to a disk does; each names the `folder`.
   *
   * @param day as YYYY-MM-DD
   */
  async put(
    { id, headline }: { id: string; headline: string },
    bytes: Uint8Array,
    day: string,
  ): Promise<Result<{ path: string }>> {
    const { isThere } = await this.look();
    const folder = this.#folder;
    if (folder === null) return fail('desk.none', 'no desk was chosen');
    if (!isThere) return fail('desk.gone', `${folder} cannot be reached`, { folder });
    const me = this.#tools.me();
    const mine = [...this.#seen.values()].filter(({ about }) => about?.id === id && isSameName(about.by, me)).length;
    function* names(): Generator<string> {
      for (let n = mine + 1; n < mine + 10_000; n++) yield deskName(day, headline, me, n);
    }
    try {
      const name = await putNew(folder, names(), bytes);
      return ok({ path: join(folder, name) });
    } catch (error) {
      return diskFailure('desk', error, { folder });
    } finally {
      await this.look();
    }
  }

  async #read(): Promise<SharedDeskShown> {
    const folder = this.#folder;
    if (folder === null) return EMPTY;
    const names = await namesIn(folder);
    if (!names) {
      this.#unwatch();
      return { folder, isThere: false, items: [], troubles: [] };
    }
    this.#watch(folder);
    const isThorough = this.#looks++ % AGAIN === 0;
    for (const name of this.#seen.keys()) if (!names.includes(name)) this.#seen.delete(name);
    for (const name of names) {
      if (this.#seen.get(name)?.about && !isThorough) continue;
      await this.#glance(folder, name);
    }
    return this.#judge(folder);
  }

  /** Reads what is new of a file, or was not whole; one that is as it was is let be. */
  async #glance(folder: string, name: string): Promise<void> {
    const path = join(folder, name);
    const stats = await stat(path).catch(() => null);
    if (!stats) return void this.#seen.delete(name);
    const before = this.#seen.get(name);
    if (before && before.size === stats.size && before.mtimeMs === stats.mtimeMs && before.failure?.code !== UNREADABLE)
      return;
    const read = await glancePackageFile(path);
    const { size, mtimeMs } = stats;
    this.#seen.set(
      name,
      read.ok ? { size, mtimeMs, about: aboutOf(read.value) } : { size, mtimeMs, failure: read.failure },
    );
  }

  /** What of all that is new here, and for whom. */
  async #judge(folder: string): Promise<SharedDeskShown> {
    const { putAway } = await this.#tools.book.read();
    const files = [...this.#seen].sort(([a], [b]) => (a < b ? -1 : 1));
    const whole = files.flatMap(([file, { about }]) => (about ? [{ file, about }] : []));
    const older = new Set(whole.flatMap(({ about }) => about.lineage));
    // The same content twice is a copy that a synchroniser made of it.
    const told = new Set<string>();
    const items: DeskItem[] = [];
    for (const { file, about } of whole) {
      const { id, head } = about;
      if (told.has(head) || older.has(head) || putAway.includes(head) || this.#known.has(head)) continue;
      told.add(head);
      const { isHere, isKnown } = await this.#tools.knows(id, head);
      if (isKnown) this.#known.add(head);
      else items.push(this.#item(file, about, isHere));
    }
    items.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    const troubles = files.flatMap(([file, { failure }]) => (failure ? [{ file, code: failure.code }] : []));
    return { folder, isThere: true, items, troubles };
  }

  #item(file: string, { head: _, lineage: __, ...about }: About, isHere: boolean): DeskItem {
    const { assignee, by } = about;
    // Whoever puts a story there has done their turn, whatever name still stands in it.
    const isAnybodys = assignee === '' || isSameName(assignee, by);
    return { file, isHere, isForMe: isHere || isAnybodys || isSameName(assignee, this.#tools.me()), ...about };
  }

  #watch(folder: string): void {
    if (this.#watcher || !this.#isOpen) return;
    try {
      this.#watcher = watch(folder, () => {
        this.#wait(BURST);
      });
      this.#watcher.on('error', () => {
        this.#unwatch();
      });
    } catch (error) {
      // The folder is looked at all the same.
      this.#tools.onTrouble(fail('desk.not-watched', traceOf(error)).failure);
    }
  }

  #unwatch(): void {
    this.#watcher?.close();
    this.#watcher = null;
  }

  #wait(time: number): void {
    if (this.#next) clearTimeout(this.#next);
    this.#next = setTimeout(() => void this.look(), time);
    this.#next.unref();
  }
}

/** A file that could not be read is asked for again though it looks the same. */
const UNREADABLE = 'package.unreadable';

const isWithin = (folder: string, other: string): boolean => {
  const way = relative(other, folder);
  return way === '' || (!way.startsWith('..') && !/^([a-z]:|[\\/])/i.test(way));
};

/** The packages in a folder; null where it cannot be reached, or is the empty place of one that is not mounted. */
async function namesIn(folder: string): Promise<string[] | null> {
  try {
    const all = await readdir(folder);
    if (all.length === 0) return null;
    return all.filter((name) => /\.story$/i.test(name) && !name.startsWith('.'));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
