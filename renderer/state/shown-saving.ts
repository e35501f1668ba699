import { hasFailed, type FailedSave, type SaveState } from './saving.ts';
import { createStore, type Store } from './store.ts';

/** A save takes a few hundredths of a second; what is shown of it follows after so long, in milliseconds. */
const BEHIND_MS = 250;
/** A save that takes longer than this is slow enough to be shown while it lasts, in milliseconds. */
const SLOW_MS = 600;

/** What the eye is shown of the saving. */
export type Shown = { is: 'saved' | 'saving'; savedAt: string } | { is: 'failed'; failed: FailedSave };

/**
 * The saving as it is shown: a step behind it, so that a line which flickers with every key neither draws the eye nor makes
 * the window draw a second time for each. A refusal is shown at once.
 */
export interface ShownSaving {
  readonly shown: Store<Shown>;
  /** Whether the disk has everything, and what is shown says when it had the last of it; true too of a refusal. */
  readonly isTrue: Store<boolean>;
  /** Follows the saving until the function that comes back is called. */
  follow: () => () => void;
}

const toTheSecond = (instant: string): string => instant.slice(0, 19);

export function showSaving(saving: Pick<Store<SaveState>, 'get' | 'subscribe'>): ShownSaving {
  const first = saving.get();
  const shown = createStore<Shown>(
    hasFailed(first) ? { is: 'failed', failed: first } : { is: 'saved', savedAt: first.savedAt },
  );
  const isTrue = createStore(first.is === 'saved');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsavedSince: number | null = null;

  /** Whether it is shown that the disk had everything at this second. */
  function saysSo(savedAt: string): boolean {
    const now = shown.get();
    return now.is === 'saved' && toTheSecond(now.savedAt) === toTheSecond(savedAt);
  }
  function catchUp(): void {
    timer = undefined;
    const state = saving.get();
    if (hasFailed(state)) return;
    if (state.is === 'saved') {
      if (!saysSo(state.savedAt)) shown.set({ is: 'saved', savedAt: state.savedAt });
      isTrue.set(true);
      return;
    }
    const { is } = shown.get();
    if (is !== 'saving' && performance.now() - (unsavedSince ?? Infinity) >= SLOW_MS)
      shown.set({ is: 'saving', savedAt: state.savedAt });
    timer = setTimeout(catchUp, BEHIND_MS);
  }
  function heard(): void {
    const state = saving.get();
    if (hasFailed(state)) {
      shown.set({ is: 'failed', failed: state });
      isTrue.set(true);
      return;
    }
    if (state.is !== 'saved') unsavedSince ??= performance.now();
    else unsavedSince = null;
    isTrue.set(state.is === 'saved' && saysSo(state.savedAt));
    if (shown.get().is === 'failed') catchUp();
    else timer ??= setTimeout(catchUp, BEHIND_MS);
  }

  return {
    shown,
    isTrue,
    follow() {
      heard();
      const stop = saving.subscribe(heard);
      return () => {
        clearTimeout(timer);
        timer = undefined;
        stop();
      };
    },
  };
}
