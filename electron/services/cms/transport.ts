import type { Trouble } from '../../../src/cms/talk.ts';
import type { Transport } from '../../../src/cms/wire.ts';

/** A reply longer than this is none of a CMS (16 MiB). */
const LONGEST_REPLY = 16 * 1024 * 1024;

const DNS = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA']);
const OFFLINE = new Set(['ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EADDRNOTAVAIL']);
const TLS = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|HOSTNAME_MISMATCH|ALTNAME/;

/** The code under an error of fetch, which wraps what the network said. */
function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = 'code' in at ? at.code : undefined;
    if (typeof code === 'string') return code;
    if (at instanceof AggregateError && at.errors.length > 0) return codeOf(at.errors[0]);
  }
  return '';
}

function troubleOf(error: unknown, isBegun: boolean): Trouble {
  const name = error instanceof Error ? error.name : '';
  const code = codeOf(error);
  const detail = code || (error instanceof Error ? error.message : String(error));
  if (name === 'TimeoutError' || /TIMEOUT|TIMEDOUT/.test(code)) return { kind: 'timeout', detail };
  if (name === 'AbortError') return { kind: 'cancelled', detail };
  if (DNS.has(code)) return { kind: 'dns', detail };
  if (OFFLINE.has(code)) return { kind: 'offline', detail };
  if (code === 'ECONNREFUSED') return { kind: 'refused', detail };
  if (TLS.test(code)) return { kind: 'tls', detail };
  return { kind: isBegun ? 'half-reply' : 'reset', detail };
}

/** The body as text, up to what a CMS could mean. */
async function textOf(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  if (response.body) {
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
      length += piece.length;
      if (length > LONGEST_REPLY) throw new Error('the reply is too long');
      pieces.push(piece);
    }
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}

/**
 * Requests over HTTP(S) with Node's fetch: no redirects followed, no cookies, certificates checked. A person's abort and
 * the time limit end a request at once.
 */
export const httpTransport: Transport = async ({ method, url, headers, body, timeout, signal }) => {
  const limits = [AbortSignal.timeout(timeout)];
  if (signal instanceof AbortSignal) limits.push(signal);
  let isBegun = false;
  try {
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.any(limits),
      ...(body && { body: new Uint8Array(body) }),
    });
    isBegun = true;
    const text = await textOf(response);
    return {
      got: 'reply',
      reply: { status: response.status, headers: Object.fromEntries(response.headers), body: text },
    };
  } catch (error) {
    return { got: 'trouble', trouble: troubleOf(error, isBegun) };
  }
};
