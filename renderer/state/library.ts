import type { StorySummary } from '../../src/ipc/calls/stories.ts';
import type { Client } from '../../src/ipc/client.ts';
import type { Notices } from './notices.ts';
import { createStore, type Store } from './store.ts';

/** Two refreshes are at least this far apart, in milliseconds: each saved keystroke changes the list a little. */
const APART_MS = 500;

/** The stories of this computer, last changed first. */
export interface Library {
  /** Those that are not in the bin. */
  readonly stories: Store<readonly StorySummary[]>;
  /** Those that are. */
  readonly binned: Store<readonly StorySummary[]>;
  /** Asks the host for the list. */
  refresh: () => Promise<readonly StorySummary[]>;
  /** What the window knows before the host's list does: how a story is called now. */
  know: (known: Pick<StorySummary, 'id' | 'headline' | 'language'>) => void;
  /** Rows as the host has them now, whichever list they belong to. */
  take: (rows: readonly StorySummary[]) => void;
}

export function createLibrary(host: Client, notices: Notices): Library {
  const stories = createStore<readonly StorySummary[]>([]);
  const binned = createStore<readonly StorySummary[]>([]);
  let timer: ReturnType<typeof setTimeout> | null = null;

  async function refresh(): Promise<readonly StorySummary[]> {
    const [here, bin] = await Promise.all([host.call('stories.list'), host.call('stories.list', { isBinned: true })]);
    if (here.ok) stories.set(here.value);
    else notices.tell('failure', here.failure);
    if (bin.ok) binned.set(bin.value);
    return stories.get();
  }
  function take(rows: readonly StorySummary[]): void {
    stories.set(withRows(stories.get(), rows, ({ binnedAt }) => binnedAt === null));
    binned.set(withRows(binned.get(), rows, ({ binnedAt }) => binnedAt !== null));
  }

  host.listen('stories.changed', (rows) => {
    if (rows) {
      take(rows);
      return;
    }
    timer ??= setTimeout(() => {
      timer = null;
      void refresh();
    }, APART_MS);
  });
  return {
    stories,
    binned,
    refresh,
    know(known) {
      stories.set(stories.get().map((story) => (story.id === known.id ? { ...story, ...known } : story)));
    },
    take,
  };
}

/** The list with these rows as they are now, those that belong in it, last changed first; the same list where nothing changed. */
function withRows(
  list: readonly StorySummary[],
  rows: readonly StorySummary[],
  belongs: (row: StorySummary) => boolean,
): readonly StorySummary[] {
  const ids = new Set(rows.map(({ id }) => id));
  const come = rows.filter(belongs);
  const others = list.filter(({ id }) => !ids.has(id));
  if (come.length === 0 && others.length === list.length) return list;
  const result = [...others];
  for (const row of come) {
    const at = Date.parse(row.updatedAt);
    // Mostly the newest of all, and so the first.
    const place = result.findIndex(({ updatedAt }) => Date.parse(updatedAt) <= at);
    result.splice(place < 0 ? result.length : place, 0, row);
  }
  return result;
}
