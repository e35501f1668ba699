import { fail, ok, type Result } from '../../../src/base/result.ts';
import type { Caret } from '../../../src/story/caret.ts';
import { applyChange, type StoryChange } from '../../../src/story/change.ts';
import { composed } from '../../../src/story/composed.ts';
import { diskFailure } from '../disk/failure.ts';
import { Keeper } from './keeper.ts';
import { changeBytes, type Saved } from './records.ts';
import type { Recovered } from './recover.ts';
import type { DraftTools } from './tools.ts';
import { Turns } from './turns.ts';

/** The answer to a change: the disk has it, and everything before it. */
export interface Acknowledged {
  seq: number;
  savedAt: string;
}

interface Waiting {
  seq: number;
  change: StoryChange;
  caret: Caret | undefined;
  answer: (result: Result<Acknowledged>) => void;
  reject: (error: unknown) => void;
}

/** What a change is once it has been to disk and back: an undefined field is no field. */
const asStored = (change: StoryChange): StoryChange => composed(JSON.parse(JSON.stringify(change)) as StoryChange);

/** One open story. Changes go to disk one after another; those that come while one is being written go together. */
export class Draft {
  #saved: Saved;
  #waiting: Waiting[] = [];
  readonly #tools: DraftTools;
  readonly #keeper: Keeper;
  readonly #turns = new Turns();
  #idleTimer: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(folder: string, found: Recovered, tools: DraftTools) {
    this.#saved = { story: found.story, seq: found.seq, at: found.at, caret: found.caret };
    this.#tools = tools;
    this.#keeper = new Keeper(folder, found, tools);
  }

  /** The story as the disk has it. */
  get saved(): Saved {
    return this.#saved;
  }

  /** Puts right what a crash or damage left. Where the disk refuses, it is told, and done before the next change. */
  async prepare(): Promise<void> {
    if (!this.#keeper.isInDisorder) return;
    await this.#turns.take(async () => {
      try {
        await this.#keeper.ready(this.#saved);
      } catch (error) {
        this.#tools.onTrouble(diskFailure('drafts', error, { story: this.#saved.story.id }).failure);
      }
    });
  }

  /** See DraftStore.change; null where the draft is closed, and the story must be opened anew. */
  change(seq: number, change: StoryChange, caret?: Caret): Promise<Result<Acknowledged>> | null {
    if (this.#isClosed) return null;
    return new Promise((answer, reject) => {
      this.#waiting.push({ seq, change, caret, answer, reject });
      if (this.#waiting.length === 1) void this.#turns.take(() => this.#writeWaiting());
    });
  }

  /** Answers when every change that was sent so far has been answered. */
  settled(): Promise<void> {
    return this.#turns.settled();
  }

  /** Folds the log into a snapshot and closes the files. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#turns.take(async () => {
      if (this.#idleTimer) clearTimeout(this.#idleTimer);
      await this.#keeper.close(this.#saved);
    });
  }

  async #writeWaiting(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      const result = await this.#write(waiting);
      for (const { seq, answer } of waiting) answer(this.#answerTo(seq, result));
      await this.#keeper.turnOverIfDue(this.#saved);
      this.#foldWhenIdle();
    } catch (error) {
      // A programmer's error: whoever sent the changes must not wait for ever.
      for (const { reject } of waiting) reject(error);
    }
  }

  /** Appends what follows on from the last change, with one sync for all of it. */
  async #write(waiting: readonly Waiting[]): Promise<Result<null>> {
    const at = this.#tools.clock();
    let { story, seq, caret } = this.#saved;
    const records: Uint8Array[] = [];
    const made: { before: Saved; change: StoryChange }[] = [];
    for (const sent of waiting) {
      if (sent.seq !== seq + 1) continue;
      const change = asStored(sent.change);
      records.push(changeBytes(sent.seq, at, change, sent.caret));
      caret = sent.caret ?? caret;
      made.push({ before: { story, seq, at: this.#saved.at }, change });
      story = { ...applyChange(story, change), updatedAt: at };
      seq = sent.seq;
    }
    if (records.length === 0) return ok(null);
    try {
      const journal = await this.#keeper.ready(this.#saved);
      await this.#keeper.append(journal, Buffer.concat(records), records.length);
    } catch (error) {
      return diskFailure('drafts', error, { story: story.id });
    }
    this.#saved = { story, seq, at, caret };
    for (const { before, change } of made) this.#tools.onChange(before, change);
    return ok(null);
  }

  #answerTo(seq: number, result: Result<null>): Result<Acknowledged> {
    const last = this.#saved;
    if (seq <= last.seq) return ok({ seq, savedAt: last.at });
    if (!result.ok) return result;
    const about = { story: last.story.id, got: seq, expected: last.seq + 1 };
    return fail('drafts.out-of-step', `change ${seq} came where ${last.seq + 1} was next`, about);
  }

  #foldWhenIdle(): void {
    if (this.#idleTimer) {
      this.#idleTimer.refresh();
      return;
    }
    this.#idleTimer = setTimeout(() => {
      this.#idleTimer = null;
      this.#turns.follow(() => this.#keeper.foldIdle(this.#saved));
    }, this.#tools.pace.idleAfter).unref();
  }
}
