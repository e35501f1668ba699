import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SaveState } from '../../../renderer/state/saving.ts';
import { showSaving } from '../../../renderer/state/shown-saving.ts';
import { createStore } from '../../../renderer/state/store.ts';

const AT = '2026-11-24T10:31:07.120+07:00';
const SAME_SECOND = '2026-11-24T10:31:07.480+07:00';
const LATER = '2026-11-24T10:31:09.010+07:00';
const batch = { change: { blocks: {} }, count: 2 };
const saved = (savedAt: string): SaveState => ({ is: 'saved', seq: 4, savedAt });
const coming = (savedAt: string): SaveState => ({ is: 'gathering', seq: 4, savedAt, next: batch });
const refused: SaveState = {
  is: 'failed',
  seq: 4,
  savedAt: AT,
  sent: batch,
  next: null,
  failure: { code: 'drafts.disk-full', detail: '' },
  attempts: 1,
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function follow() {
  const saving = createStore(saved(AT));
  const { shown, isTrue, follow: begin } = showSaving(saving);
  const drawn: string[] = [];
  shown.subscribe(() => drawn.push(shown.get().is));
  return { saving, shown, isTrue, drawn, stop: begin() };
}

it('draws nothing for a key that the disk takes within the same second, and is never said to be saved meanwhile', () => {
  const { saving, isTrue, drawn } = follow();
  saving.set(coming(AT));
  expect(isTrue.get()).toBe(false);
  saving.set(saved(SAME_SECOND));
  expect(isTrue.get()).toBe(true);
  vi.advanceTimersByTime(100);
  expect(drawn).toEqual([]);
});

it('shows a later time soon after, and says that it is true only then', () => {
  const { saving, shown, isTrue } = follow();
  saving.set(coming(AT));
  saving.set(saved(LATER));
  expect(isTrue.get()).toBe(false);
  vi.advanceTimersByTime(250);
  expect(shown.get()).toEqual({ is: 'saved', savedAt: LATER });
  expect(isTrue.get()).toBe(true);
});

it('shows a slow save while it lasts', () => {
  const { saving, shown } = follow();
  saving.set(coming(AT));
  vi.advanceTimersByTime(500);
  expect(shown.get().is).toBe('saved');
  vi.advanceTimersByTime(500);
  expect(shown.get().is).toBe('saving');
  saving.set(saved(LATER));
  vi.advanceTimersByTime(250);
  expect(shown.get()).toEqual({ is: 'saved', savedAt: LATER });
});

it('keeps up with one who types on and on', () => {
  const { saving, shown, drawn } = follow();
  for (let key = 0; key < 40; key++) {
    saving.set(coming(shown.get().is === 'failed' ? AT : LATER));
    vi.advanceTimersByTime(15);
    saving.set(saved(LATER));
    vi.advanceTimersByTime(15);
  }
  expect(shown.get()).toEqual({ is: 'saved', savedAt: LATER });
  expect(drawn).toEqual(['saved']);
});

it('shows at once that the disk refused, and that it takes changes again', () => {
  const { saving, shown, isTrue } = follow();
  saving.set(coming(AT));
  saving.set(refused);
  expect(shown.get()).toEqual({ is: 'failed', failed: refused });
  expect(isTrue.get()).toBe(true);
  saving.set(saved(LATER));
  expect(shown.get()).toEqual({ is: 'saved', savedAt: LATER });
});

it('hears nothing more once it is stopped', () => {
  const { saving, shown, stop } = follow();
  saving.set(coming(AT));
  stop();
  saving.set(saved(LATER));
  vi.advanceTimersByTime(1000);
  expect(shown.get()).toEqual({ is: 'saved', savedAt: AT });
});
