import { proofText, type Proofing } from '../../src/language/proof.ts';
import { createSpeller, type Speller } from '../../src/language/spelling/speller.ts';
import { loadStyle, mergeStyles } from '../../src/language/style/load.ts';
import type { ReadyRule } from '../../src/language/style/match.ts';
import { answerJobs, noteToWindow } from '../workers/answer.ts';
import type { ProofAnswer, ProofJob, RuleName } from './job.ts';

// The thread that looks up words and tries the rules of house style on the page's texts.

/** So long may a rule take with one text, in milliseconds; a good one takes a thousandth of it. */
const RULE_MS = 250;

let speller: Speller | null = null;
let proofing: Proofing = { speller: null, rules: [], tonePlacement: 'any' };
let files = new Map<ReadyRule, string>();

const nameOf = (rule: ReadyRule, file = files.get(rule) ?? ''): RuleName => ({
  file,
  line: rule.line,
  rule: rule.id,
  pattern: rule.pattern,
});
const isSame = (a: RuleName, b: RuleName): boolean => a.file === b.file && a.rule === b.rule && a.pattern === b.pattern;

function set(job: Extract<ProofJob, { do: 'set' }>): ProofAnswer {
  const loaded = job.styles.map(({ name, text }) => ({
    name,
    style: loadStyle(text, (rule) => {
      const own = nameOf(rule, name);
      if (job.without.some((one) => isSame(one, own))) return false;
      noteToWindow(own);
      return true;
    }),
  }));
  noteToWindow(null);
  files = new Map(loaded.flatMap(({ name, style }) => style.rules.map((rule) => [rule, name] as const)));
  speller = createSpeller(job.dictionaries, job.words);
  proofing = {
    speller: job.checksSpelling ? speller : null,
    rules: job.checksStyle ? mergeStyles(loaded.map(({ style }) => style)) : [],
    tonePlacement: job.tonePlacement,
  };
  return {
    did: 'set',
    problems: loaded.flatMap(({ name, style }) => style.problems.map((problem) => ({ file: name, ...problem }))),
  };
}

function proof({ texts, isTraced }: Extract<ProofJob, { do: 'proof' }>): ProofAnswer {
  const slow = new Set<ReadyRule>();
  const watched: Proofing = {
    ...proofing,
    tryRule: (rule, attempt) => {
      if (slow.has(rule)) return [];
      if (isTraced) noteToWindow(nameOf(rule));
      const began = performance.now();
      const found = attempt();
      if (performance.now() - began > RULE_MS) slow.add(rule);
      return slow.has(rule) ? [] : found;
    },
  };
  const remarks = texts.map(({ text, language }) => proofText(text, language, watched));
  if (slow.size > 0) proofing = { ...proofing, rules: proofing.rules.filter((rule) => !slow.has(rule)) };
  return { did: 'proof', remarks, slow: [...slow].map((rule) => nameOf(rule)) };
}

function answer(job: ProofJob): ProofAnswer {
  switch (job.do) {
    case 'set':
      return set(job);
    case 'proof':
      return proof(job);
    case 'suggest':
      return { did: 'suggest', words: speller?.suggest(job.word, job.language) ?? [] };
  }
}

answerJobs(answer);
