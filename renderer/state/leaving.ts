import type { Client } from '../../src/ipc/client.ts';
import type { Desk } from './desk.ts';
import { createStore, type Store } from './store.ts';

/**
 * The way out of the window: `no`, `saving` what is left, or `asking` because the disk refused it.
 * While asking, the window stays: only the reporter can decide to lose text.
 */
export type LeavingState = 'no' | 'saving' | 'asking';

export interface Leaving {
  readonly state: Store<LeavingState>;
  /** The reporter stays; saving is tried again as before. */
  stay: () => void;
  /** The reporter goes without the last changes. */
  leave: () => void;
}

/** Answers the host's `app.leaving`: sends what is unsaved and lets the window go once the disk has it. */
export function createLeaving(host: Client, desk: Desk): Leaving {
  const state = createStore<LeavingState>('no');
  const go = (): void => void host.call('app.ready-to-leave');

  host.listen('app.leaving', () => {
    const now = desk.state.get();
    if (now.is !== 'open') {
      go();
      return;
    }
    state.set('saving');
    void now.session.settled().then((isSaved) => {
      if (isSaved) {
        go();
        return;
      }
      state.set('asking');
      void host.call('app.stay');
    });
  });

  return {
    state,
    stay() {
      state.set('no');
    },
    leave: go,
  };
}
