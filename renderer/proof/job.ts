import type { Remark } from '../../src/language/proof.ts';
import type { StyleProblem } from '../../src/language/style/load.ts';

/** A rule of house style, by its file. The pattern tells whether it is still the same. */
export interface RuleName {
  file: string;
  line: number;
  rule: string;
  pattern: string;
}

/** What the proofreading thread is asked. `set` comes before all else. */
export type ProofJob =
  | {
      do: 'set';
      dictionaries: readonly { language: string; aff: string; dic: string }[];
      words: readonly string[];
      styles: readonly { name: string; text: string }[];
      /** Rules that took too long before: they are not tried again. */
      without: readonly RuleName[];
      checksSpelling: boolean;
      checksStyle: boolean;
      tonePlacement: 'any' | 'old' | 'new';
    }
  /** `isTraced`: each rule is named (a note that is a `RuleName`) before it is tried. */
  | { do: 'proof'; texts: readonly { text: string; language: string }[]; isTraced: boolean }
  | { do: 'suggest'; word: string; language: string };

export type ProofProblem = StyleProblem & { file: string };

/** `slow`: the rules that took too long with these texts. They are left out from now on. */
export type ProofAnswer =
  | { did: 'set'; problems: readonly ProofProblem[] }
  | { did: 'proof'; remarks: readonly Remark[][]; slow: readonly RuleName[] }
  | { did: 'suggest'; words: readonly string[] };
