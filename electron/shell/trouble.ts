import { fail } from '../../src/base/result.ts';
import type { Log } from '../services/log.ts';
import { traceOf } from '../services/trace.ts';

/** Ways for the shell to write down what went wrong; none of them names a story's text. */
export interface Trouble {
  /** Something that the page tried and may not: what, and the address it was for. */
  refused: (what: string, address: string) => void;
  /** Something that should not happen, and does not stop the program. `what` is our own words; of the error, see `traceOf`. */
  broken: (what: string, error?: unknown) => void;
}

export function createTrouble(log: Log): Trouble {
  const broken = (what: string, error?: unknown): void => {
    log.write(fail('shell.broken', `${what}. ${traceOf(error)}`).failure);
  };
  // An editor that dies because of a bug loses more than one that goes on and writes it down.
  process.on('uncaughtException', (error) => {
    broken('uncaught', error);
  });
  process.on('unhandledRejection', (error) => {
    broken('unhandled', error);
  });
  return {
    refused: (what, address) => {
      log.write(fail('shell.refused', what, address ? { address } : undefined).failure);
    },
    broken,
  };
}
