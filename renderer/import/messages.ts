import type { Result } from '../../src/base/result.ts';
import type { Imported } from '../../src/import/imported.ts';

/** A page to be cleaned. `number` comes back with the answer. */
export interface CleanJob {
  number: number;
  html: string;
}

export interface CleanAnswer {
  number: number;
  result: Result<Imported>;
}
