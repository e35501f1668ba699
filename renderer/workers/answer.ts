import type { Numbered } from './patient.ts';

/** The thread's end: answers each job. */
export function answerJobs<Job, Answer>(answer: (job: Job) => Answer | Promise<Answer>): void {
  self.addEventListener('message', ({ data }: MessageEvent<Numbered<Job>>) => {
    void Promise.resolve(data.content)
      .then(answer)
      .then((content) => self.postMessage({ number: data.number, content } satisfies Numbered<Answer>))
      // Told to the window as this thread's error.
      .catch((error: unknown) => reportError(error));
  });
}
