import type { Finding, HouseChecks } from '../../src/check/index.ts';
import type { StoryChange } from '../../src/story/change.ts';
import type { Story } from '../../src/story/schema.ts';

/** What the thread that checks hears: a story to begin with, what changed in it since, the house's choices, which pictures are not there. */
export type CheckOrder =
  | { is: 'story'; number: number; story: Story }
  | { is: 'change'; change: StoryChange }
  | { is: 'house'; house: HouseChecks }
  | { is: 'missing'; media: ReadonlySet<string> };

/** What it answers: everything that it finds in the story of that number, ignored or not. */
export interface CheckAnswer {
  number: number;
  findings: Finding[];
}
