import { fail, type Result } from '../../src/base/result.ts';
import type { Imported } from '../../src/import/imported.ts';
import type { CleaningJob } from './clean.worker.ts';
import { workerAddress } from './worker-address.ts';

/** How long one piece of HTML may take. The worker stops itself; where it does not, it is ended a second later. */
const LIMIT_MS = 5000;

let worker: Worker | undefined;
let queue: Promise<unknown> = Promise.resolve();

function run(html: string): Promise<Result<Imported>> {
  worker ??= new Worker(workerAddress(), { type: 'module' });
  const current = worker;
  return new Promise((resolve) => {
    const finish = (result: Result<Imported>, isWorkerSound: boolean): void => {
      clearTimeout(timer);
      current.onmessage = current.onerror = null;
      if (!isWorkerSound) {
        current.terminate();
        worker = undefined;
      }
      resolve(result);
    };
    const timer = setTimeout(() => {
      finish(fail('import.too-long', 'the cleaning worker did not answer in time'), false);
    }, LIMIT_MS + 1000);
    current.onmessage = ({ data }: MessageEvent<Result<Imported>>) => {
      finish(data, true);
    };
    current.onerror = (event) => {
      finish(fail('import.broken', event.message || 'the cleaning worker failed'), false);
    };
    const job: CleaningJob = { html, milliseconds: LIMIT_MS };
    current.postMessage(job);
  });
}

/**
 * Foreign HTML as story blocks, read in a worker so that the window never waits, one piece after another.
 *
 * Fails with `import.too-large`, `import.too-long` (5 seconds) and `import.broken` (our mistake; the HTML is named in no log).
 */
export function cleanHtml(html: string): Promise<Result<Imported>> {
  const result = queue.then(() => run(html));
  queue = result;
  return result;
}
