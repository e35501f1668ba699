import type { Numbered } from './patient.ts';

/** Tells the window something in the middle of a job, which it hears even where the job never ends. */
export function noteToWindow(note: unknown): void {
  self.postMessage({ note });
}

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
