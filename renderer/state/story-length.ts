import type { StoryChange } from '../../src/story/change.ts';
import { addLengths, lengthOf, NO_LENGTH, type Length } from '../../src/story/length.ts';
import type { Block } from '../../src/story/schema.ts';
import { blockText } from '../../src/story/walk.ts';
import { createStore, type Store } from './store.ts';

/** Blocks counted in one go, so that counting a long story never holds up a key. */
const SLICE = 50;
/** Counting waits until the typing rests so long, and no longer than LATEST_MS while it does not, in milliseconds. */
const REST_MS = 300;
const LATEST_MS = 1200;

/** How long a story's body is with its captions, kept up to date behind the typing: only changed blocks are counted again. */
export interface StoryLength {
  readonly length: Store<Length>;
  take: (change: StoryChange) => void;
  /** Stops counting. */
  end: () => void;
}

/** @param language the story's, as it is when a block is counted; a block may have its own */
export function createStoryLength(body: readonly Block[], language: () => string): StoryLength {
  const length = createStore(NO_LENGTH);
  const counted = new Map<string, Length>();
  const due = new Map<string, Block>(body.map((block) => [block.id, block]));
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waitsSince: number | null = null;

  function soon(): void {
    timer ??= setTimeout(countSlice);
  }

  function afterRest(): void {
    waitsSince ??= performance.now();
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(countSlice, Math.max(0, Math.min(REST_MS, waitsSince + LATEST_MS - performance.now())));
  }

  function countSlice(): void {
    timer = null;
    waitsSince = null;
    let left = SLICE;
    for (const [id, block] of due) {
      counted.set(id, lengthOf(blockText(block), ('language' in block && block.language) || language()));
      due.delete(id);
      if (--left === 0) break;
    }
    if (due.size > 0) soon();
    else length.set([...counted.values()].reduce(addLengths, NO_LENGTH));
  }

  function forget(id: string): void {
    counted.delete(id);
    due.delete(id);
  }

  soon();
  return {
    length,
    take(change) {
      for (const [id, block] of Object.entries(change.blocks)) {
        if (block) due.set(id, block);
        else forget(id);
      }
      if (change.order) {
        const order = new Set(change.order);
        for (const id of [...counted.keys(), ...due.keys()]) if (!order.has(id)) forget(id);
      }
      afterRest();
    },
    end() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
