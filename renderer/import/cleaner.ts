import type { Result } from '../../src/base/result.ts';
import type { Imported } from '../../src/import/imported.ts';
import { createPatient, type Thread } from '../workers/patient.ts';

/** How long one page may take, in milliseconds. */
const PATIENCE = 5000;

type Clean = (html: string) => Promise<Result<Imported>>;

/** Cleans pages one after another on a thread that is started anew after one that took longer than `patience` milliseconds. */
export function createCleaner(start: () => Thread, patience: number = PATIENCE): Clean {
  const options = { patience, tooLong: 'import.too-long', broke: 'import.failed' };
  const ask = createPatient<string, Result<Imported>>(start, options);
  return async (html) => {
    const answer = await ask(html);
    return answer.ok ? answer.value : answer;
  };
}
