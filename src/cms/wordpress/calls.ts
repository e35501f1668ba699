import { z } from '../../base/schema.ts';
import { fail, type Result } from '../../base/result.ts';
import { htmlRuns } from '../html-runs.ts';
import { plainText } from '../../story/runs.ts';
import type { Site } from '../site.ts';
import type { Body, Call, CallName, Reply } from '../talk.ts';
import { jsonOf } from '../trouble.ts';

type Query = Record<string, string | number | readonly string[]>;

/** The address of a route, also where the site has no pretty links and the route is a query itself. */
export function route(site: Site, path: string, query: Query = {}): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    typeof value === 'object'
      ? value.map((one) => `${name}[]=${encodeURIComponent(one)}`)
      : [`${name}=${encodeURIComponent(String(value))}`],
  );
  const start = site.api + path;
  if (parts.length === 0) return start;
  return `${start}${start.includes('?') ? '&' : '?'}${parts.join('&')}`;
}

const HEADERS = { accept: 'application/json' };

/** A call that only reads. */
export function get(site: Site, name: CallName, path: string, query: Query = {}, about?: string): Call {
  return {
    name,
    ...(about !== undefined && { about }),
    method: 'GET',
    url: route(site, path, query),
    headers: HEADERS,
    body: null,
    writes: false,
    expects: 'json',
  };
}

/** A call that changes something, its fields as JSON. */
export function post(site: Site, name: CallName, path: string, fields: object, about?: string): Call {
  const body: Body = { kind: 'text', text: JSON.stringify(fields) };
  return {
    ...get(site, name, path, {}, about),
    method: 'POST',
    headers: { ...HEADERS, 'content-type': 'application/json; charset=utf-8' },
    body,
    writes: true,
  };
}

const errorSchema = z.object({ code: z.string(), message: z.string().default(''), data: z.unknown().optional() });

/** What WordPress says went wrong; its message is HTML. */
export function errorOf(reply: Reply): { code: string; message: string; data: unknown } {
  const read = errorSchema.safeParse(jsonOf(reply));
  if (!read.success) return { code: '', message: reply.body.slice(0, 200), data: undefined };
  const { code, message, data } = read.data;
  return { code, message: plainText(htmlRuns(message)), data };
}

/** A refusal as a failure that a person can act on. `right` is what would be missing. */
export function refusal(reply: Reply, right: string): { ok: false; failure: { code: string; detail: string } } {
  const { code, message } = errorOf(reply);
  const { status } = reply;
  const detail = `HTTP ${status} ${code}: ${message}`;
  if (status === 401 && !/cannot|forbidden/.test(code)) return fail('push.wrong-password', detail);
  if (status === 401 || status === 403) return fail('push.missing-right', detail, { right });
  if (code === 'rest_no_route') return fail('push.no-api', detail);
  if (status === 410) return fail('push.trashed', detail);
  if (status === 404) return fail('push.gone', detail);
  if (status === 413) return fail('push.too-large', detail, { photo: '', megabytes: 0 });
  return fail('push.refused', detail, { status, reason: message || code });
}

/** The reply's JSON as that schema has it, or why not. */
export function read<T>(reply: Reply, schema: z.ZodType<T>, right: string): Result<T> {
  if (reply.status >= 400) return refusal(reply, right);
  const parsed = schema.safeParse(jsonOf(reply));
  if (parsed.success) return { ok: true, value: parsed.data };
  return fail('push.not-cms', `an answer that is none of WordPress: ${reply.body.slice(0, 200)}`);
}
