import { fail, ok, type Result } from '../../../src/base/result.ts';
import { askable } from './address.ts';
import { httpFailure } from './trouble.ts';

/** A request as an adapter makes it. */
export interface HttpRequest {
  method: string;
  /** Absolute address: https, or http on this computer itself. */
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: Uint8Array | string | null;
}

/** A whole answer, whatever its status. */
export interface HttpReply {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Uint8Array;
  /** Where it came from after redirects. */
  url: string;
}

export interface HttpOptions {
  /** Ends the request; it then fails with `http.stopped`. */
  signal?: AbortSignal;
  /** Milliseconds until the whole answer must be there. */
  timeout?: number;
  /** So many bytes of an answer are read at most. */
  maxBytes?: number;
}

/** Answers when the whole reply is there. Fails as `httpFailure` says, and as sendHttp does. */
export type SendHttp = (request: HttpRequest, options?: HttpOptions) => Promise<Result<HttpReply>>;

const TIMEOUT = 60_000;
/** A minute, and a second for each so many bytes that go out: a photo from a bus takes its time. */
const SLOWEST = 20_000;
const MAX_BYTES = 32 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What proves who asks; it never goes to another place than it was meant for. */
const PROVES = new Set(['authorization', 'cookie', 'proxy-authorization']);

/**
 * Sends one request, once, and reads the whole answer. Nothing is sent twice by itself; a redirect is followed only
 * where it asks to look elsewhere (GET and HEAD), and what proves who asks stays behind where that is another origin.
 *
 * Fails with `http.moved` (`to`: something was to be written, and the site lies elsewhere), `http.too-large`,
 * `http.bad-address`, `http.insecure`, and as `httpFailure` says. A status of 400 or 500 is an answer, no failure.
 */
export const sendHttp: SendHttp = async (request, options = {}) => {
  let { url } = request;
  let headers = request.headers ?? {};
  const sized = typeof request.body === 'string' ? Buffer.byteLength(request.body) : (request.body?.length ?? 0);
  const patience = AbortSignal.timeout(options.timeout ?? TIMEOUT + Math.ceil(sized / SLOWEST) * 1000);
  const signal = options.signal ? AbortSignal.any([options.signal, patience]) : patience;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const at = askable(url);
    if (!at.ok) return at;
    const { host, origin } = at.value;
    try {
      const answer = await fetch(at.value, {
        method: request.method,
        headers: { ...headers },
        body: request.body === undefined || request.body === null ? undefined : Buffer.from(request.body),
        redirect: 'manual',
        signal,
      });
      const next = REDIRECTS.has(answer.status) ? answer.headers.get('location') : null;
      if (next === null || !URL.canParse(next, url)) {
        const body = await readBody(answer, options.maxBytes ?? MAX_BYTES);
        if (!body) return fail('http.too-large', 'the answer is too large', { host });
        return ok({ status: answer.status, headers: Object.fromEntries(answer.headers), body, url });
      }
      await answer.body?.cancel();
      const to = new URL(next, url);
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return fail('http.moved', `it lies at ${to.origin}`, { host, to: to.origin + to.pathname });
      if (to.origin !== origin) headers = withoutProof(headers);
      url = to.href;
    } catch (error) {
      if (options.signal?.aborted) return fail('http.stopped', 'stopped', { host });
      return httpFailure(error, host);
    }
  }
  return fail('http.moved', 'redirected in a circle', { host: new URL(url).host, to: url });
};

const withoutProof = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !PROVES.has(name.toLowerCase())));

/** All of it, or null where it is more than may be. */
async function readBody(answer: Response, maxBytes: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += (part as Uint8Array).length;
    if (length > maxBytes) return null;
    parts.push(part as Uint8Array);
  }
  return new Uint8Array(Buffer.concat(parts, length));
}
