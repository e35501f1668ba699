import { now } from '../../src/base/dates.ts';
import { newId } from '../../src/base/ids.ts';
import type { Client } from '../../src/ipc/client.ts';
import type { Offer } from '../../src/ipc/calls/merge.ts';
import type { CallOutput } from '../../src/ipc/contract.ts';
import { initialsOf } from '../../src/settings/person.ts';
import type { Deed } from '../../src/story/review.ts';
import type { Story } from '../../src/story/schema.ts';
import type { MergeAnswer, MergeJob } from '../merge/messages.ts';
import { meOf } from '../review/me.ts';
import type { Desk } from './desk.ts';
import type { Library } from './library.ts';
import type { Notices } from './notices.ts';
import type { Preferences } from './preferences.ts';
import { rememberRead } from './read-mark.ts';
import { createStore, type Store } from './store.ts';

type About = Pick<NonNullable<CallOutput<'merge.act'>['compared']>, 'by' | 'at' | 'missing'>;

/** A returned copy on its way: being read, without a version in common, or ready to be looked at. */
export type MergeState =
  | { is: 'reading'; offer: Offer }
  | { is: 'strange'; offer: Offer; about: About }
  | { is: 'ready'; offer: Offer; about: About; answer: MergeAnswer; mine: Story };

/** The copy of a double click comes with the window: the last story is opened before it, not over it. */
function begun({ state }: Desk): Promise<void> {
  return new Promise((done) => {
    const stop = state.subscribe(look);
    function look(): void {
      if (state.get().is === 'starting') return;
      stop();
      done();
    }
    look();
  });
}

/** What becomes of copies of stories that are here already, one after the other. */
export interface Merging {
  readonly state: Store<MergeState | null>;
  /** Takes in .story packages that the host asks for, or this one of the shared desk, and what must be merged of them. */
  takeIn: (file?: string) => Promise<void>;
  /** Takes up copies; the first is shown when its story is open. */
  offer: (offers: readonly Offer[]) => void;
  /** Makes the story what was shown; or lets it be, with what was shown as suggestions of the copy's author. */
  accept: (as?: 'text' | 'suggestions') => Promise<void>;
  /** Keeps the copy as a story of its own, and opens it. */
  separate: () => Promise<void>;
  /** Lets the copy be. */
  cancel: () => Promise<void>;
}

interface Parts {
  host: Client;
  desk: Desk;
  library: Library;
  notices: Notices;
  preferences: Preferences;
  merge: (job: MergeJob) => Promise<MergeAnswer>;
}

export function createMerging({ host, desk, library, notices, preferences, merge }: Parts): Merging {
  const state = createStore<MergeState | null>(null);
  const waiting: Offer[] = [];
  let isDeciding = false;

  function done(): void {
    state.set(null);
    const next = waiting.shift();
    if (next) void show(next);
  }

  /** Lays a copy before the person, over its story. */
  async function show(offer: Offer): Promise<void> {
    state.set({ is: 'reading', offer });
    await begun(desk);
    await desk.open(offer.id);
    if (!(await desk.settled(offer.id))) {
      notices.tell('failure', { code: 'window.merge-unsaved' });
      await host.call('merge.act', { act: 'drop', token: offer.token });
      return done();
    }
    const asked = await host.call('merge.act', { act: 'compare', token: offer.token });
    if (!asked.ok || !asked.value.compared) {
      if (!asked.ok) notices.tell('failure', asked.failure);
      return done();
    }
    const { base, mine, theirs, ...about } = asked.value.compared;
    if (!base) return state.set({ is: 'strange', offer, about });
    try {
      const answer = await merge({ base, mine, theirs });
      if (state.get()?.offer === offer) state.set({ is: 'ready', offer, about, answer, mine });
    } catch {
      // Nothing was touched; the copy can still be kept beside.
      notices.tell('failure', { code: 'window.merge-failed' });
      state.set({ is: 'strange', offer, about });
    }
  }

  /** One decision at a time: a second click must not decide the next copy. */
  async function decide(work: (now: MergeState) => Promise<boolean>): Promise<void> {
    const now = state.get();
    if (!now || isDeciding) return;
    isDeciding = true;
    try {
      if (await work(now)) done();
    } finally {
      isDeciding = false;
    }
  }

  /** The merged story with that in its record: whose copy, and what came as suggestions. */
  function recorded(story: Story, what: string, suggested: readonly Deed[]): Story {
    const { id: by, colleague } = meOf(preferences);
    const merged: Deed = { id: newId(12), at: now(), by, did: 'merged', what };
    const record = [...(story.record ?? []), ...suggested, merged];
    return { ...story, people: { ...story.people, [by]: colleague }, record };
  }

  function offer(offers: readonly Offer[]): void {
    waiting.push(...offers);
    if (!state.get()) done();
  }

  return {
    state,
    offer,
    takeIn: async (file) => offer(await desk.takeIn(file)),
    accept: (as = 'text') =>
      decide(async (now) => {
        if (now.is !== 'ready') return false;
        const { offer, answer, about, mine } = now;
        const who = { name: about.by, initials: initialsOf({ name: about.by, initials: '' }), colour: 'ochre' };
        const { story: merged, flags } = answer;
        const { clashesOffered, offered, suggestedDeeds } = await import('../../src/review/index.ts');
        const taken =
          as === 'text' ? clashesOffered(mine, merged, flags, who, about.at) : offered(mine, merged, who, about.at);
        const story = recorded(taken, who.name, suggestedDeeds(taken));
        await rememberRead({ host, notices, preferences }, offer.id, true);
        const isIn = await desk.replace(offer.id, async (seq) => {
          const { token } = offer;
          const acted = await host.call('merge.act', { act: 'accept', token, seq, story });
          return acted.ok && acted.value.merged ? { ok: true, value: acted.value.merged } : acted.ok ? null : acted;
        });
        if (isIn) notices.tell('done', { code: 'window.merged', about: { file: offer.file } });
        return isIn;
      }),
    separate: () =>
      decide(async ({ offer }) => {
        const acted = await host.call('merge.act', { act: 'separate', token: offer.token });
        if (!acted.ok) {
          notices.tell('failure', acted.failure);
          return false;
        }
        await library.refresh();
        if (acted.value.id !== null) await desk.open(acted.value.id);
        return true;
      }),
    cancel: () =>
      decide(async ({ offer }) => {
        const acted = await host.call('merge.act', { act: 'drop', token: offer.token });
        if (!acted.ok) notices.tell('failure', acted.failure);
        return true;
      }),
  };
}
