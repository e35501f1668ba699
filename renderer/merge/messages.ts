import type { Comparison } from '../../src/compare/index.ts';
import type { Merged } from '../../src/merge/index.ts';
import type { Story } from '../../src/story/schema.ts';

export interface MergeJob {
  base: Story;
  mine: Story;
  theirs: Story;
}

/** What came of it: the merged story with its flags, and how it differs from mine. */
export interface MergeAnswer extends Merged {
  changes: Comparison;
}
