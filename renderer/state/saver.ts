import { fail, type Result } from '../../src/base/result.ts';
import type { StoryChange } from '../../src/story/change.ts';
import {
  acknowledged,
  calmed,
  changed,
  expected,
  recounted,
  refused,
  retryDelay,
  sending,
  type SaveState,
} from './saving.ts';
import { createStore, type Store } from './store.ts';

/** How long changes are gathered before they are sent, in milliseconds. */
const GATHER_MS = 50;
/** How long the host may take to answer; after that the change is sent again under its number. */
const ANSWER_MS = 15_000;

interface Ack {
  seq: number;
  savedAt: string;
}

/** How a saver reaches the disk. */
export interface Disk {
  send: (seq: number, change: StoryChange) => Promise<Result<Ack>>;
  /** Asks which number the disk has, after `drafts.out-of-step`. */
  lastSeq: () => Promise<Result<number>>;
}

/** Brings one story's changes to the disk, one at a time, in order, as often as it takes. */
export interface Saver {
  readonly state: Store<SaveState>;
  /** A change is coming (true), or the one that was expected came to nothing (false). */
  expect: (isComing: boolean) => void;
  /** Takes a change; it goes within 50 ms, or now if `now`. */
  take: (change: StoryChange, now?: boolean) => void;
  /** Sends what waits without further waiting, and a failed change again. */
  flush: () => void;
  /** Flushes, then answers true when the disk has everything, false when a change did not get through. */
  settled: () => Promise<boolean>;
}

export function createSaver(known: Ack, disk: Disk): Saver {
  const state = createStore<SaveState>({ is: 'saved', ...known });
  let timer: ReturnType<typeof setTimeout> | null = null;

  function later(ms: number): void {
    timer ??= setTimeout(pump, ms);
  }

  function pump(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const next = sending(state.get());
    if (!next) return;
    state.set(next.state);
    void deliver(next.seq, next.change);
  }

  async function deliver(seq: number, change: StoryChange): Promise<void> {
    const result = await inTime(disk.send(seq, change));
    if (result.ok) {
      state.set(acknowledged(state.get(), result.value));
      pump();
      return;
    }
    const last = result.failure.code === 'drafts.out-of-step' ? await inTime(disk.lastSeq()) : null;
    // Only now: changes may have come while asking.
    let next = refused(state.get(), result.failure);
    if (last?.ok) next = recounted(next, last.value);
    state.set(next);
    if (next.is === 'failed') later(retryDelay(next.attempts));
  }

  return {
    state,
    expect(isComing) {
      state.set(isComing ? expected(state.get()) : calmed(state.get()));
    },
    take(change, now = false) {
      state.set(changed(state.get(), change));
      if (state.get().is !== 'gathering') return;
      if (now) pump();
      else later(GATHER_MS);
    },
    flush: pump,
    settled() {
      pump();
      return new Promise((resolve) => {
        const look = (): void => {
          const { is } = state.get();
          if (is !== 'saved' && is !== 'failed') return;
          stop();
          resolve(is === 'saved');
        };
        const stop = state.subscribe(look);
        look();
      });
    },
  };
}

function inTime<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(fail('ipc.no-answer', `the host did not answer within ${ANSWER_MS} ms`));
    }, ANSWER_MS);
    void answer.then((result) => {
      clearTimeout(timer);
      resolve(result);
    });
  });
}
