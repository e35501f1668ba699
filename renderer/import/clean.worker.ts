import { htmlToBlocks } from '../../src/import/html/index.ts';

/** One piece of foreign HTML to be read; `until` is the last moment for it, by the clock of `performance`. */
export interface CleaningJob {
  html: string;
  milliseconds: number;
}

self.addEventListener('message', ({ data }: MessageEvent<CleaningJob>) => {
  const clock = (): number => performance.now();
  self.postMessage(htmlToBlocks(data.html, { timeLimit: { clock, until: clock() + data.milliseconds } }));
});
