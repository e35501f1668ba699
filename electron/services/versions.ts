import { fail, ok, type Failure, type Result } from '../../src/base/result.ts';
import type { StoryChange } from '../../src/story/change.ts';
import { storyWords } from '../../src/story/measure.ts';
import { broughtBack, changeInto, isBigDeletion } from '../../src/versions/index.ts';
import type { Saved } from './drafts/records.ts';
import type { DraftStore, StoredStory } from './drafts/store.ts';
import type { History, Made, VersionOrder } from './history/history.ts';

/** While someone edits, a version is made at most so often, in milliseconds. */
const EVERY = 10 * 60_000;

export interface VersionsOptions {
  drafts: DraftStore;
  history: History;
  /** Who sits at this computer: a name or initials, empty where nobody said. */
  by?: () => string;
  /** Milliseconds between the versions that come by themselves. */
  every?: number;
  /** Hears why a version that nobody waited for could not be made. */
  onTrouble: (failure: Failure) => void;
}

/**
 * When versions are made, and what becomes of them: whoever is about to change much at once, sends a story or takes one
 * in, calls `make` before and after. Editing makes its own.
 */
export class Versions {
  readonly history: History;
  readonly #drafts: DraftStore;
  readonly #by: () => string;
  readonly #every: number;
  readonly #onTrouble: (failure: Failure) => void;
  /** Stories that are being edited, with the timer of the next version. */
  readonly #editing = new Map<string, NodeJS.Timeout | null>();

  constructor({ drafts, history, by, every, onTrouble }: VersionsOptions) {
    this.#drafts = drafts;
    this.history = history;
    this.#by = by ?? (() => '');
    this.#every = every ?? EVERY;
    this.#onTrouble = onTrouble;
  }

  /** Keeps a story as it was last saved. Fails as `History.make`, and as reading the story does. */
  async make(id: string, order: VersionOrder): Promise<Result<Made>> {
    const saved = await this.#drafts.read(id);
    if (!saved.ok) return saved;
    return this.history.make(saved.value.story, saved.value.seq, { by: this.#by(), ...order });
  }

  /**
   * Makes a story what it was in a version, by a change like any other: what it was until then is a version first, so
   * that nothing is ever lost by going back. `seq` must be the last change; with another it fails with
   * `drafts.out-of-step`, since whoever asked holds newer text.
   */
  async restore(id: string, seq: number, hash: string): Promise<Result<Made & { restored: StoredStory }>> {
    const [now, wanted] = [await this.#drafts.open(id), await this.history.read(id, hash)];
    if (!now.ok) return now;
    if (!wanted.ok) return wanted;
    if (now.value.seq !== seq) {
      const about = { story: id, got: seq, expected: now.value.seq };
      return fail('drafts.out-of-step', `restoring after change ${seq}, and ${now.value.seq} is the last`, about);
    }
    const before = await this.make(id, { kind: 'before-restore' });
    if (!before.ok) return before;
    const changed = await this.#drafts.change(
      id,
      seq + 1,
      changeInto(now.value.story, broughtBack(now.value.story, wanted.value.story)),
    );
    if (!changed.ok) return changed;
    const made = await this.make(id, { kind: 'restored' });
    // The text is back; a version of it can be made at any time.
    if (!made.ok) this.#onTrouble(made.failure);
    const restored = await this.#drafts.open(id);
    return restored.ok ? ok({ ...(made.ok ? made.value : before.value), restored: restored.value }) : restored;
  }

  /** Hears of each change; see DraftTools.onChange. */
  readonly heard = (before: Saved, change: StoryChange): void => {
    const { id } = before.story;
    if (isBigDeletion(before.story, change)) this.#quietly(before, 'big-deletion');
    if (!this.#editing.has(id)) void this.#begun(before);
    if (this.#editing.get(id)) return;
    const timer = setTimeout(() => {
      this.#editing.set(id, null);
      void this.make(id, { kind: 'timed' }).then((made) => made.ok || this.#onTrouble(made.failure));
    }, this.#every).unref();
    this.#editing.set(id, timer);
  };

  /** The story as someone found it who now begins to edit, where no version of late holds it. */
  async #begun(before: Saved): Promise<void> {
    if (storyWords(before.story) === 0) return;
    const versions = await this.history.list(before.story.id);
    const [newest] = versions.ok ? versions.value : [];
    const age = newest ? Date.now() - Date.parse(newest.at) : Infinity;
    // A time that lies ahead was told by another clock.
    if (age < 0 || age >= this.#every) this.#quietly(before, 'timed');
  }

  #quietly(saved: Saved, kind: VersionOrder['kind']): void {
    void this.history
      .make(saved.story, saved.seq, { kind, by: this.#by() })
      .then((made) => made.ok || this.#onTrouble(made.failure));
  }

  /** Nobody edits the story any more; answers when its versions are on the disk. */
  async close(id: string): Promise<void> {
    clearTimeout(this.#editing.get(id) ?? undefined);
    this.#editing.delete(id);
    await this.history.close(id);
  }

  async closeAll(): Promise<void> {
    for (const timer of this.#editing.values()) clearTimeout(timer ?? undefined);
    this.#editing.clear();
    await this.history.closeAll();
  }
}
