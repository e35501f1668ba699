import { proofText, type Proofing } from '../../src/language/proof.ts';
import { createSpeller, type Speller } from '../../src/language/spelling/speller.ts';
import { loadStyle, mergeStyles } from '../../src/language/style/load.ts';
import { answerJobs } from '../workers/answer.ts';
import type { ProofAnswer, ProofJob } from './job.ts';

// The thread that looks up words and tries the rules of house style on the page's texts.
let speller: Speller | null = null;
let proofing: Proofing = { speller: null, rules: [], tonePlacement: 'any' };

function answer(job: ProofJob): ProofAnswer {
  switch (job.do) {
    case 'set': {
      speller = createSpeller(job.dictionaries, job.words);
      const files = job.styles.map(({ name, text }) => ({ name, loaded: loadStyle(text) }));
      proofing = {
        speller: job.checksSpelling ? speller : null,
        rules: job.checksStyle ? mergeStyles(files.map(({ loaded }) => loaded)) : [],
        tonePlacement: job.tonePlacement,
      };
      return {
        did: 'set',
        problems: files.flatMap(({ name, loaded }) => loaded.problems.map((problem) => ({ file: name, ...problem }))),
      };
    }
    case 'proof':
      return { did: 'proof', remarks: job.texts.map(({ text, language }) => proofText(text, language, proofing)) };
    case 'suggest':
      return { did: 'suggest', words: speller?.suggest(job.word, job.language) ?? [] };
  }
}

answerJobs(answer);
