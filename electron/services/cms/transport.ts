import type { Answer, Trouble } from '../../../src/cms/talk.ts';
import type { Transport } from '../../../src/cms/wire.ts';

/** So many bytes of an answer are read at most (32 MiB). */
const MAX_BYTES = 32 * 1024 * 1024;
/** Slower than this (bytes a second) nothing goes out: a large photo gets the time it needs on a bus. */
const SLOWEST = 20_000;

const KINDS: Record<string, Trouble['kind']> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  ENETUNREACH: 'offline',
  ENETDOWN: 'offline',
  EHOSTUNREACH: 'offline',
  EADDRNOTAVAIL: 'offline',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
};
const TLS = /CERT|SSL|TLS|EPROTO|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|HOSTNAME_MISMATCH|ALTNAME/;
/** Troubles that a computer without a network has, whatever the system calls them. */
const WITHOUT_NETWORK = new Set<Trouble['kind']>(['dns', 'refused', 'timeout', 'reset']);

export interface TransportOptions {
  /** Whether the computer has a network; what fails without one is `offline`. */
  isOnline?: () => boolean;
  maxBytes?: number;
}

/**
 * Sends requests with Node's own fetch. No redirect is followed, so no secret goes where it was not meant to; no cookie
 * is kept; a certificate that is not good is `tls`, with no way round it.
 */
export function createTransport({ isOnline = () => true, maxBytes = MAX_BYTES }: TransportOptions = {}): Transport {
  return async ({ method, url, headers, body, timeout, signal }) => {
    const patience = AbortSignal.timeout(Math.ceil(timeout + ((body?.length ?? 0) / SLOWEST) * 1000));
    const ends = signal instanceof AbortSignal ? AbortSignal.any([signal, patience]) : patience;
    let isAnswering = false;
    try {
      const answer = await fetch(url, {
        method,
        headers,
        body: body ? Buffer.from(body) : undefined,
        redirect: 'manual',
        signal: ends,
      });
      isAnswering = true;
      const text = await readText(answer, maxBytes);
      if (text === null) return trouble('half-reply', `the answer has more than ${maxBytes} bytes`);
      const { 'set-cookie': _, ...told } = Object.fromEntries(answer.headers);
      return { got: 'reply', reply: { status: answer.status, headers: told, body: text } };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (signal?.aborted) return trouble('cancelled', 'stopped');
      if (error.name === 'TimeoutError') return trouble('timeout', 'no answer in time');
      const code = codeOf(error);
      const kind = TLS.test(code) ? 'tls' : (KINDS[code] ?? (isAnswering ? 'half-reply' : 'reset'));
      return trouble(WITHOUT_NETWORK.has(kind) && !isOnline() ? 'offline' : kind, code || error.message);
    }
  };
}

function trouble(kind: Trouble['kind'], detail: string): Answer {
  return { got: 'trouble', trouble: { kind, detail } };
}

/** The same for a program that does not watch the network, as the command line. */
export const httpTransport: Transport = createTransport();

/** The code of the innermost cause that has one. */
function codeOf(error: Error): string {
  let found = '';
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const inner: unknown = at instanceof AggregateError ? at.errors[0] : at;
    const code = inner instanceof Error ? (inner as NodeJS.ErrnoException).code : undefined;
    if (typeof code === 'string') found = code;
  }
  return found;
}

/** All of it as text, or null where it is more than may be. */
async function readText(answer: Response, maxBytes: number): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += (part as Uint8Array).length;
    if (length > maxBytes) return null;
    parts.push(part as Uint8Array);
  }
  return Buffer.concat(parts, length).toString('utf8');
}
