import { fail, type Result } from '../../src/base/result.ts';
import type { Imported } from '../../src/import/imported.ts';
import type { CleanAnswer, CleanJob } from './messages.ts';

/** What cleans, on a thread of its own; a `Worker` is one. */
export type CleanWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** How long one page may take, in milliseconds. */
const PATIENCE = 5000;

type Clean = (html: string) => Promise<Result<Imported>>;

/**
 * Cleans pages one after another with a worker that is started at the first page and started anew after one that took
 * longer than `patience` milliseconds or broke it.
 */
export function createCleaner(start: () => CleanWorker, patience: number = PATIENCE): Clean {
  let worker: CleanWorker | null = null;
  let number = 0;
  let last: Promise<unknown> = Promise.resolve();

  const cleanOne = (html: string): Promise<Result<Imported>> =>
    new Promise((done) => {
      const current = (worker ??= start());
      const job: CleanJob = { number: ++number, html };
      const listening = new AbortController();
      const answer = (result: Result<Imported>): void => {
        clearTimeout(timer);
        listening.abort();
        done(result);
      };
      const giveUp = (result: Result<Imported>): void => {
        current.terminate();
        worker = null;
        answer(result);
      };
      const timer = setTimeout(
        () => giveUp(fail('import.too-long', `cleaning took longer than ${patience} ms`)),
        patience,
      );
      const heard = ({ data }: MessageEvent<CleanAnswer>): void => {
        if (data.number === job.number) answer(data.result);
      };
      const { signal } = listening;
      current.addEventListener('message', heard, { signal });
      current.addEventListener(
        'error',
        (event) => giveUp(fail('import.failed', event.message || 'the cleaner broke off')),
        { signal },
      );
      current.postMessage(job);
    });

  return (html) => {
    const result = last.then(() => cleanOne(html));
    // A page that could not even be begun is its own caller's matter; the next one is begun all the same.
    last = result.catch(() => undefined);
    return result;
  };
}
