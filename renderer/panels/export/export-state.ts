import type { Failure } from '../../../src/base/result.ts';

/** Where an export stands: being chosen, asked about in spite of errors, written, done, or failed. */
export type ExportState =
  | { is: 'choosing' }
  | { is: 'asking' }
  | { is: 'busy' }
  | { is: 'done'; path: string }
  | { is: 'failed'; failure: Failure };
