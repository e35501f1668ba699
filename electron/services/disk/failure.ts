import { fail, type Failure } from '../../../src/base/result.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const READ_ONLY = new Set(['EROFS', 'EACCES', 'EPERM']);

/**
 * What a disk's error means to a person. `area` is the first half of the code.
 *
 * Codes: `<area>.disk-full` (also a used-up quota), `<area>.read-only` (also rights that are missing),
 * `<area>.write-failed` (anything else, as a broken disk). An error that is not a disk's is a programmer's and thrown on.
 */
export function diskFailure(area: string, error: unknown, about?: Failure['about']): { ok: false; failure: Failure } {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (!(error instanceof Error) || typeof code !== 'string' || code.startsWith('ERR_')) throw error;
  const what = FULL.has(code) ? 'disk-full' : READ_ONLY.has(code) ? 'read-only' : 'write-failed';
  return fail(`${area}.${what}`, `${code}: ${error.message}`, about);
}
