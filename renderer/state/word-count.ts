import { countWords } from '../../src/base/text.ts';
import type { StoryChange } from '../../src/story/change.ts';
import type { Block } from '../../src/story/schema.ts';
import { blockText } from '../../src/story/walk.ts';
import { createStore, type Store } from './store.ts';

/** Blocks counted in one go, so that counting a long story never holds up a key. */
const SLICE = 100;
const WAIT_MS = 300;

/** The words of a story's body, kept up to date behind the typing: only changed blocks are counted again. */
export interface WordCount {
  readonly words: Store<number>;
  take: (change: StoryChange) => void;
  /** Stops counting. */
  end: () => void;
}

export function createWordCount(body: readonly Block[]): WordCount {
  const words = createStore(0);
  const counted = new Map<string, number>();
  const due = new Map<string, Block>(body.map((block) => [block.id, block]));
  let timer: ReturnType<typeof setTimeout> | null = null;

  function later(ms: number): void {
    timer ??= setTimeout(countSlice, ms);
  }

  function countSlice(): void {
    timer = null;
    let left = SLICE;
    for (const [id, block] of due) {
      counted.set(id, countWords(blockText(block)));
      due.delete(id);
      if (--left === 0) break;
    }
    if (due.size > 0) later(0);
    else words.set([...counted.values()].reduce((sum, count) => sum + count, 0));
  }

  function forget(id: string): void {
    counted.delete(id);
    due.delete(id);
  }

  later(0);
  return {
    words,
    take(change) {
      for (const [id, block] of Object.entries(change.blocks)) {
        if (block) due.set(id, block);
        else forget(id);
      }
      if (change.order) {
        const order = new Set(change.order);
        for (const id of [...counted.keys(), ...due.keys()]) if (!order.has(id)) forget(id);
      }
      later(WAIT_MS);
    },
    end() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
