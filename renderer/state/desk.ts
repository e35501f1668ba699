import { fail, ok, type Failure, type Result } from '../../src/base/result.ts';
import type { Client } from '../../src/ipc/client.ts';
import type { Offer } from '../../src/ipc/calls/merge.ts';
import type { CallInput, CallOutput } from '../../src/ipc/contract.ts';
import type { Caret } from '../../src/story/caret.ts';
import type { ForeignArticle } from '../../src/ipc/calls/import.ts';
import { isEmptyStory } from './fields.ts';
import { keepArticle, readArticles } from './import-articles.ts';
import type { KeptVersion } from '../../src/versions/index.ts';
import type { Library } from './library.ts';
import type { Notices } from './notices.ts';
import { readyRenditions } from '../pictures/ready.ts';
import type { Preferences } from './preferences.ts';
import type { ProgressStore } from './progress.ts';
import { createSession, type Session } from './session.ts';
import { createStore, type Store } from './store.ts';

/**
 * What lies on the desk: nothing yet, nothing at all, or one open story. `isNew` asks for the caret in its headline,
 * `caret` for it where it was; while it `isHeld` the page takes no keys, since it is about to be another.
 */
export type DeskState =
  | { is: 'starting' }
  | { is: 'empty' }
  | { is: 'open'; session: Session; isNew: boolean; caret?: Caret | null; isHeld?: boolean };

/** Asks the host for another state of the open story, whose last change is `seq`; null where there is nothing to say. */
type Replacing = (
  seq: number,
) => Promise<Result<Pick<CallOutput<'stories.open'>, 'story' | 'seq' | 'savedAt'> & { version: KeptVersion }> | null>;

/** Opens, changes over and closes stories; nothing leaves the desk before the disk has it. */
export interface Desk {
  readonly state: Store<DeskState>;
  /** Opens the last story, or the newest. */
  begin: () => Promise<void>;
  /** Opens a story in place of the open one. Stays where it is, and says why, where that fails. */
  open: (id: string) => Promise<void>;
  /** Begins a new story in this language; empty, or as a template or another story (`from`) has it. */
  create: (language: string, from?: string) => Promise<void>;
  /** Leaves the open story if it is one of these, for the newest of the others. False where its text is not safe yet, and it stays. */
  leave: (ids: readonly string[]) => Promise<boolean>;
  /** Exports the open story as it stands on the page. */
  export: (as: CallInput<'export.story'>['as']) => Promise<void>;
  /** The same with the format's options; answers where it went (null: the person changed their mind), or what went wrong. */
  exportWith: (
    as: CallInput<'export.story'>['as'],
    options: CallInput<'export.story'>['options'],
    /** Where a package goes without being asked for a place. */
    to?: CallInput<'export.story'>['to'],
  ) => Promise<Result<{ path: string | null }>>;
  /** Ends the export that is going on: it fails with `export.stopped`, and leaves nothing. */
  stopExport: () => void;
  /** Keeps the open story as a version, with a name where one is given; the status line says so. True where there is one. */
  keepVersion: (label?: string) => Promise<boolean>;
  /** Makes the open story what it was in a version, and shows it. What it was until then is a version too. */
  restore: (hash: string) => Promise<boolean>;
  /** Makes the open story, if it is this one, what `work` makes of it, and shows it. False where it is as it was, and says why. */
  replace: (id: string, work: Replacing) => Promise<boolean>;
  /** Whether this story is the open one, and the disk has all of it. */
  settled: (id: string) => Promise<boolean>;
  /** Writes the open story as it stands on the page to a file elsewhere, whether or not the disk takes its changes. */
  saveCopy: () => Promise<void>;
  /** Takes in .story packages (this one of the shared desk), and opens the first. Answers copies of stories that are here already. */
  takeIn: (file?: string) => Promise<readonly Offer[]>;
  /**
   * Imports articles: each becomes a story, the last one in the open story where that is empty still. Without files the host
   * asks for them.
   */
  import: (files?: readonly File[]) => Promise<void>;
  /** An article that was read and waits for its story's page, which takes it in. */
  readonly arrivals: Store<Arrival | null>;
}

/** An article for a story that is open, or about to be. */
export interface Arrival {
  story: string;
  read: ForeignArticle;
}

