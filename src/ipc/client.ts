import { fail, type Result } from '../base/result.ts';
import type { Bridge, CallInput, CallName, CallOutput, EventData, EventName } from './contract.ts';

/** The host as the window sees it: every call and event of the contract, typed by it. */
export interface Client {
  /** Asks the host. Never rejects: where no answer came, or none that makes sense, the failure is `ipc.unreachable`. */
  call: <N extends CallName>(
    name: N,
    ...input: undefined extends CallInput<N> ? [input?: CallInput<N>] : [input: CallInput<N>]
  ) => Promise<Result<CallOutput<N>>>;
  /** Hears an event until the function that comes back is called. */
  listen: <N extends EventName>(name: N, heard: (data: EventData<N>) => void) => () => void;
}

/** A typed client over the two functions that the preload puts into the window. */
export function createClient(bridge: Bridge): Client {
  return {
    async call<N extends CallName>(name: N, input?: unknown): Promise<Result<CallOutput<N>>> {
      try {
        const answer = await bridge.call(name, input);
        // The host's router has checked the answer against the contract already; this only tells an answer from none.
        if (isResult(answer)) return answer as Result<CallOutput<N>>;
        return fail('ipc.unreachable', `${name}: the host gave no answer`);
      } catch (error) {
        return fail('ipc.unreachable', `${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
    listen<N extends EventName>(name: N, heard: (data: EventData<N>) => void): () => void {
      return bridge.listen(name, (data) => {
        heard(data as EventData<N>);
      });
    },
  };
}

function isResult(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';
}
