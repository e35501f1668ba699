import { createStore, type Store } from './store.ts';

/** Work on many photos that the reporter sees going on and can stop. */
export interface Progress {
  /** What is done: photos come in, or are made ready to leave. */
  what: 'photos-in' | 'photos-out';
  done: number;
  total: number;
  /** Leaves the rest undone. */
  stop: () => void;
}

export interface ProgressStore {
  readonly shown: Store<Progress | null>;
  /** Begins; `step` says that one more is done, `end` that nothing is left. `signal` says that it was stopped. */
  begin: (what: Progress['what'], total: number) => { step: () => void; end: () => void; signal: AbortSignal };
}

export function createProgress(): ProgressStore {
  const shown = createStore<Progress | null>(null);
  return {
    shown,
    begin(what, total) {
      const stopping = new AbortController();
      let now: Progress = { what, done: 0, total, stop: () => stopping.abort() };
      shown.set(now);
      return {
        signal: stopping.signal,
        step() {
          now = { ...now, done: now.done + 1 };
          shown.set(now);
        },
        end() {
          if (shown.get() === now) shown.set(null);
        },
      };
    },
  };
}
