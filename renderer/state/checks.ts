import type { Finding } from '../../src/check/index.ts';
import { heed } from '../../src/check/heed.ts';
import { joinChanges, type StoryChange } from '../../src/story/change.ts';
import type { Settings } from '../../src/settings/schema.ts';
import type { CheckAnswer, CheckOrder } from '../check/messages.ts';
import type { Desk } from './desk.ts';
import type { Preferences } from './preferences.ts';
import type { Session } from './session.ts';
import { createStore, type Store } from './store.ts';

/** What checks, on a thread of its own; a `Worker` is one. */
export type CheckWorker = Pick<Worker, 'postMessage' | 'addEventListener'>;

/** What the open story must be looked at for, kept up to date behind the typing. */
export interface Checks {
  /** Null until the story has been looked at for the first time. */
  readonly findings: Store<readonly Finding[] | null>;
  /** How many findings are ignored in this story. */
  readonly ignoredCount: Store<number>;
  /** Says no more of this finding in this story; an error cannot be ignored. */
  ignore: (finding: Finding) => void;
  /** Says everything again that was ignored in this story. */
  recall: () => void;
}

/** Changes are gathered for so long before the thread is told, in milliseconds: a message costs the key that it follows. */
const GATHER_MS = 200;
/** Choices are kept for so many stories, those chosen for last. */
const MOST_STORIES = 300;

/** The settings with this story's choices changed; the oldest story's go where there are too many. */
export function chooseForStory(
  settings: Settings,
  id: string,
  choice: Partial<Settings['stories'][string]>,
): Pick<Settings, 'stories'> {
  const { [id]: before, ...others } = settings.stories;
  const kept = Object.entries(others).slice(1 - MOST_STORIES);
  return { stories: { ...Object.fromEntries(kept), [id]: { ...before, ...choice } } };
}

export function createChecks(desk: Desk, preferences: Preferences, start: () => CheckWorker): Checks {
  const findings = createStore<readonly Finding[] | null>(null);
  const ignoredCount = createStore(0);
  let all: readonly Finding[] | null = null;
  let worker: CheckWorker | null = null;
  let session: Session | null = null;
  let number = 0;
  let leave = (): void => undefined;

  const ignored = (): readonly string[] =>
    session ? (preferences.settings.get().stories[session.opened.id]?.ignored ?? []) : [];
  function show(): void {
    const heeded = all && heed(all, ignored());
    ignoredCount.set((all?.length ?? 0) - (heeded?.length ?? 0));
    // The same findings are no news: a new list would render the panel, and be read out, at every pause.
    if (JSON.stringify(heeded) !== JSON.stringify(findings.get())) findings.set(heeded);
  }
  const send = (order: CheckOrder): void => worker?.postMessage(order);
  function begin(): CheckWorker {
    const started = start();
    started.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => {
      if (data.number !== number) return;
      all = data.findings;
      show();
    });
    return started;
  }
  function follow(): void {
    const state = desk.state.get();
    const now = state.is === 'open' ? state.session : null;
    if (now === session) return;
    leave();
    session = now;
    all = null;
    show();
    if (!session) return;
    if (!worker) {
      worker = begin();
      send({ is: 'house', house: preferences.settings.get().checks });
    }
    send({ is: 'story', number: ++number, story: session.current() });
    const { missing } = session;
    const tellMissing = (): void => send({ is: 'missing', media: missing.get() });
    if (missing.get().size > 0) tellMissing();
    let gathered: StoryChange | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tellChange = (): void => {
      timer = undefined;
      if (gathered) send({ is: 'change', change: gathered });
      gathered = null;
    };
    const stopHearing = session.onChange((change) => {
      gathered = gathered ? joinChanges(gathered, change) : change;
      timer ??= setTimeout(tellChange, GATHER_MS);
    });
    const ends = [stopHearing, missing.subscribe(tellMissing), () => clearTimeout(timer)];
    leave = () => {
      for (const end of ends) end();
    };
  }

  desk.state.subscribe(follow);
  let { checks: house } = preferences.settings.get();
  preferences.settings.subscribe(() => {
    const { checks } = preferences.settings.get();
    if (checks !== house) send({ is: 'house', house: (house = checks) });
    show();
  });
  follow();

  function choose(keys: readonly string[]): void {
    if (session)
      preferences.choose(chooseForStory(preferences.settings.get(), session.opened.id, { ignored: [...keys] }));
  }
  return {
    findings,
    ignoredCount,
    ignore: ({ key, level }) => {
      if (level !== 'error') choose([...new Set([...ignored(), key])]);
    },
    recall: () => choose([]),
  };
}
