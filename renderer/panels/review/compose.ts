import type { Anchor } from '../../../src/story/review.ts';

/** A comment that is being written: what it is about, the thread's id where words bear it already, and the words. */
export interface Composing {
  anchor: Anchor;
  id: string | null;
  quote: string;
}
