/** Thrown where a person has stopped an export. */
export class Stopped extends Error {}

/** The way of one export through its parts: tells how far it is, and ends it where it was stopped. */
export interface Steps {
  /** What is called before each of `count` like things, which take the export from one percentage to another. */
  through: (count: number, from: number, to: number) => () => void;
  /** Waits for work that cannot be ended by itself, such as the laying out of a page, no longer than until the export is stopped. */
  orStopped: <T>(work: Promise<T>) => Promise<T>;
}

/** Every part of it throws `Stopped` once the signal is given. */
export function exportSteps(
  signal: AbortSignal | undefined,
  onProgress: (percent: number) => void = () => undefined,
): Steps {
  const go = (): void => {
    if (signal?.aborted) throw new Stopped();
  };
  return {
    through(count, from, to) {
      let done = 0;
      return () => {
        go();
        onProgress(Math.round(from + ((to - from) * Math.min(done++, count)) / Math.max(1, count)));
      };
    },
    async orStopped(work) {
      go();
      let leave = (): void => undefined;
      const stopped = new Promise<never>((_, refuse) => {
        const stop = (): void => refuse(new Stopped());
        signal?.addEventListener('abort', stop);
        leave = () => signal?.removeEventListener('abort', stop);
      });
      return Promise.race([work, stopped]).finally(leave);
    },
  };
}
