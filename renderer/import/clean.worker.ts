import { htmlToBlocks } from '../../src/import/html/index.ts';
import type { CleanAnswer, CleanJob } from './messages.ts';

// The thread that reads foreign HTML. Whoever waits for it ends it when it takes too long (cleaner.ts).
self.addEventListener('message', ({ data }: MessageEvent<CleanJob>) => {
  const answer: CleanAnswer = { number: data.number, result: htmlToBlocks(data.html) };
  self.postMessage(answer);
});
