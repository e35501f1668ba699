import { compareStories } from '../../src/compare/index.ts';
import { mergeStories } from '../../src/merge/index.ts';
import type { MergeAnswer, MergeJob } from './messages.ts';

// The thread that merges: a book takes seconds, and the window must not stand still for it.
self.addEventListener('message', ({ data }: MessageEvent<MergeJob>) => {
  const merged = mergeStories(data.base, data.mine, data.theirs);
  const answer: MergeAnswer = { ...merged, changes: compareStories(data.mine, merged.story) };
  self.postMessage(answer);
});
