import type { z } from '../base/schema.ts';
import { fail, ok, type Failure, type Result } from '../base/result.ts';
import type { Call } from './call.ts';

/** A function for every call of a contract, typed by it. */
export type HandlersOf<C extends Record<string, Call>> = {
  [N in keyof C]: (input: z.infer<C[N]['input']>) => Promise<Result<z.infer<C[N]['output']>>>;
};

/**
 * Hears of what should never happen: a handler that threw (the call's name, the error), an answer that breaks the contract
 * (the name and where; no error). Goes to the log.
 */
export type BugListener = (what: string, error: unknown) => void;

/** The one door between window and host: any name and any input in, always a `Result` out. */
export type Router = (name: unknown, input: unknown) => Promise<Result<unknown>>;

/**
 * Checks a call's name and input, lets its handler work, and checks the answer.
 *
 * Failure codes beside the handlers' own: `ipc.unknown-call`, `ipc.bad-input` (both: the caller's mistake),
 * `ipc.broken` (the handler threw) and `ipc.bad-output` (the answer breaks the contract); the last two reach `onBug`.
 * A refusal never repeats what was sent: it may be a story's text, and refusals are logged.
 */
export function createRouter<C extends Record<string, Call>>(
  contract: C,
  handlers: HandlersOf<C>,
  onBug: BugListener,
): Router {
  return async (name, input) => {
    // Own properties only: "constructor" and "__proto__" are on every object, and are no calls.
    if (typeof name !== 'string' || !Object.hasOwn(contract, name) || !Object.hasOwn(handlers, name)) {
      return fail('ipc.unknown-call', 'No such call');
    }
    const { input: wanted, output: promised } = contract[name] as Call;
    const asked = check(wanted, input);
    if (!asked.ok) return fail('ipc.bad-input', `${name}: ${asked.failure.detail}`);

    let answer: unknown;
    try {
      answer = await (handlers[name] as (input: unknown) => unknown)(asked.value);
    } catch (error) {
      onBug(name, error);
      return fail('ipc.broken', `${name} failed unexpectedly`);
    }

    if (isRefusal(answer)) return answer;
    const told = isAnswer(answer) ? check(promised, answer.value) : fail('', 'not a result');
    if (told.ok) return ok(told.value);
    onBug(`${name} breaks the contract: ${told.failure.detail}`, undefined);
    return fail('ipc.bad-output', `${name} answered something unexpected`);
  };
}

function check(schema: z.ZodType, value: unknown): Result<unknown> {
  try {
    const parsed = schema.safeParse(value);
    if (parsed.success) return ok(parsed.data);
    const [issue] = parsed.error.issues;
    return fail('', `${issue?.path.slice(0, 4).map(String).join('.').slice(0, 80) || 'input'} (${issue?.code})`);
  } catch (error) {
    // Nesting deep enough to exhaust the stack, or a getter that throws.
    return fail('', error instanceof Error ? error.name : 'unreadable');
  }
}

function isAnswer(answer: unknown): answer is { ok: true; value: unknown } {
  return isObject(answer) && answer['ok'] === true && 'value' in answer;
}

function isRefusal(answer: unknown): answer is { ok: false; failure: Failure } {
  if (!isObject(answer) || answer['ok'] !== false || !isObject(answer['failure'])) return false;
  return typeof answer['failure']['code'] === 'string' && typeof answer['failure']['detail'] === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
