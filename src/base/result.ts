/**
 * A failure that someone can act on. It crosses Electron's IPC as plain data.
 *
 * - `code`: stable, `area.what` (`media.not-a-picture`); the window's words files hold a sentence for each.
 * - `detail`: English, for the log and the command line.
 * - `about`: what the sentence names (a file, a size, a version), by placeholder.
 */
export interface Failure {
  code: string;
  detail: string;
  about?: Record<string, string | number>;
}

/** What an operation that may fail in an expected way answers. Programmer errors throw instead. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: string, detail: string, about?: Failure['about']): { ok: false; failure: Failure } {
  return { ok: false, failure: about ? { code, detail, about } : { code, detail } };
}
