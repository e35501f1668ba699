import { fail, ok, type Failure, type Result } from '../../../src/base/result.ts';
import type { Client } from '../../../src/ipc/client.ts';
import type { CallName, CallOutput, EventName } from '../../../src/ipc/contract.ts';
import { defaultSettings } from '../../../src/settings/schema.ts';
import { applyChange, type StoryChange } from '../../../src/story/change.ts';
import { createStory } from '../../../src/story/create.ts';
import type { Story } from '../../../src/story/schema.ts';

/** A disk in memory that keeps the host's promises: numbers in order, a number twice without effect. */
export interface Newsroom {
  host: Client;
  /** The story as the disk has it. */
  onDisk: (id: string) => Story;
  /** Every change that reached the disk, with its number. */
  written: { id: string; seq: number; change: StoryChange }[];
  /** The calls that were made, in order. */
  calls: CallName[];
  /** From now on changes are refused with this failure, or taken again where it is null. */
  refuse: (failure: Failure | null) => void;
  /** From now on changes are written, but the answer is lost. */
  loseAnswers: (isLost: boolean) => void;
  /** From now on changes stay unanswered until `answer`. */
  hold: () => void;
  answer: () => void;
  /** Renditions that are still to be made of this picture. */
  lacksCopiesOf: (media: string) => void;
  /** Someone else wrote to the story. */
  countOn: (id: string, by: number) => void;
  /** The host says something unasked. */
  say: (event: EventName) => void;
}

const AT = '2025-06-12T10:31:07.000+07:00';

export function newsroom(...stories: Story[]): Newsroom {
  const drafts = new Map(stories.map((story) => [story.id, { story, seq: 0 }]));
  const heard = new Map<string, Set<(data: never) => void>>();
  const room = {
    refusal: null as Failure | null,
    isLost: false,
    held: null as (() => void)[] | null,
    media: null as string | null,
  };
  const written: Newsroom['written'] = [];
  const calls: CallName[] = [];

  const draft = (id: string) => {
    const found = drafts.get(id);
    if (!found) throw new Error(`no story ${id}`);
    return found;
  };
  const summary = ({ id, headline, language, updatedAt }: Story) => ({ id, headline, language, words: 0, updatedAt });

  async function change({
    id,
    seq,
    change: made,
  }: {
    id: string;
    seq: number;
    change: StoryChange;
  }): Promise<Result<unknown>> {
    if (room.held) await new Promise<void>((go) => room.held?.push(go));
    if (room.refusal) return { ok: false, failure: room.refusal };
    const kept = draft(id);
    if (seq > kept.seq + 1) return fail('drafts.out-of-step', 'too high');
    if (seq === kept.seq + 1) {
      kept.seq = seq;
      kept.story = applyChange(kept.story, made);
      written.push({ id, seq, change: made });
    }
    return room.isLost ? fail('ipc.unreachable', 'no answer') : ok({ seq: kept.seq, savedAt: AT });
  }

  const answers: Partial<Record<CallName, (input: never) => Result<unknown> | Promise<Result<unknown>>>> = {
    'app.start': () =>
      ok({ language: 'en', settings: defaultSettings, dataFolder: '/home', version: '0', templates: [], notices: [] }),
    'app.settings': () => ok(defaultSettings),
    'app.ready-to-leave': () => ok(null),
    'app.stay': () => ok(null),
    'stories.list': () => ok([...drafts.values()].map(({ story }) => summary(story))),
    'stories.create': ({ language }: { language: string }) => {
      const story = createStory({ language });
      drafts.set(story.id, { story, seq: 0 });
      return ok(summary(story));
    },
    'stories.open': ({ id }: { id: string }) =>
      drafts.has(id) ? ok({ ...draft(id), savedAt: AT, notices: [] }) : fail('drafts.missing', 'gone'),
    'stories.change': change,
    'stories.close': () => ok(null),
    'export.story': () => ok({ path: '/out/story' }),
    'media.renditions': () =>
      ok(room.media === null ? [] : [{ media: room.media, key: 'w64.jpg', type: 'image/jpeg', width: 64, height: 48 }]),
    'export.act': () => ok(null),
    'sites.act': () => ok({}),
    'merge.act': () => ok({}),
  };

  return {
    host: {
      async call<N extends CallName>(name: N, input?: unknown) {
        calls.push(name);
        const answer = answers[name];
        if (!answer) throw new Error(`${name} is not part of this newsroom`);
        return (await answer(input as never)) as Result<CallOutput<N>>;
      },
      listen(name, told) {
        const listeners = heard.get(name) ?? new Set();
        heard.set(name, listeners.add(told));
        return () => listeners.delete(told);
      },
    },
    onDisk: (id) => draft(id).story,
    written,
    calls,
    refuse: (failure) => {
      room.refusal = failure;
    },
    loseAnswers: (isLost) => {
      room.isLost = isLost;
    },
    hold: () => {
      room.held = [];
    },
    answer: () => {
      const waiting = room.held ?? [];
      room.held = null;
      for (const go of waiting) go();
    },
    lacksCopiesOf: (media) => {
      room.media = media;
    },
    countOn: (id, by) => {
      draft(id).seq += by;
    },
    say: (event) => {
      for (const told of heard.get(event) ?? []) told(null as never);
    },
  };
}

/** A thread that never answers. */
export const noWorker = (): { postMessage: () => void; addEventListener: () => void } => ({
  postMessage: () => undefined,
  addEventListener: () => undefined,
});
