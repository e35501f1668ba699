import { send, type Line } from '../wire.ts';
import type { PushJob, StepRecord } from './job.ts';
import { pushState, type Present, type PushState } from './state.ts';

/** What stands where a secret was. */
const MASK = '••••';

/** Where a push's steps are kept. */
export interface StepLog {
  /** What is recorded so far, oldest first. */
  steps: readonly StepRecord[];
  /** Keeps a step that is about to be sent; it is on the disk when this resolves. */
  began: (step: StepRecord) => Promise<void>;
  /** Keeps the same step with its answer. */
  ended: (step: StepRecord) => Promise<void>;
}

/**
 * Goes on with a push until it is done, must wait, or needs a person; answers which. Each step is recorded before it is
 * sent and again with its answer, so that the program may end at any point: called again with the same records it goes
 * on, by looking first. It never waits itself: call it again at `until`, or when the network is back.
 *
 * `present` gives what of `Present` is not the clock's.
 */
export async function runPush(
  job: PushJob,
  line: Line,
  log: StepLog,
  present: Omit<Present, 'now'> = {},
): Promise<PushState> {
  const steps = [...log.steps];
  const last = steps.at(-1);
  // A step without an answer that is not ours: the program ended then. What came of it nobody knows.
  if (last && last.endedAt === null) {
    const answer = {
      got: 'trouble',
      trouble: { kind: 'abandoned', detail: 'the program ended before the answer' },
    } as const;
    const closed: StepRecord = { ...last, endedAt: last.startedAt, answer };
    await log.ended(closed);
    steps[steps.length - 1] = closed;
  }
  for (;;) {
    const state = pushState(line.adapter, job, steps, { ...present, now: line.clock() });
    if (state.is !== 'ready') return state;
    const { call, attempt } = state;
    const shown = { ...call, headers: { ...call.headers, authorization: MASK } };
    const begun: StepRecord = {
      attempt,
      go: job.confirmedAt,
      call: shown,
      startedAt: line.clock(),
      endedAt: null,
      answer: null,
    };
    await log.began(begun);
    const sent = await send(line, call);
    const endedAt = line.clock();
    if (!sent.ok) {
      const answer = { got: 'trouble', trouble: { kind: 'unsigned', detail: sent.failure.code } } as const;
      await log.ended({ ...begun, endedAt, answer });
      return { is: 'person', failure: sent.failure, conflict: null, attempt };
    }
    const done: StepRecord = { ...begun, endedAt, answer: sent.value };
    await log.ended(done);
    steps.push(done);
  }
}
