import { join } from 'node:path';
import { diskFailure } from '../disk/failure.ts';
import { setAside } from '../disk/write.ts';
import { foundGenerations, prune, sweep, writeSnapshot } from './generation.ts';
import { Journal } from './journal.ts';
import { parseFileName } from './layout.ts';
import type { Saved } from './records.ts';
import type { Recovered } from './recover.ts';
import type { DraftTools } from './tools.ts';
import { Turns } from './turns.ts';

/**
 * Keeps one open story's files: which generation is written, its mirror, snapshots, and what must be put right first.
 * All but the mirror runs in the turns of the draft it belongs to; mirrors and snapshots follow behind.
 */
export class Keeper {
  readonly #tools: DraftTools;
  readonly #folder: string;
  /** What was found on disk and is not dealt with yet; null once a journal is open. */
  #found: Recovered | null;
  #journal: Journal | null = null;
  #top: number;
  #snapshots: number[];
  /** The last change in a snapshot, written or on its way. */
  #folded: number;
  /** Size at which the log gives way to a new generation; raised where that fails for now. */
  #limit: { changes: number; bytes: number };
  readonly #behind = new Turns();
  #mirrorTimer: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(folder: string, found: Recovered, tools: DraftTools) {
    this.#folder = folder;
    this.#tools = tools;
    this.#found = found;
    this.#top = found.top;
    this.#snapshots = found.snapshots;
    this.#folded = found.seq - found.changesSince;
    this.#limit = { changes: tools.pace.logChanges, bytes: tools.pace.logBytes };
  }

  /** Whether a crash or damage left something to put right. */
  get isInDisorder(): boolean {
    return this.#found !== null && this.#found.condition !== 'closed';
  }

  /** Whether there are changes that no snapshot holds. */
  hasUnfolded(saved: Saved): boolean {
    return saved.seq > this.#folded;
  }

  /** Makes sure that there is a log to append to. Throws the disk's errors, and may be called again after one. */
  async ready(saved: Saved): Promise<Journal> {
    if (this.#found) await this.#takeOver(this.#found, saved);
    else if (this.#journal?.isSuspect) await this.turnOver(saved);
    if (!this.#journal) throw new Error('a draft without a journal');
    return this.#journal;
  }

  async #takeOver(found: Recovered, saved: Saved): Promise<void> {
    const { disk } = this.#tools;
    if (found.condition === 'closed') {
      const place = { generation: found.top, length: found.logLength, changes: found.logChanges };
      this.#journal = await Journal.resume(disk, this.#folder, place);
      this.#found = null;
      return;
    }
    await sweep(disk, this.#folder);
    if (found.condition === 'open') {
      if (!found.isMirrored) await this.#quietly(() => this.#mirrorAgain(found));
      await this.turnOver(saved);
    } else {
      await this.#beginAgain(found, saved);
    }
    this.#found = null;
  }

  /**
   * Brings the mirror of the log that a kill left up to it. Where the log had been ended just before, a snapshot behind
   * it would else make the mirror look damaged to a later opening.
   */
  async #mirrorAgain({ top, logLength, logChanges }: Recovered): Promise<void> {
    const place = { generation: top, length: logLength, changes: logChanges };
    const journal = await Journal.resume(this.#tools.disk, this.#folder, place, false);
    try {
      await journal.mirror();
    } finally {
      await journal.close();
    }
  }

  /** Two new generations first; only then is anything moved that they stand in for. */
  async #beginAgain(found: Recovered, saved: Saved): Promise<void> {
    const { disk } = this.#tools;
    const place = await foundGenerations(disk, this.#folder, this.#top + 1, saved);
    this.#journal = await Journal.resume(disk, this.#folder, { ...place, changes: 0 });
    this.#top = place.generation;
    this.#snapshots = [place.generation - 1, place.generation];
    this.#folded = saved.seq;
    await this.#quietly(async () => {
      for (const name of await disk.list(this.#folder)) {
        const file = parseFileName(name);
        // Where something is lost, every old file is evidence.
        const isKept = found.damaged.includes(name) || (found.lost > 0 && file && file.generation <= found.top);
        if (isKept) await setAside(disk, join(this.#folder, name));
      }
    });
  }

  /** Appends records to the log; what follows from it (mirror, new generation) is the keeper's own affair. */
  async append(journal: Journal, bytes: Uint8Array, changes: number): Promise<void> {
    await journal.append(bytes, changes);
    this.#mirrorSoon(this.#tools.pace.mirrorAfter);
  }

  /** Begins a new generation where the log has grown to its size. */
  async turnOverIfDue(saved: Saved): Promise<void> {
    const journal = this.#journal;
    if (!journal || (journal.changes < this.#limit.changes && journal.length < this.#limit.bytes)) return;
    const { logChanges, logBytes } = this.#tools.pace;
    this.#limit = { changes: journal.changes + logChanges, bytes: journal.length + logBytes };
    await this.#quietly(() => this.turnOver(saved));
  }

  /** Begins a new generation where there is anything to fold; for when nobody types. */
  async foldIdle(saved: Saved): Promise<void> {
    if (!this.#isClosed && this.#journal && this.hasUnfolded(saved)) await this.#quietly(() => this.turnOver(saved));
  }

  /** Begins a new generation: appends go to a new log at once, the snapshot follows behind. */
  async turnOver(saved: Saved): Promise<void> {
    const { disk, pace } = this.#tools;
    const fresh = await Journal.begin(disk, this.#folder, saved.story.id, this.#top + 1, saved.seq);
    const old = this.#journal;
    this.#journal = fresh;
    this.#top = fresh.generation;
    this.#folded = saved.seq;
    this.#limit = { changes: pace.logChanges, bytes: pace.logBytes };
    this.#behind.follow(async () => {
      if (old) await this.#quietly(() => this.#seal(old, saved.seq));
      await this.#quietly(() => this.#fold(fresh, saved));
    });
  }

  async #seal(old: Journal, last: number): Promise<void> {
    try {
      if (!old.isSuspect) await old.end(last);
      await old.mirror();
    } finally {
      await old.close();
    }
  }

  async #fold(journal: Journal, saved: Saved): Promise<void> {
    const { disk } = this.#tools;
    try {
      await journal.mirror();
      await writeSnapshot(disk, this.#folder, journal.generation, saved);
    } catch (error) {
      this.#folded = 0;
      throw error;
    }
    this.#snapshots = [...this.#snapshots, journal.generation].slice(-2);
    const [oldest = 0] = this.#snapshots;
    await prune(disk, this.#folder, oldest);
  }

  #mirrorSoon(wait: number): void {
    if (this.#isClosed) return;
    this.#mirrorTimer ??= setTimeout(
      () => {
        this.#mirrorTimer = null;
        const journal = this.#journal;
        this.#behind.follow(async () => {
          // The journal may have been sealed, mirror and all, while this waited for its turn.
          if (!journal || journal !== this.#journal) return;
          const isDone = await this.#quietly(() => journal.mirror());
          if (journal.isBehind) this.#mirrorSoon(isDone ? this.#tools.pace.mirrorAfter : wait * 2);
        });
      },
      Math.min(wait, 10_000),
    ).unref();
  }

  /** Folds the log into a snapshot, ends it, lets go of the files. What fails is told, and is only tidiness. */
  async close(saved: Saved): Promise<void> {
    this.#isClosed = true;
    if (this.#mirrorTimer) clearTimeout(this.#mirrorTimer);
    if (this.#journal && this.hasUnfolded(saved)) await this.#quietly(() => this.turnOver(saved));
    await this.#behind.settled();
    const journal = this.#journal;
    if (!journal) return;
    await this.#quietly(async () => {
      try {
        // Without its snapshot the log stays unended, so that the next opening makes one.
        if (!journal.isSuspect && !this.hasUnfolded(saved)) await journal.end(saved.seq);
        await journal.mirror();
      } finally {
        await journal.close();
      }
    });
  }

  /** For work whose failure costs nobody any text; answers whether it was done. */
  async #quietly(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.#tools.onTrouble(diskFailure('drafts', error, { folder: this.#folder }).failure);
      return false;
    }
  }
}
