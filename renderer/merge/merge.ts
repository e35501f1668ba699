import { startMergeWorker } from '../workers/start.ts';
import type { MergeAnswer, MergeJob } from './messages.ts';

/** Merges on a thread of its own. Rejects where that breaks off, which is a mistake of the program. */
export function mergeBeside(job: MergeJob): Promise<MergeAnswer> {
  const worker = startMergeWorker();
  return new Promise<MergeAnswer>((done, failed) => {
    worker.addEventListener('message', ({ data }: MessageEvent<MergeAnswer>) => done(data));
    worker.addEventListener('error', (event) => failed(new Error(event.message || 'the merge broke off')));
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
