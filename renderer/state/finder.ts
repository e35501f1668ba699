import type { Snippet, StorySummary } from '../../src/ipc/calls/stories.ts';
import type { Client } from '../../src/ipc/client.ts';
import type { Library } from './library.ts';
import type { Notices } from './notices.ts';
import { createStore, type Store } from './store.ts';

/** By what the list is ordered; `match` is how well a story fits what is looked for, and counts only while something is. */
export const SORTS = ['changed', 'created', 'headline', 'words'] as const;
export type Sort = (typeof SORTS)[number];

/** Since when a story must have been changed: today, within seven days, within thirty. */
export const SINCES = ['today', 'week', 'month'] as const;

/** Which stories are shown. Null and false let all through. */
export interface Filters {
  state: StorySummary['state'] | null;
  section: string | null;
  language: string | null;
  author: string | null;
  since: (typeof SINCES)[number] | null;
  hasComments: boolean;
  /** Only those whose turn this person (a name) is. */
  isFor: string | null;
  /** Only those that must be done by the end of today. */
  isDueToday: boolean;
}

export const noFilters: Filters = {
  state: null,
  section: null,
  language: null,
  author: null,
  since: null,
  hasComments: false,
  isFor: null,
  isDueToday: false,
};

/** What is looked for, and the stories that have it, the best first; null while nothing is looked for. */
export interface Search {
  text: string;
  ids: readonly string[] | null;
}

/** How the person looks through the stories: search, filters, order, and whether in the bin. Lasts as long as the window. */
export interface Finder {
  readonly search: Store<Search>;
  readonly filters: Store<Filters>;
  /** Null: by how well they match while something is looked for, else by the last change. */
  readonly sort: Store<Sort | null>;
  readonly isInBin: Store<boolean>;
  /** Where what is looked for stands in a story, by id; for the present search only. */
  readonly snippets: Store<ReadonlyMap<string, Snippet>>;
  /** Somebody wants to search: the field takes the focus, and sets it back. */
  readonly isWanted: Store<boolean>;
  look: (text: string) => void;
  /** These stories are in sight. */
  show: (ids: readonly string[]) => void;
}

/** How long after a change of the stories a search is made again, in milliseconds. */
const AGAIN_MS = 1000;

export function createFinder(host: Client, library: Library, notices: Notices): Finder {
  const search = createStore<Search>({ text: '', ids: null });
  const snippets = createStore<ReadonlyMap<string, Snippet>>(new Map());
  const asked = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  async function find(text: string): Promise<void> {
    const answer = await host.call('stories.find', { text: text.slice(0, 500) });
    // An answer to what was typed before is no answer any more.
    if (search.get().text !== text) return;
    if (!answer.ok) {
      notices.tell('failure', answer.failure);
      return;
    }
    asked.clear();
    snippets.set(new Map());
    search.set({ text, ids: answer.value.ids });
  }

  library.stories.subscribe(() => {
    if (search.get().text.trim() === '') return;
    timer ??= setTimeout(() => {
      timer = null;
      const { text } = search.get();
      if (text.trim() !== '') void find(text);
    }, AGAIN_MS);
  });

  return {
    search,
    filters: createStore(noFilters),
    sort: createStore<Sort | null>(null),
    isInBin: createStore(false),
    snippets,
    isWanted: createStore(false),
    look(text) {
      const isAsking = text.trim() !== '';
      // What was found before stays in sight until the answer is here: a list that blinks cannot be read.
      search.set({ text, ids: isAsking ? search.get().ids : null });
      if (isAsking) void find(text);
    },
    show(ids) {
      const { text, ids: found } = search.get();
      const unknown = ids.filter((id) => !asked.has(id)).slice(0, 100);
      if (!found || unknown.length === 0) return;
      for (const id of unknown) asked.add(id);
      void host.call('stories.find', { text: text.slice(0, 500), show: unknown }).then((answer) => {
        if (!answer.ok || search.get().text !== text) return;
        snippets.set(
          new Map([...snippets.get(), ...answer.value.snippets.map((snippet) => [snippet.id, snippet] as const)]),
        );
      });
    },
  };
}
