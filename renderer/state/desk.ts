import type { Client } from '../../src/ipc/client.ts';
import type { CallInput } from '../../src/ipc/contract.ts';
import type { Library } from './library.ts';
import type { Notices } from './notices.ts';
import type { Preferences } from './preferences.ts';
import { createSession, type Session } from './session.ts';
import { createStore, type Store } from './store.ts';

/** What lies on the desk: nothing yet, nothing at all, or one open story. `isNew` asks for the caret in its headline. */
export type DeskState = { is: 'starting' } | { is: 'empty' } | { is: 'open'; session: Session; isNew: boolean };

/** Opens, changes over and closes stories; nothing leaves the desk before the disk has it. */
export interface Desk {
  readonly state: Store<DeskState>;
  /** Opens the last story, or the newest. */
  begin: () => Promise<void>;
  /** Opens a story in place of the open one. Stays where it is, and says why, where that fails. */
  open: (id: string) => Promise<void>;
  /** Begins a new story in this language. */
  create: (language: string) => Promise<void>;
  /** Exports the open story as it stands on the page. */
  export: (as: CallInput<'export.story'>['as']) => Promise<void>;
  /** Takes in .story packages, and opens the first. */
  takeIn: () => Promise<void>;
}

export function createDesk(host: Client, library: Library, notices: Notices, preferences: Preferences): Desk {
  const state = createStore<DeskState>({ is: 'starting' });
  // One after the other: two clicks in the list must not open two stories over each other.
  let queue: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => (queue = queue.then(work, work));

  const openSession = (): Session | null => {
    const now = state.get();
    return now.is === 'open' ? now.session : null;
  };

  async function show(id: string, isNew: boolean): Promise<void> {
    const leaving = openSession();
    if (leaving?.opened.id === id) return;
    if (leaving && !(await leaving.settled())) {
      notices.tell('failure', { code: 'window.still-unsaved' });
      return;
    }
    const opened = await host.call('stories.open', { id });
    if (!opened.ok) {
      notices.tell('failure', opened.failure);
      if (!leaving) state.set({ is: 'empty' });
      return;
    }
    // Keys that fell while the other story was read.
    if (leaving && !(await leaving.settled())) {
      notices.tell('failure', { code: 'window.still-unsaved' });
      return;
    }
    for (const notice of opened.value.notices) notices.tell('failure', notice);
    state.set({ is: 'open', session: createSession(host, opened.value), isNew });
    preferences.choose({ lastStory: id });
    if (leaving) {
      leaving.end();
      const { headline, language } = leaving.fields.get();
      library.know({ id: leaving.opened.id, headline, language });
      // The answer changes nothing for the reporter: an unfolded log is folded when the story is next opened.
      void host.call('stories.close', { id: leaving.opened.id });
    }
  }

  return {
    state,
    begin: () =>
      inTurn(async () => {
        const stories = await library.refresh();
        const { lastStory } = preferences.settings.get();
        const first = stories.find(({ id }) => id === lastStory) ?? stories[0];
        if (first) await show(first.id, false);
        else state.set({ is: 'empty' });
      }),
    open: (id) => inTurn(() => show(id, false)),
    create: (language) =>
      inTurn(async () => {
        const created = await host.call('stories.create', { language });
        if (!created.ok) {
          notices.tell('failure', created.failure);
          return;
        }
        await library.refresh();
        await show(created.value.id, true);
      }),
    export: (as) =>
      inTurn(async () => {
        const session = openSession();
        if (!session) return;
        if (!(await session.settled())) {
          notices.tell('failure', { code: 'window.export-unsaved' });
          return;
        }
        const answer = await host.call('export.story', { id: session.opened.id, as });
        if (!answer.ok) notices.tell('failure', answer.failure);
        else if (answer.value.path !== null)
          notices.tell('done', { code: 'window.exported', about: { path: answer.value.path } });
      }),
    takeIn: () =>
      inTurn(async () => {
        const answer = await host.call('import.package');
        if (!answer.ok) {
          notices.tell('failure', answer.failure);
          return;
        }
        for (const failure of answer.value.failures) notices.tell('failure', failure);
        const [first] = answer.value.stories;
        if (first === undefined) return;
        notices.tell('done', { code: 'window.imported', about: { count: answer.value.stories.length } });
        await library.refresh();
        await show(first, false);
      }),
  };
}
