import type { HttpReply, HttpRequest } from './client.ts';

/** What was sent and what came back, for a person to read: secrets are dots, pictures a number of bytes. */
export interface Exchange {
  /** When it was sent (RFC 3339). */
  at: string;
  method: string;
  url: string;
  /** Header lines and the text of the body. */
  request: string;
  /** Null where no answer came. */
  status: number | null;
  reply: string;
  /** Milliseconds from sending to the whole answer. */
  took: number;
}

const MASK = '••••';
const SECRET_HEADER = /^(authorization|cookie|set-cookie|proxy-authorization|.*(signature|token|secret|api-key).*)$/i;
const SECRET_MEMBER = /("[^"]*(?:password|secret|token|api_?key)[^"]*"\s*:\s*)"(?:[^"\\]|\\.)*"/gi;
/** Characters of a body that are kept. */
const KEPT = 20_000;
const TEXT = /json|text|xml|javascript|urlencoded/i;

/**
 * Writes an exchange down without its secrets.
 *
 * @param secrets whatever must not be seen, wherever it stands
 */
export function recorded(
  at: string,
  took: number,
  request: HttpRequest,
  reply: HttpReply | string,
  secrets: readonly string[],
): Exchange {
  const hide = hider(secrets);
  const { headers = {}, body } = request;
  const sent = [lines(headers), bodyText(body ?? null, headers)].filter((part) => part !== '').join('\n\n');
  const came =
    typeof reply === 'string'
      ? reply
      : [lines(reply.headers), bodyText(reply.body, reply.headers)].filter((part) => part !== '').join('\n\n');
  return {
    at,
    method: request.method,
    url: hide(request.url),
    request: hide(sent),
    status: typeof reply === 'string' ? null : reply.status,
    reply: hide(came),
    took: Math.max(0, Math.round(took)),
  };
}

function hider(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .flatMap((secret) => [secret, secret.replace(/\s+/g, ''), encodeURIComponent(secret)])
    .filter((form) => form.length >= 4)
    .sort((a, b) => b.length - a.length);
  return (text) =>
    forms.reduce((left, form) => left.replaceAll(form, MASK), text.replace(SECRET_MEMBER, `$1"${MASK}"`));
}

const lines = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${SECRET_HEADER.test(name) ? MASK : value}`)
    .join('\n');

function bodyText(body: Uint8Array | string | null, headers: Readonly<Record<string, string>>): string {
  if (body === null || body.length === 0) return '';
  if (typeof body === 'string') return cut(body);
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return TEXT.test(type) ? cut(Buffer.from(body).toString('utf8')) : `(${body.length} bytes)`;
}

const cut = (text: string): string => (text.length > KEPT ? `${text.slice(0, KEPT)}…` : text);
