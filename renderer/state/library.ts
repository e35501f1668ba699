import type { StorySummary } from '../../src/ipc/calls/stories.ts';
import type { Client } from '../../src/ipc/client.ts';
import type { Notices } from './notices.ts';
import { createStore, type Store } from './store.ts';

/** Two refreshes are at least this far apart, in milliseconds: each saved keystroke changes the list a little. */
const APART_MS = 500;

/** The stories of this computer, last changed first. */
export interface Library {
  readonly stories: Store<readonly StorySummary[]>;
  /** Asks the host for the list. */
  refresh: () => Promise<readonly StorySummary[]>;
  /** What the window knows before the host's list does: how a story is called now. */
  know: (known: Pick<StorySummary, 'id' | 'headline' | 'language'>) => void;
}

export function createLibrary(host: Client, notices: Notices): Library {
  const stories = createStore<readonly StorySummary[]>([]);
  let timer: ReturnType<typeof setTimeout> | null = null;

  async function refresh(): Promise<readonly StorySummary[]> {
    const answer = await host.call('stories.list');
    if (answer.ok) stories.set(answer.value);
    else notices.tell('failure', answer.failure);
    return stories.get();
  }

  host.listen('stories.changed', () => {
    timer ??= setTimeout(() => {
      timer = null;
      void refresh();
    }, APART_MS);
  });
  return {
    stories,
    refresh,
    know(known) {
      stories.set(stories.get().map((story) => (story.id === known.id ? { ...story, ...known } : story)));
    },
  };
}
