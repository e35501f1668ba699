import { fail, type Failure } from '../../base/result.ts';
import type { CmsAdapter, Conflict, Pushed } from '../adapter.ts';
import type { Answer, Call } from '../talk.ts';
import { setbackOf, type Setback } from '../trouble.ts';
import type { PushJob, StepRecord } from './job.ts';

/**
 * Where a push stands.
 *
 * - `ready`: this call is the next one; it belongs to attempt number `attempt`.
 * - `waiting`: until that instant (milliseconds since the epoch), or sooner when the network comes back; `failure` says why:
 *   `push.offline`, `push.unreachable` (`kind`: dns, refused, reset, half-reply, timeout, abandoned), `push.busy` (429, 408),
 *   `push.server` (`status`), `push.portal` (another host answers: a network's sign-in page), `push.not-json`.
 * - `person`: it stands still until a person has done something, and `confirmedAt` of the job says so. `conflict` goes with
 *   `push.changed`. Beside the adapters' failures: `push.tls`, `push.redirected` (`to`), `push.media-missing`, `push.cancelled`,
 *   `push.still-publish` (it waited over ten minutes: publish it still? `minutes`), `push.keeps-failing` (`status`, `times`).
 * - `done`.
 */
export type PushState =
  | { is: 'ready'; call: Call; attempt: number }
  | { is: 'waiting'; failure: Failure; until: number; attempt: number }
  | { is: 'person'; failure: Failure; conflict: Conflict | null; attempt: number }
  | { is: 'done'; pushed: Pushed; attempt: number };

/** What a push is judged by, beside what is recorded. */
export interface Present {
  /** Milliseconds since the epoch. */
  now: number;
  /** When the network last came back or the computer woke: what waits from before begins anew at once. */
  woken?: number;
  /** Stretches or shrinks every wait; 1 where absent. For tests. */
  pace?: number;
}

/** A push that waited longer than this asks before it publishes, in milliseconds. */
const STILL_PUBLISH = 10 * 60_000;
/** So many failures of the server itself in a row, and a person must know. */
const TOO_MANY = 10;
const FIRST_WAIT = 5000;
const LONGEST_WAIT = 15 * 60_000;

const ABANDONED: Answer = {
  got: 'trouble',
  trouble: { kind: 'abandoned', detail: 'the program ended before the answer came' },
};

const endOf = (step: StepRecord): number => step.endedAt ?? step.startedAt;

function setbackAt(step: StepRecord): Setback | null {
  return setbackOf(step.call, step.answer ?? ABANDONED, endOf(step));
}

/** How many attempts in a row ended in a setback without having changed anything on the way. */
function failuresInARow(steps: readonly StepRecord[], go: number): number {
  let count = 0;
  for (let attempt = steps.at(-1)?.attempt ?? 0; attempt > 0; attempt--) {
    const own = steps.filter((step) => step.attempt === attempt);
    const last = own.at(-1);
    if (!last || last.go !== go || !setbackAt(last)) break;
    count++;
    if (own.some((step) => step.call.writes && !setbackAt(step))) break;
  }
  return count;
}

/** 5 s, 10 s, 20 s … up to a quarter of an hour. */
const backOff = (failures: number): number => Math.min(FIRST_WAIT * 2 ** (Math.max(failures, 1) - 1), LONGEST_WAIT);

function begin(adapter: CmsAdapter, job: PushJob, attempt: number, now: number): PushState {
  const waited = now - job.confirmedAt;
  const publishes = job.order.status === 'published' || job.order.status === 'scheduled';
  if (publishes && waited > STILL_PUBLISH) {
    const minutes = Math.round(waited / 60_000);
    const { failure } = fail('push.still-publish', `it has waited ${minutes} minutes`, { minutes });
    return { is: 'person', failure, conflict: null, attempt };
  }
  return play(adapter, job, [], attempt);
}

/** Plays what was said in this attempt again, up to what comes next. */
function play(adapter: CmsAdapter, job: PushJob, steps: readonly StepRecord[], attempt: number): PushState {
  const talk = adapter.push(job);
  let turn = talk.next();
  for (const { call, answer } of steps) {
    // A newer Copydesk may ask otherwise than the one that recorded this: then it begins anew, by looking.
    if (turn.done || turn.value.name !== call.name || turn.value.url !== call.url || answer?.got !== 'reply') {
      if (turn.done) break;
      return play(adapter, job, [], attempt + 1);
    }
    turn = talk.next(answer.reply);
  }
  if (!turn.done) return { is: 'ready', call: turn.value, attempt };
  const ended = turn.value;
  if (!ended.ok) return { is: 'person', failure: ended.failure, conflict: null, attempt };
  if (ended.value.did === 'stopped') {
    const { failure } = fail('push.changed', 'somebody changed the post on the site');
    return { is: 'person', failure, conflict: ended.value.conflict, attempt };
  }
  return { is: 'done', pushed: ended.value, attempt };
}

/**
 * Where a push stands, from the job and what is recorded of it alone. Pure: the window, the outbox and the command line ask the
 * same. After trouble it begins a new attempt, which looks first at what is there: nothing is ever sent twice unseen.
 */
export function pushState(
  adapter: CmsAdapter,
  job: PushJob,
  steps: readonly StepRecord[],
  { now, woken = 0, pace = 1 }: Present,
): PushState {
  const last = steps.at(-1);
  if (!last) return begin(adapter, job, 1, now);
  const { attempt } = last;
  const ended = endOf(last);
  const setback = setbackAt(last);
  // Not by comparing times: a computer's clock may be set back.
  const isToldToGo = last.go !== job.confirmedAt;
  if (!setback) {
    const state = play(
      adapter,
      job,
      steps.filter((step) => step.attempt === attempt),
      attempt,
    );
    return state.is === 'person' && isToldToGo ? begin(adapter, job, attempt + 1, now) : state;
  }
  if (isToldToGo) return begin(adapter, job, attempt + 1, now);
  if (setback.do === 'stop') return { is: 'person', failure: setback.failure, conflict: null, attempt };
  const failures = failuresInARow(steps, job.confirmedAt);
  if (setback.isServers && failures >= TOO_MANY) {
    const about = { ...setback.failure.about, times: failures };
    const { failure } = fail('push.keeps-failing', setback.failure.detail, about);
    return { is: 'person', failure, conflict: null, attempt };
  }
  const until = ended + Math.max(backOff(failures), setback.retryAfter ?? 0) * pace;
  const isAwake = woken > ended && setback.retryAfter === null;
  if (now < until && !isAwake) return { is: 'waiting', failure: setback.failure, until, attempt };
  return begin(adapter, job, attempt + 1, now);
}
