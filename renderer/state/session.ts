import { ok } from '../../src/base/result.ts';
import type { Client } from '../../src/ipc/client.ts';
import type { CallOutput } from '../../src/ipc/contract.ts';
import type { Caret } from '../../src/story/caret.ts';
import { applyChange, type StoryChange } from '../../src/story/change.ts';
import type { Story, StoryFields } from '../../src/story/schema.ts';
import type { KeptVersion } from '../../src/versions/index.ts';
import { createSaver, type Saver } from './saver.ts';
import { createStore, type Store } from './store.ts';
import { createStoryLength, type StoryLength } from './story-length.ts';

/** One story open in the window: its fields as they are now, and the way of its changes to the disk. */
/** What became of asking for a version: one was kept, or nothing had changed since the newest. */
export interface KeptNotice {
  version: KeptVersion;
  isNew: boolean;
}

export interface Session {
  /** Another for each session, so that a story which was restored is shown anew. */
  readonly key: number;
  /** The story as it was when it was opened; the editor begins with its body. */
  readonly opened: Story;
  readonly fields: Store<StoryFields>;
  readonly saving: Saver['state'];
  /** How long the body is. */
  readonly length: StoryLength['length'];
  /** The version that was just kept; null again with the next change. */
  readonly kept: Store<KeptNotice | null>;
  /** Whether what is written here is a suggestion: the review sets it. */
  readonly isSuggesting: Store<boolean>;
  /** Pictures of the story that could not be shown: their files are not there. */
  readonly missing: Store<ReadonlySet<string>>;
  /** A field's new value. Goes to the disk within 50 ms. */
  setFields: (fields: Partial<StoryFields>) => void;
  /** The editor gathers a change and hands it over soon (true), or it came to nothing (false). */
  expectChange: (isComing: boolean) => void;
  /** The editor's changes of the body; it has gathered them already, so they go at once. */
  takeChange: (change: StoryChange) => void;
  /** Named by the page: where the caret stands. Answers the function that ends it. */
  onCaret: (read: () => Caret | null) => () => void;
  /** Where the caret stands now; null where nobody knows. */
  caret: () => Caret | null;
  /** Named by whoever holds changes back (the editor): called before every flush. Answers the function that ends it. */
  onFlush: (handOut: () => void) => () => void;
  /** Hears every change of fields and body as it is taken. Answers the function that ends it. */
  onChange: (heard: (change: StoryChange) => void) => () => void;
  /** Sends everything now. */
  flush: () => void;
  /** Sends everything now; true when the disk has it, false when it did not get through. */
  settled: () => Promise<boolean>;
  /** The whole story as it is now, whether or not the disk has it. */
  current: () => Story;
  /** Stops what runs beside the saving. Changes that still wait are sent all the same. */
  end: () => void;
}

let lastKey = 0;

export function createSession(
  host: Client,
  { story, seq, savedAt }: Pick<CallOutput<'stories.open'>, 'story' | 'seq' | 'savedAt'>,
): Session {
  const { id } = story;
  const fields = createStore<StoryFields>(story);
  const count = createStoryLength(story.body, () => fields.get().language);
  const kept = createStore<KeptNotice | null>(null);
  const isSuggesting = createStore(false);
  const missing = createStore<ReadonlySet<string>>(new Set());
  const holders = new Set<() => void>();
  const carets = new Set<() => Caret | null>();
  let current = story;

  const saver = createSaver(
    { seq, savedAt },
    {
      send: (number, change) => host.call('stories.change', { id, seq: number, change, ...caretNow() }),
      async lastSeq() {
        const opened = await host.call('stories.open', { id });
        return opened.ok ? ok(opened.value.seq) : opened;
      },
    },
  );

  const listeners = new Set<(change: StoryChange) => void>();
  const pending: StoryChange[] = [];
  const remember = (change: StoryChange): void => {
    kept.set(null);
    pending.push(change);
    for (const heard of listeners) heard(change);
    // Bringing the copy up to date costs time that grows with the story, so it is done in bulk.
    if (pending.length >= 200) catchUp();
  };
  function catchUp(): Story {
    for (const change of pending.splice(0)) current = applyChange(current, change);
    return current;
  }
  const caret = (): Caret | null => [...carets].at(-1)?.() ?? null;
  function caretNow(): { caret?: Caret } {
    const stands = caret();
    return stands ? { caret: stands } : {};
  }
  function flush(): void {
    for (const handOut of holders) handOut();
    saver.flush();
  }

  return {
    key: ++lastKey,
    opened: story,
    fields,
    saving: saver.state,
    length: count.length,
    kept,
    isSuggesting,
    missing,
    setFields(next) {
      const change: StoryChange = { blocks: {}, fields: next };
      fields.set({ ...fields.get(), ...next });
      remember(change);
      saver.take(change);
    },
    expectChange: saver.expect,
    takeChange(change) {
      remember(change);
      count.take(change);
      saver.take(change, true);
    },
    onCaret(read) {
      carets.add(read);
      return () => carets.delete(read);
    },
    caret,
    onFlush(handOut) {
      holders.add(handOut);
      return () => holders.delete(handOut);
    },
    onChange(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    flush,
    settled() {
      flush();
      return saver.settled();
    },
    current: catchUp,
    end: count.end,
  };
}
