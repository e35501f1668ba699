import type { Remark } from '../../src/language/proof.ts';
import type { StyleProblem } from '../../src/language/style/load.ts';

/** What the proofreading thread is asked. `set` comes before all else. */
export type ProofJob =
  | {
      do: 'set';
      dictionaries: readonly { language: string; aff: string; dic: string }[];
      words: readonly string[];
      styles: readonly { name: string; text: string }[];
      checksSpelling: boolean;
      checksStyle: boolean;
      tonePlacement: 'any' | 'old' | 'new';
    }
  | { do: 'proof'; texts: readonly { text: string; language: string }[] }
  | { do: 'suggest'; word: string; language: string };

export type ProofAnswer =
  | { did: 'set'; problems: readonly (StyleProblem & { file: string })[] }
  | { did: 'proof'; remarks: readonly Remark[][] }
  | { did: 'suggest'; words: readonly string[] };
