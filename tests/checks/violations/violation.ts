import type { Files } from '../house.ts';

/** One thing the code may not do, the files that do it, and the rule that must say so of `file` (or else the first). */
export interface Violation {
  does: string;
  rule: string;
  file?: string;
  files: Files;
}

/** A violation that one file commits. */
export const one = (does: string, rule: string, file: string, text: string): Violation => ({
  does,
  rule,
  files: { [file]: text },
});
