import { z } from '../../base/schema.ts';
import { fail, type Result } from '../../base/result.ts';
import type { Site } from '../site.ts';
import type { Call, CallName, Reply } from '../talk.ts';
import { jsonOf } from '../trouble.ts';

/** `{"posts":[…]}` and the like: Ghost wraps what it takes and gives. */
const errorsSchema = z.object({
  errors: z.array(
    z.object({
      message: z.string().default(''),
      context: z.string().nullish(),
      type: z.string().default(''),
      code: z.string().nullish(),
    }),
  ),
});

const HEADERS = { accept: 'application/json', 'accept-version': 'v6.0' };

function query(parts: Record<string, string | number>): string {
  const all = Object.entries(parts).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return all.length > 0 ? `?${all.join('&')}` : '';
}

/** A call that only reads. Paths end in a slash: Ghost sends others on. */
export function get(site: Site, name: CallName, path: string, parts: Record<string, string | number> = {}): Call {
  return {
    name,
    method: 'GET',
    url: `${site.api}${path}${query(parts)}`,
    headers: HEADERS,
    body: null,
    writes: false,
    expects: 'json',
  };
}

/** A call that makes the post, or changes the one of that id. */
export function write(site: Site, name: CallName, id: string | null, fields: object, source?: 'html'): Call {
  return {
    ...get(site, name, id === null ? 'posts/' : `posts/${id}/`, { formats: 'lexical,html', ...(source && { source }) }),
    method: id === null ? 'POST' : 'PUT',
    headers: { ...HEADERS, 'content-type': 'application/json; charset=utf-8' },
    body: { kind: 'text', text: JSON.stringify({ posts: [fields] }) },
    writes: true,
  };
}

/** What Ghost says went wrong. */
export function errorOf(reply: Reply): { type: string; code: string; message: string } {
  const read = errorsSchema.safeParse(jsonOf(reply));
  const [first] = read.success ? read.data.errors : [];
  if (!first) return { type: '', code: '', message: reply.body.slice(0, 200) };
  return {
    type: first.type,
    code: first.code ?? '',
    message: [first.message, first.context].filter(Boolean).join(' '),
  };
}

/** A refusal as a failure that a person can act on. */
export function refusal(reply: Reply): { ok: false; failure: { code: string; detail: string } } {
  const { type, code, message } = errorOf(reply);
  const { status } = reply;
  const detail = `HTTP ${status} ${type} ${code}: ${message}`;
  // The token is good for five minutes: a wrong clock makes one that is past already.
  if (status === 401 && /expired|maxAge/i.test(message))
    return fail('push.clock', detail, { date: reply.headers['date'] ?? '' });
  if (
    status === 401 ||
    (status === 400 && /JWT/.test(code)) ||
    (status === 403 && type === 'NoPermissionError' && code === '')
  ) {
    return /permission to/i.test(message)
      ? fail('push.missing-right', detail, { right: 'edit' })
      : fail('push.wrong-password', detail);
  }
  if (status === 403) return fail('push.missing-right', detail, { right: 'edit' });
  if (status === 404) return fail('push.gone', detail);
  if (status === 406) return fail('push.no-api', detail);
  if (status === 413) return fail('push.too-large', detail, { photo: '', megabytes: 0 });
  return fail('push.refused', detail, { status, reason: message || code });
}

/** The reply's JSON as that schema has it, or why not. */
export function read<T>(reply: Reply, schema: z.ZodType<T>): Result<T> {
  if (reply.status >= 400) return refusal(reply);
  const parsed = schema.safeParse(jsonOf(reply));
  if (parsed.success) return { ok: true, value: parsed.data };
  return fail('push.not-cms', `an answer that is none of Ghost: ${reply.body.slice(0, 200)}`);
}
