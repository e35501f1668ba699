import { check, defaultHouseChecks, type HouseChecks } from '../../src/check/index.ts';
import { applyChange } from '../../src/story/change.ts';
import type { Story } from '../../src/story/schema.ts';
import type { CheckAnswer, CheckOrder } from './messages.ts';

/** How long the messages, which come in bulk, must rest before the story is checked, and how long they may put that off, in milliseconds. */
const REST = 50;
const PATIENCE = 1500;
/** An embargo runs out while nobody types. */
const AGAIN = 30_000;

// The thread that checks the open story: it keeps a copy of its own, so that a key costs the window one small message.
let story: Story | null = null;
let number = 0;
let house: HouseChecks = defaultHouseChecks;
let missing: ReadonlySet<string> = new Set();
let timer: ReturnType<typeof setTimeout> | undefined;
let since = 0;

function look(): void {
  since = 0;
  if (!story) return;
  const answer: CheckAnswer = { number, findings: check(story, { house, missing }) };
  self.postMessage(answer);
  timer = setTimeout(look, AGAIN);
}

function later(): void {
  clearTimeout(timer);
  since ||= performance.now();
  timer = setTimeout(look, Math.min(REST, Math.max(0, since + PATIENCE - performance.now())));
}

self.addEventListener('message', ({ data }: MessageEvent<CheckOrder>) => {
  switch (data.is) {
    case 'story':
      ({ story, number } = data);
      missing = new Set();
      clearTimeout(timer);
      look();
      break;
    case 'change':
      story &&= applyChange(story, data.change);
      later();
      break;
    case 'missing':
      missing = data.media;
      later();
      break;
    case 'house':
      house = data.house;
      later();
      break;
  }
});
