import { expect, it, vi as clock } from 'vitest';
import { check, type Finding } from '../../../src/check/index.ts';
import { h, p, vi } from '../../../src/check/fixture.ts';
import { defaultSettings, type Settings } from '../../../src/settings/schema.ts';
import type { Story } from '../../../src/story/schema.ts';
import type { CheckAnswer, CheckOrder } from '../../../renderer/check/messages.ts';
import { chooseForStory, createChecks, type CheckWorker } from '../../../renderer/state/checks.ts';
import type { Desk } from '../../../renderer/state/desk.ts';
import type { Preferences } from '../../../renderer/state/preferences.ts';
import { createSession, type Session } from '../../../renderer/state/session.ts';
import { createStore } from '../../../renderer/state/store.ts';
import { newsroom } from './newsroom.ts';

const flood = (id: string): Story =>
  vi({ id, headline: 'Lũ lên', byline: { text: 'Hữu Nghĩa', people: [] } }, p('Nước xx.'), h(3, 'Cát'));

/** A thread that keeps what it is told and answers when it is asked to. */
function thread() {
  const orders: CheckOrder[] = [];
  let heard: (event: MessageEvent<CheckAnswer>) => void = () => undefined;
  const worker = {
    postMessage: (order: CheckOrder) => void orders.push(order),
    addEventListener: (_: string, listener: typeof heard) => (heard = listener),
  } as unknown as CheckWorker;
  const answer = (number: number, findings: Finding[]): void =>
    heard({ data: { number, findings } } as MessageEvent<CheckAnswer>);
  return { orders, worker, answer };
}

function room(...stories: Story[]) {
  const { host } = newsroom(...stories);
  const sessions = stories.map((story) => createSession(host, { story, seq: 0, savedAt: story.updatedAt }));
  const state = createStore<ReturnType<Desk['state']['get']>>({ is: 'empty' });
  const settings = createStore<Settings>(defaultSettings);
  const preferences = {
    settings,
    choose: (choice: Partial<Settings>) => settings.set({ ...settings.get(), ...choice }),
  } as unknown as Preferences;
  const show = (session: Session | undefined): void =>
    state.set((session ? { is: 'open', session } : { is: 'empty' }) as ReturnType<Desk['state']['get']>);
  const { orders, worker, answer } = thread();
  let started = 0;
  const checks = createChecks({ state } as unknown as Desk, preferences, () => {
    started++;
    return worker;
  });
  return { checks, sessions, show, orders, answer, settings, preferences, starts: () => started };
}

it('starts no thread before there is a story, and one for all of them', () => {
  const { sessions, show, orders, starts } = room(flood('aaaaaaaaaaaaaaaaaaaa'), flood('bbbbbbbbbbbbbbbbbbbb'));
  expect(starts()).toBe(0);
  show(sessions[0]);
  show(sessions[1]);
  expect(starts()).toBe(1);
  expect(orders.map(({ is }) => is)).toEqual(['house', 'story', 'story']);
});

it('hands on changes gathered, and only those of the story that is open', () => {
  clock.useFakeTimers();
  const { sessions, show, orders } = room(flood('aaaaaaaaaaaaaaaaaaaa'), flood('bbbbbbbbbbbbbbbbbbbb'));
  show(sessions[0]);
  sessions[0]?.setFields({ headline: 'Lũ' });
  sessions[0]?.setFields({ headline: 'Lũ rút' });
  clock.advanceTimersByTime(200);
  sessions[0]?.setFields({ headline: 'Lũ rút nhanh' });
  show(sessions[1]);
  sessions[0]?.setFields({ headline: 'Lũ rút hẳn' });
  clock.advanceTimersByTime(1000);
  clock.useRealTimers();
  expect(orders.slice(2)).toEqual([
    { is: 'change', change: { blocks: {}, fields: { headline: 'Lũ rút' } } },
    expect.objectContaining({ is: 'story' }),
  ]);
});

it('drops an answer about a story that was left', () => {
  const { checks, sessions, show, answer } = room(flood('aaaaaaaaaaaaaaaaaaaa'), flood('bbbbbbbbbbbbbbbbbbbb'));
  show(sessions[0]);
  show(sessions[1]);
  answer(1, check(flood('aaaaaaaaaaaaaaaaaaaa')));
  expect(checks.findings.get()).toBeNull();
  answer(2, []);
  expect(checks.findings.get()).toEqual([]);
  show(undefined);
  expect(checks.findings.get()).toBeNull();
});

it('keeps what is ignored with the story, never an error, and tells it again when asked', () => {
  const story = flood('aaaaaaaaaaaaaaaaaaaa');
  const { checks, sessions, show, answer, settings } = room(story);
  show(sessions[0]);
  const all = check(story);
  answer(1, all);
  for (const finding of all) checks.ignore(finding);
  expect(checks.findings.get()?.map(({ rule, level }) => `${rule} ${level}`)).toEqual(['placeholder.left error']);
  const rest = all.filter(({ level }) => level !== 'error');
  expect(rest.length).toBeGreaterThan(0);
  expect(checks.ignoredCount.get()).toBe(rest.length);
  expect(settings.get().stories[story.id]?.ignored).toEqual(rest.map(({ key }) => key));
  checks.recall();
  expect(checks.findings.get()).toEqual(all);
  expect(checks.ignoredCount.get()).toBe(0);
});

it('tells the thread when the house changes its mind, once', () => {
  const { sessions, show, orders, preferences } = room(flood('aaaaaaaaaaaaaaaaaaaa'));
  show(sessions[0]);
  const house = { levels: { 'placeholder.left': 'off' as const }, required: [] };
  preferences.choose({ checks: house });
  preferences.choose({ theme: 'dark' });
  expect(orders.slice(2)).toEqual([{ is: 'house', house }]);
});

it('remembers choices for three hundred stories, those chosen for last', () => {
  let settings: Settings = defaultSettings;
  for (let n = 0; n < 305; n++)
    settings = { ...settings, ...chooseForStory(settings, `story${n}`, { exportAs: 'html' }) };
  settings = { ...settings, ...chooseForStory(settings, 'story5', { ignored: ['x'] }) };
  expect(Object.keys(settings.stories)).toHaveLength(300);
  expect(settings.stories['story5']).toEqual({ exportAs: 'html', ignored: ['x'] });
  expect(settings.stories['story4']).toBeUndefined();
});
