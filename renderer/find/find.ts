import { ok, type Result } from '../../src/base/result.ts';
import type { FindJob, Found } from '../../src/language/find/find.ts';
import { createPatient } from '../workers/patient.ts';
import { startFindWorker } from '../workers/start.ts';

/** How long one search may take, in milliseconds: a pattern that takes longer would take for ever. */
const PATIENCE = 2000;

const ask = createPatient<FindJob, Result<Found[]>>(startFindWorker, {
  patience: PATIENCE,
  tooLong: 'find.too-long',
  broke: 'find.failed',
});

/** Looks through texts without holding up the window. Fails with `find.bad-pattern`, `find.too-long`, `find.failed`. */
export async function findIn(job: FindJob): Promise<Result<Found[]>> {
  if (job.query.text === '') return ok([]);
  const answer = await ask(job);
  return answer.ok ? answer.value : answer;
}
