import { fail, type Failure } from '../../../src/base/result.ts';

/** Node's and undici's codes where no connection came about, so that nothing can have arrived. */
const UNREACHED: Record<string, string> = {
  ENOTFOUND: 'http.no-such-host',
  EAI_AGAIN: 'http.offline',
  ENETUNREACH: 'http.offline',
  ENETDOWN: 'http.offline',
  EHOSTUNREACH: 'http.offline',
  EADDRNOTAVAIL: 'http.offline',
  ECONNREFUSED: 'http.refused',
  UND_ERR_CONNECT_TIMEOUT: 'http.unreached',
};

const CERTIFICATE =
  /^(CERT_|ERR_TLS_CERT|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|HOSTNAME_MISMATCH|ERR_TLS)/;

/**
 * What a request that got no whole answer came to. `http.stopped` (by the person), `http.timeout`, `http.certificate`
 * (also where no secure connection came about), `http.offline`, `http.no-such-host`, `http.refused`, `http.unreached`,
 * and `http.cut`: the connection broke, and the request may have arrived. All name the `host`; `reason` is the system's.
 */
export function httpFailure(error: unknown, host: string): { ok: false; failure: Failure } {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError') return fail('http.timeout', 'no answer in time', { host });
  if (error.name === 'AbortError') return fail('http.stopped', 'stopped', { host });
  const reason = codeOf(error);
  const about = { host, reason };
  const code = UNREACHED[reason] ?? (CERTIFICATE.test(reason) ? 'http.certificate' : 'http.cut');
  return fail(code, `${reason || error.message}`, about);
}

/** The code of the innermost cause that has one. */
function codeOf(error: Error): string {
  let found = '';
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const inner: unknown = at instanceof AggregateError ? at.errors[0] : at;
    if (inner instanceof Error && typeof (inner as NodeJS.ErrnoException).code === 'string')
      found = (inner as NodeJS.ErrnoException).code ?? found;
  }
  return found;
}
