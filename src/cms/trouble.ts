import { readJson } from '../base/json.ts';
import { fail, type Failure } from '../base/result.ts';
import type { Answer, Call, Heard, Reply } from './talk.ts';

/** What to do about an answer that the adapter does not hear: try again later, or stop for a person. */
export interface Setback {
  do: 'wait' | 'stop';
  failure: Failure;
  /** What the server asked for (Retry-After), in milliseconds; null where it did not. */
  retryAfter: number | null;
  /** Whether the server itself answered and failed: so many times in a row, and a person must know. */
  isServers: boolean;
}

const LONGEST_WAIT = 24 * 3600 * 1000;

/** `Retry-After` (RFC 9110 10.2.3) as milliseconds from `at`; null where there is none. */
function retryAfter({ headers }: Reply, at: number): number | null {
  const text = headers['retry-after']?.trim() ?? '';
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - at;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST_WAIT);
}

/** The value of a reply's JSON, also behind what a server's plugin printed before it; undefined where it holds none. */
export function jsonOf({ body }: Reply): unknown {
  const whole = readJson(body);
  if (whole !== undefined) return whole;
  const start = body.search(/[{[]["{\]}[]/);
  return start > 0 ? readJson(body.slice(start)) : undefined;
}

const host = (url: string): string => /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;

function wait(code: string, detail: string, about: Failure['about'], isServers = false): Setback {
  return { do: 'wait', failure: fail(code, detail, about).failure, retryAfter: null, isServers };
}
function stop(code: string, detail: string, about?: Failure['about']): Setback {
  return { do: 'stop', failure: fail(code, detail, about).failure, retryAfter: null, isServers: false };
}

const isHeard = ({ status, header, body }: Heard, reply: Reply): boolean =>
  reply.status === status &&
  (header === undefined || header in reply.headers) &&
  (body === undefined || reply.body.includes(body));

/** What stands in the way of this answer's reaching the adapter; null where it may hear it. */
export function setbackOf(call: Call, answer: Answer, at: number): Setback | null {
  const about = { host: host(call.url) };
  if (answer.got === 'trouble') {
    const { kind, detail } = answer.trouble;
    switch (kind) {
      case 'offline':
        return wait('push.offline', detail, about);
      case 'tls':
        return stop('push.tls', detail, { ...about, reason: detail });
      case 'cancelled':
        return stop('push.cancelled', detail);
      case 'unsigned':
        return stop(detail, 'nothing was sent', about);
      case 'media-missing':
        return stop('push.media-missing', detail, { photo: call.about ?? '' });
      case 'dns':
      case 'refused':
      case 'reset':
      case 'half-reply':
      case 'timeout':
      case 'abandoned':
        return wait('push.unreachable', detail, { ...about, kind });
    }
  }
  const { reply } = answer;
  const { status } = reply;
  if (call.hears?.some((heard) => isHeard(heard, reply))) return null;
  if (status === 429 || status === 408) {
    return { ...wait('push.busy', `${status} from ${host(call.url)}`, about), retryAfter: retryAfter(reply, at) };
  }
  if (status >= 500) {
    if (status === 501 || status === 505) return stop('push.refused', `HTTP ${status}`, { status, reason: '' });
    const setback = wait('push.server', `HTTP ${status}: ${reply.body.slice(0, 200)}`, { ...about, status }, true);
    return { ...setback, retryAfter: retryAfter(reply, at) };
  }
  if (status >= 300 && status < 400 && status !== 304) {
    const to = reply.headers['location'] ?? '';
    // A train's or hotel's own network answers with its sign-in page on another host.
    if (/^https?:/i.test(to) && host(to) !== host(call.url)) {
      return wait('push.portal', `sent on to ${to}`, { ...about, to: host(to) }, true);
    }
    return stop('push.redirected', `sent on to ${to}`, { ...about, to });
  }
  if (call.expects === 'json' && status < 300 && status !== 204 && jsonOf(reply) === undefined) {
    return wait('push.not-json', `no JSON: ${reply.body.slice(0, 200)}`, about, true);
  }
  return null;
}
