import type { Found, Level } from './finding.ts';
import type { CheckInput } from './input.ts';

/** A check: one entry of a file in src/check/rules, one line in its list, fixtures beside it, sentences in src/check/words. */
export interface Rule {
  /** Stable, `area.what`; house switches and ignored findings name it. */
  id: string;
  /** The level where the house says nothing else. */
  level: Level;
  /** The codes that it can answer. */
  codes: readonly string[];
  /** Everything of this kind in the story, in reading order. Pure; remembers what it read of a block that has not changed. */
  find: (input: CheckInput) => Found[];
}
