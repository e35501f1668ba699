import type { Remark } from '../../src/language/proof.ts';
import { namesIn } from '../../src/language/proof.ts';
import type { Client } from '../../src/ipc/client.ts';
import type { LanguageFiles } from '../../src/ipc/calls/language.ts';
import type { Settings } from '../../src/settings/schema.ts';
import type { Result } from '../../src/base/result.ts';
import type { PageText } from '../texts/page-texts.ts';
import { createStore, type Store } from '../state/store.ts';
import { createPatient } from '../workers/patient.ts';
import { startProofWorker } from '../workers/start.ts';
import type { ProofAnswer, ProofJob, ProofProblem, RuleName } from './job.ts';
import { shippedDictionaries, shippedStyles } from './shipped.ts';

/** How long the thread may be silent, in milliseconds. Reading the dictionaries is its longest work. */
const PATIENCE = 5000;
/** Texts that are looked at in one go, so that a word just typed need not wait for a whole long story. */
const SLICE = 40;

type Choices = Pick<Settings, 'checksSpelling' | 'checksStyle' | 'tonePlacement'>;

type SetJob = Extract<ProofJob, { do: 'set' }>;

/** Megabytes of words are not handed to the thread again for nothing, whenever the window takes the keyboard. */
function isSame(a: SetJob, b: SetJob): boolean {
  const isSameList = <T extends object>(one: readonly T[], other: readonly T[]): boolean =>
    one.length === other.length &&
    one.every((item, at) => Object.entries(item).every(([key, value]) => other[at]?.[key as keyof T] === value));
  return (
    isSameList(a.dictionaries, b.dictionaries) &&
    isSameList(a.styles, b.styles) &&
    a.words.length === b.words.length &&
    a.words.every((word, at) => word === b.words[at]) &&
    a.checksSpelling === b.checksSpelling &&
    a.checksStyle === b.checksStyle &&
    a.tonePlacement === b.tonePlacement
  );
}

/** A language as it is written in full; none where a file is called by something that is no language. */
function canonical(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}

/** Looks texts through on its thread: one for the window, since the dictionaries take half a second and many megabytes. */
export interface Reader {
  /** Makes the thread ready with what the newsroom says now; false where a later order has taken this one's place. */
  prepare: (choices: Choices, names: readonly string[]) => Promise<boolean>;
  /** The languages (BCP 47) of the dictionaries in the newsroom's folder. */
  languages: Store<readonly string[]>;
  /** The remarks on each text, in the texts' order; null where it broke off. */
  proof: (texts: readonly PageText[]) => Promise<Remark[][] | null>;
  /** What is wrong in the newsroom's files, rules that took too long with what was looked through so far included. */
  problems: () => readonly ProofProblem[];
  /** What the word may have been meant to be; a second question is answered at once. */
  suggest: (word: string, language: string) => Promise<readonly string[]>;
  learn: (word: string) => Promise<Result<LanguageFiles>>;
  showFolder: () => void;
}

export function createReader(host: Client): Reader {
  const languages = createStore<readonly string[]>([]);
  let tried: RuleName | null = null;
  const ask = createPatient<ProofJob, ProofAnswer>(startProofWorker, {
    patience: PATIENCE,
    tooLong: 'proof.too-long',
    broke: 'proof.failed',
    onNote: (note) => (tried = note as RuleName | null),
  });
  let shipped: ReturnType<typeof shippedDictionaries> | null = null;
  let orders = 0;
  let set: SetJob | null = null;
  /** Whether the thread holds what `set` says; one that was ended does not. */
  let isThreadReady = false;
  let found: readonly ProofProblem[] = [];
  let slow: readonly RuleName[] = [];
  let problems: readonly ProofProblem[] = [];
  /** What was suggested, or is being looked for, by language and word. */
  const suggested = new Map<string, Promise<readonly string[]>>();

  function tell(): void {
    const late = slow.map(({ file, line, rule }): ProofProblem => ({ file, line, rule, fault: 'slow' }));
    problems = [...found, ...late];
  }

  /** Asks; the rule at which the thread got stuck is left out from then on. Null where it was no rule's fault. */
  async function patiently(job: ProofJob): Promise<ProofAnswer | 'again' | null> {
    tried = null;
    const done = await ask(job);
    if (done.ok) return done.value;
    isThreadReady = false;
    if (done.failure.code !== 'proof.too-long' || !tried) return null;
    slow = [...slow, tried];
    return 'again';
  }

  async function makeReady(): Promise<boolean> {
    for (;;) {
      if (!set) return false;
      const done = await patiently({ ...set, without: slow });
      if (done === 'again') continue;
      if (done?.did !== 'set') return false;
      found = done.problems;
      tell();
      isThreadReady = true;
      return true;
    }
  }

  async function look(texts: Extract<ProofJob, { do: 'proof' }>['texts']): Promise<readonly Remark[][] | null> {
    for (let isTraced = false; ; isTraced = true) {
      const done = await patiently({ do: 'proof', texts, isTraced });
      if (done !== null && done !== 'again') {
        if (done.did !== 'proof') return null;
        if (done.slow.length > 0) {
          slow = [...slow, ...done.slow];
          tell();
        }
        return done.remarks;
      }
      // The thread was ended. A new one tells which rule it is at; where that is known, it goes without.
      if ((isTraced && done === null) || !(await makeReady())) return null;
    }
  }

  return {
    languages,
    async prepare(choices, names) {
      const order = ++orders;
      const answer = await host.call('language.files', { do: 'read' });
      const own = answer.ok ? answer.value : null;
      const dictionaries = await (shipped ??= shippedDictionaries());
      if (order !== orders) return false;
      const dropped = (own?.dictionaries ?? []).flatMap(({ language }) => canonical(language));
      if (dropped.join() !== languages.get().join()) languages.set(dropped);
      const now: SetJob = {
        do: 'set',
        dictionaries: [...dictionaries, ...(own?.dictionaries ?? [])],
        words: [...(own?.myWords ?? []), ...(own?.houseWords ?? []), ...namesIn(names)],
        styles: [...shippedStyles, ...(own?.styles ?? [])],
        without: [],
        checksSpelling: choices.checksSpelling,
        checksStyle: choices.checksStyle,
        tonePlacement: choices.tonePlacement,
      };
      if (!isThreadReady || !set || !isSame(set, now)) {
        set = now;
        suggested.clear();
        await makeReady();
      }
      return order === orders;
    },
    async proof(texts) {
      const remarks: Remark[][] = [];
      for (let from = 0; from < texts.length; from += SLICE) {
        const some = await look(texts.slice(from, from + SLICE).map(({ text, language }) => ({ text, language })));
        if (!some) return null;
        remarks.push(...some.map((one) => [...one]));
      }
      return remarks;
    },
    problems: () => problems,
    suggest(word, language) {
      const key = `${language} ${word}`;
      const before = suggested.get(key);
      if (before) return before;
      const words = ask({ do: 'suggest', word, language }).then((done) => {
        if (done.ok && done.value.did === 'suggest') return done.value.words;
        suggested.delete(key);
        isThreadReady &&= done.ok;
        return [];
      });
      suggested.set(key, words);
      return words;
    },
    learn: (word) => host.call('language.files', { do: 'learn', word }),
    showFolder: () => void host.call('language.files', { do: 'show' }),
  };
}
