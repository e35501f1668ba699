import { fail, type Result } from '../base/result.ts';
import type { Talk } from './talk.ts';
import { setbackOf } from './trouble.ts';
import { send, type Line } from './wire.ts';

/**
 * Holds a conversation that is no push (finding an API, testing a connection, a plan, a list, a pull) from its beginning
 * to its end. Trouble ends it at once: there is nothing to keep, and a person is waiting. Fails as the talk does, and
 * with `push.offline`, `push.unreachable`, `push.busy`, `push.server`, `push.tls`, `push.redirected`, `push.portal`,
 * `push.not-json`, `push.cancelled`, `push.bad-secret`, `push.not-loopback`.
 */
export async function converse<T>(talk: Talk<T>, line: Line): Promise<Result<T>> {
  let turn = talk.next();
  while (!turn.done) {
    const call = turn.value;
    const sent = await send(line, call);
    if (!sent.ok) return sent;
    const setback = setbackOf(call, sent.value, line.clock());
    if (setback) return { ok: false, failure: setback.failure };
    if (sent.value.got !== 'reply') return fail('push.unreachable', sent.value.trouble.detail);
    turn = talk.next(sent.value.reply);
  }
  return turn.value;
}