export function createDesk(
  host: Client,
  library: Library,
  notices: Notices,
  preferences: Preferences,
  progress: ProgressStore,
): Desk {
  const state = createStore<DeskState>({ is: 'starting' });
  const arrivals = createStore<Arrival | null>(null);
  let exporting: AbortController | null = null;
  // One after the other: two clicks in the list must not open two stories over each other.
  let queue: Promise<void> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = queue.then(work);
    queue = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  };

  const openSession = (): Session | null => {
    const now = state.get();
    return now.is === 'open' ? now.session : null;
  };

  /** Where the caret was left: moved to after the last change, or where that was made. */
  function caretOf({ story, seq, caret }: CallOutput<'stories.open'>): Caret | null {
    const { lastCaret } = preferences.settings.get();
    return lastCaret?.story === story.id && lastCaret.seq === seq ? lastCaret.caret : caret;
  }

  async function show(id: string, isNew: boolean, isBack = false): Promise<void> {
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
    const caret = isBack ? caretOf(opened.value) : null;
    state.set({ is: 'open', session: createSession(host, opened.value), isNew, caret });
    preferences.choose({ lastStory: id });
    if (leaving) {
      leaving.end();
      const { headline, language } = leaving.fields.get();
      library.know({ id: leaving.opened.id, headline, language });
      // The answer changes nothing for the reporter: an unfolded log is folded when the story is next opened.
      void host.call('stories.close', { id: leaving.opened.id });
    }
  }

  async function keepVersion(label?: string): Promise<boolean> {
    const session = openSession();
    if (!session) return false;
    if (!(await session.settled())) {
      notices.tell('failure', { code: 'window.version-unsaved' });
      return false;
    }
    const kind = label === undefined ? 'saved' : 'named';
    const answer = await host.call('versions.act', { act: 'make', id: session.opened.id, kind, label });
    if (answer.ok) session.kept.set(answer.value);
    else notices.tell('failure', answer.failure);
    return answer.ok;
  }

  async function replace(wanted: string, work: Replacing): Promise<boolean> {
    const leaving = openSession();
    if (leaving?.opened.id !== wanted) return false;
    // From here on no key reaches the page: what is typed into a story that is about to be replaced would be lost.
    state.set({ is: 'open', session: leaving, isNew: false, isHeld: true });
    const stay = (failure: Failure | null): false => {
      if (failure) notices.tell('failure', failure);
      state.set({ is: 'open', session: leaving, isNew: false });
      return false;
    };
    if (!(await leaving.settled())) return stay({ code: 'window.version-unsaved', detail: '' });
    const answer = await work(leaving.saving.get().seq);
    if (!answer?.ok) return stay(answer?.failure ?? null);
    const session = createSession(host, answer.value);
    state.set({ is: 'open', session, isNew: false });
    leaving.end();
    session.kept.set({ version: answer.value.version, isNew: true });
    return true;
  }

  async function restore(hash: string): Promise<boolean> {
    const id = openSession()?.opened.id;
    if (id === undefined) return false;
    return replace(id, async (seq) => {
      const answer = await host.call('versions.act', { act: 'restore', id, hash, seq });
      if (!answer.ok) return answer;
      const { restored, version } = answer.value;
      return restored && { ok: true, value: { ...restored, version } };
    });
  }

  async function saveCopy(): Promise<void> {
    const session = openSession();
    if (!session) return;
    session.flush();
    const { id } = session.opened;
    const answer = await host.call('export.story', { id, as: 'story', story: session.current() });
    if (!answer.ok) return notices.tell('failure', answer.failure);
    const { path, without = 0 } = answer.value;
    if (path === null) return;
    if (without > 0) notices.tell('warning', { code: 'window.copied-without', about: { path, count: without } });
    else notices.tell('done', { code: 'window.copied', about: { path } });
  }

  async function importAll(files?: readonly File[]): Promise<void> {
    const { articles, stories, failures } = await readArticles(host, files);
    for (const failure of failures) notices.tell('failure', failure);
    const last = articles.pop();
    for (const article of articles) {
      const kept = await keepArticle(host, article, preferences.language.get());
      if (kept.ok) stories.push(kept.value);
      else notices.tell('failure', kept.failure);
    }
    if (articles.length > 0) notices.tell('done', { code: 'window.imported', about: { count: articles.length + 1 } });
    if (articles.length + stories.length > 0) await library.refresh();
    if (last) await showArticle(last);
    else if (stories[0] !== undefined) await show(stories[0], false);
  }

  /** Into the open story where nothing is written in it yet, else into a new one. */
  async function showArticle(read: ForeignArticle): Promise<void> {
    const session = openSession();
    session?.flush();
    let story = session && isEmptyStory(session.current()) ? session.opened.id : null;
    if (story === null) {
      const created = await host.call('stories.create', {
        language: session?.fields.get().language ?? preferences.language.get(),
      });
      if (!created.ok) {
        notices.tell('failure', created.failure);
        return;
      }
      story = created.value.id;
      await library.refresh();
      await show(story, false);
    }
    arrivals.set({ story, read });
  }

  async function exportOpen(
    as: CallInput<'export.story'>['as'],
    options: CallInput<'export.story'>['options'],
    to?: CallInput<'export.story'>['to'],
  ): Promise<Result<{ path: string | null }>> {
    const session = openSession();
    if (!session) return ok({ path: null });
    if (!(await session.settled())) return fail('window.export-unsaved', 'the last changes are not on the disk');
    const { signal } = (exporting = new AbortController());
    if (as !== 'story' && as !== 'record-html' && as !== 'record-json') {
      const ready = await readyRenditions(host, session.opened.id, progress, signal);
      if (!ready.ok && ready.failure.code === 'export.stopped') return ready;
      // Without them the originals leave; the host holds back those of which a part alone may be seen.
      if (!ready.ok) notices.tell('warning', ready.failure);
    }
    return host.call('export.story', { id: session.opened.id, as, to, options });
  }

  return {
    state,
    keepVersion: (label) => inTurn(() => keepVersion(label)),
    restore: (hash) => inTurn(() => restore(hash)),
    replace: (id, work) => inTurn(() => replace(id, work)),
    async settled(id) {
      const session = openSession();
      return session?.opened.id === id && session.settled();
    },
    // Out of turn: it is wanted most when saving does not get on.
    saveCopy,
    arrivals,
    import: (files) => inTurn(() => importAll(files)),
    begin: () =>
      inTurn(async () => {
        const stories = await library.refresh();
        const { lastStory } = preferences.settings.get();
        const first = stories.find(({ id }) => id === lastStory) ?? stories[0];
        if (first) await show(first.id, false, first.id === lastStory);
        else state.set({ is: 'empty' });
      }),
    open: (id) => inTurn(() => show(id, false)),
    create: (language, from) =>
      inTurn(async () => {
        const created = await host.call('stories.create', from === undefined ? { language } : { language, from });
        if (!created.ok) {
          notices.tell('failure', created.failure);
          return;
        }
        await library.refresh();
        await show(created.value.id, true);
      }),
    async leave(ids) {
      let isLeft = true;
      await inTurn(async () => {
        const session = openSession();
        if (!session || !ids.includes(session.opened.id)) return;
        const next = library.stories.get().find(({ id }) => !ids.includes(id));
        if (next) await show(next.id, false);
        else if (await session.settled()) {
          session.end();
          state.set({ is: 'empty' });
          void host.call('stories.close', { id: session.opened.id });
        } else notices.tell('failure', { code: 'window.still-unsaved' });
        isLeft = openSession() !== session;
      });
      return isLeft;
    },
    stopExport() {
      exporting?.abort();
      void host.call('export.act', { do: 'stop' });
    },
    exportWith: async (as, options, to) => {
      let answer: Result<{ path: string | null }> = ok({ path: null });
      await inTurn(async () => {
        answer = await exportOpen(as, options, to);
      });
      return answer;
    },
    export: (as) =>
      inTurn(async () => {
        const answer = await exportOpen(as, undefined);
        if (!answer.ok) notices.tell('failure', answer.failure);
        else if (answer.value.path !== null)
          notices.tell('done', { code: 'window.exported', about: { path: answer.value.path } });
      }),
    takeIn: (file) =>
      inTurn(async () => {
        const answer = await host.call('import.package', file === undefined ? undefined : { file });
        if (!answer.ok) {
          notices.tell('failure', answer.failure);
          return [];
        }
        for (const failure of answer.value.failures) notices.tell('failure', failure);
        const { stories, returned } = answer.value;
        const [first] = stories;
        if (first === undefined) return returned;
        notices.tell('done', { code: 'window.imported', about: { count: stories.length } });
        await library.refresh();
        await show(first, false);
        return returned;
      }),
  };
}
