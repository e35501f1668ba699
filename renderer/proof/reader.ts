import type { Remark } from '../../src/language/proof.ts';
import { namesIn } from '../../src/language/proof.ts';
import type { Client } from '../../src/ipc/client.ts';
import type { LanguageFiles } from '../../src/ipc/calls/language.ts';
import type { Settings } from '../../src/settings/schema.ts';
import type { Result } from '../../src/base/result.ts';
import type { PageText } from '../texts/page-texts.ts';
import { createPatient } from '../workers/patient.ts';
import { startProofWorker } from '../workers/start.ts';
import type { ProofAnswer, ProofJob } from './job.ts';
import { shippedDictionaries, shippedStyles } from './shipped.ts';

/** How long one piece of work may take, in milliseconds; reading the dictionaries is the longest. */
const PATIENCE = 15_000;
/** Texts that are looked at in one go, so that a word just typed need not wait for a whole long story. */
const SLICE = 40;

export type ProofProblem = Extract<ProofAnswer, { did: 'set' }>['problems'][number];
type Choices = Pick<Settings, 'checksSpelling' | 'checksStyle' | 'tonePlacement'>;

/** Looks texts through on its thread. */
export interface Reader {
  /** Makes the thread ready with what the newsroom says now; answers what is wrong in its files. */
  prepare: (choices: Choices, names: readonly string[]) => Promise<readonly ProofProblem[]>;
  /** The remarks on each text, in the texts' order; null where it broke off. */
  proof: (texts: readonly PageText[]) => Promise<Remark[][] | null>;
  suggest: (word: string, language: string) => Promise<readonly string[]>;
  learn: (word: string) => Promise<Result<LanguageFiles>>;
  showFolder: () => void;
}

export function createReader(host: Client): Reader {
  const ask = createPatient<ProofJob, ProofAnswer>(startProofWorker, {
    patience: PATIENCE,
    tooLong: 'proof.too-long',
    broke: 'proof.failed',
  });
  const shipped = shippedDictionaries();
  let set: Extract<ProofJob, { do: 'set' }> | null = null;

  return {
    async prepare(choices, names) {
      const answer = await host.call('language.files', { do: 'read' });
      const own = answer.ok ? answer.value : null;
      set = {
        do: 'set',
        dictionaries: [...(await shipped), ...(own?.dictionaries ?? [])],
        words: [...(own?.myWords ?? []), ...(own?.houseWords ?? []), ...namesIn(names)],
        styles: [...shippedStyles, ...(own?.styles ?? [])],
        checksSpelling: choices.checksSpelling,
        checksStyle: choices.checksStyle,
        tonePlacement: choices.tonePlacement,
      };
      const done = await ask(set);
      return done.ok && done.value.did === 'set' ? done.value.problems : [];
    },
    async proof(texts) {
      const remarks: Remark[][] = [];
      for (let from = 0; from < texts.length; from += SLICE) {
        const some = texts.slice(from, from + SLICE).map(({ text, language }) => ({ text, language }));
        const done = await ask({ do: 'proof', texts: some });
        if (!done.ok) {
          // A rule of the newsroom's that never ends: the thread begins again with Copydesk's own.
          if (set) await ask((set = { ...set, styles: shippedStyles }));
          return null;
        }
        if (done.value.did === 'proof') remarks.push(...done.value.remarks.map((one) => [...one]));
      }
      return remarks;
    },
    async suggest(word, language) {
      const done = await ask({ do: 'suggest', word, language });
      return done.ok && done.value.did === 'suggest' ? done.value.words : [];
    },
    learn: (word) => host.call('language.files', { do: 'learn', word }),
    showFolder: () => void host.call('language.files', { do: 'show' }),
  };
}
