import { fail, type Result } from '../../src/base/result.ts';

/** A thread of its own; a `Worker` is one. */
export type Thread = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** What goes to a thread and what comes back: the job and its number, the answer and the same number. */
export interface Numbered<T> {
  number: number;
  content: T;
}

export interface PatienceOptions {
  /** How long one job may take, in milliseconds. */
  patience: number;
  /** The failure's code where a job takes longer. */
  tooLong: string;
  /** The failure's code where the thread broke off: our mistake. */
  broke: string;
  /** Hears what the thread notes in the middle of a job (`noteToWindow`). Each note gives the job its patience anew. */
  onNote?: (note: unknown) => void;
}

/**
 * Has jobs done on another thread, one after another. The thread is started at the first job, and anew after one that
 * took too long or broke it: nothing that is asked of it can hang the window.
 */
export function createPatient<Job, Answer>(
  start: () => Thread,
  { patience, tooLong, broke, onNote }: PatienceOptions,
): (job: Job) => Promise<Result<Answer>> {
  let thread: Thread | null = null;
  let number = 0;
  let last: Promise<unknown> = Promise.resolve();

  const doOne = (content: Job): Promise<Result<Answer>> =>
    new Promise((done) => {
      const current = (thread ??= start());
      const job: Numbered<Job> = { number: ++number, content };
      const listening = new AbortController();
      const answer = (result: Result<Answer>): void => {
        clearTimeout(timer);
        listening.abort();
        done(result);
      };
      const giveUp = (result: Result<Answer>): void => {
        current.terminate();
        thread = null;
        answer(result);
      };
      const wait = () => setTimeout(() => giveUp(fail(tooLong, `longer than ${patience} ms`)), patience);
      let timer = wait();
      const heard = ({ data }: MessageEvent<Numbered<Answer> | { note: unknown }>): void => {
        if ('note' in data) {
          clearTimeout(timer);
          timer = wait();
          onNote?.(data.note);
        } else if (data.number === job.number) answer({ ok: true, value: data.content });
      };
      const { signal } = listening;
      current.addEventListener('message', heard, { signal });
      current.addEventListener('error', (event) => giveUp(fail(broke, event.message || 'the thread broke off')), {
        signal,
      });
      current.postMessage(job);
    });

  return (job) => {
    const result = last.then(() => doOne(job));
    // A job that could not even be begun is its own caller's matter; the next one is begun all the same.
    last = result.catch(() => undefined);
    return result;
  };
}
