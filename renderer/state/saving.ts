import type { Failure } from '../../src/base/result.ts';
import { joinChanges, type StoryChange } from '../../src/story/change.ts';

/** Changes that travel as one, and how many they were; none yet where one is only known to be coming. */
export interface Batch {
  change: StoryChange;
  count: number;
}

interface Acknowledged {
  /** Number of the last change that the disk has. */
  seq: number;
  /** When the disk had it (RFC 3339). */
  savedAt: string;
}

/**
 * Where a story's changes are. One change is on its way at a time; what comes meanwhile waits in `next`, joined.
 *
 * - `saved`: the disk has everything.
 * - `gathering`: changes wait to be sent, or are coming, for at most a few hundredths of a second.
 * - `sending`: one is on its way.
 * - `failed`: it did not get through and will be sent again, with its number, as it was: it may have been written after all.
 * - `retrying`: it is on its way again.
 */
export type SaveState =
  | ({ is: 'saved' } & Acknowledged)
  | ({ is: 'gathering'; next: Batch } & Acknowledged)
  | ({ is: 'sending'; sent: Batch; next: Batch | null } & Acknowledged)
  | ({ is: 'failed' | 'retrying'; sent: Batch; next: Batch | null; failure: Failure; attempts: number } & Acknowledged);

/** A state in which the disk refused what was sent last. */
export type FailedSave = Extract<SaveState, { is: 'failed' | 'retrying' }>;

export const hasFailed = (state: SaveState): state is FailedSave => state.is === 'failed' || state.is === 'retrying';

const joined = (batch: Batch | null, change: StoryChange): Batch =>
  batch ? { change: joinChanges(batch.change, change), count: batch.count + 1 } : { change, count: 1 };

/** The reporter changed something. */
export function changed(state: SaveState, change: StoryChange): SaveState {
  switch (state.is) {
    case 'saved':
      return { is: 'gathering', seq: state.seq, savedAt: state.savedAt, next: joined(null, change) };
    case 'gathering':
    case 'sending':
    case 'failed':
    case 'retrying':
      return { ...state, next: joined(state.next, change) };
  }
}

/** Something was typed whose change comes in a moment: from here on the disk does not have everything. */
export function expected(state: SaveState): SaveState {
  const coming: Batch = { change: { blocks: {} }, count: 0 };
  switch (state.is) {
    case 'saved':
      return { is: 'gathering', seq: state.seq, savedAt: state.savedAt, next: coming };
    case 'gathering':
      return state;
    case 'sending':
    case 'failed':
    case 'retrying':
      return { ...state, next: state.next ?? coming };
  }
}

/** What was expected changed nothing. */
export function calmed(state: SaveState): SaveState {
  if (state.is === 'saved' || state.next?.count !== 0) return state;
  return state.is === 'gathering' ? { is: 'saved', seq: state.seq, savedAt: state.savedAt } : { ...state, next: null };
}

/** The change that should go now, with its number, and the state once it is on its way; null where there is nothing to send. */
export function sending(state: SaveState): { state: SaveState; seq: number; change: StoryChange } | null {
  switch (state.is) {
    case 'gathering':
      if (state.next.count === 0) return null;
      return {
        state: { is: 'sending', seq: state.seq, savedAt: state.savedAt, sent: state.next, next: null },
        seq: state.seq + 1,
        change: state.next.change,
      };
    case 'failed':
      return { state: { ...state, is: 'retrying' }, seq: state.seq + 1, change: state.sent.change };
    case 'saved':
    case 'sending':
    case 'retrying':
      return null;
  }
}

/** The disk has what was on its way. */
export function acknowledged(state: SaveState, ack: Acknowledged): SaveState {
  const { seq, savedAt } = ack;
  if (state.is !== 'sending' && state.is !== 'retrying') return state;
  return state.next ? { is: 'gathering', seq, savedAt, next: state.next } : { is: 'saved', seq, savedAt };
}

/** What was on its way did not get through. */
export function refused(state: SaveState, failure: Failure): SaveState {
  if (state.is !== 'sending' && state.is !== 'retrying') return state;
  const attempts = state.is === 'retrying' ? state.attempts + 1 : 1;
  return {
    is: 'failed',
    seq: state.seq,
    savedAt: state.savedAt,
    sent: state.sent,
    next: state.next,
    failure,
    attempts,
  };
}

/**
 * The host counts differently (`drafts.out-of-step`): everything that is not known to be written goes again as one change
 * with the number it expects. Changes hold whole blocks, so writing one twice does no harm.
 */
export function recounted(state: SaveState, seq: number): SaveState {
  if (state.is !== 'failed') return state;
  const { sent, next } = state;
  const all = next ? { change: joinChanges(sent.change, next.change), count: sent.count + next.count } : sent;
  return { ...state, seq, sent: all, next: null };
}

/** How many changes are only in memory. */
export function waitingCount(state: SaveState): number {
  const sent = 'sent' in state ? state.sent.count : 0;
  const next = 'next' in state ? (state.next?.count ?? 0) : 0;
  return sent + next;
}

/** How long to wait before sending again, in milliseconds: half a second at first, twice as long each time, at most 15 s. */
export function retryDelay(attempts: number): number {
  return Math.min(15_000, 500 * 2 ** (attempts - 1));
}
