import { ok, type Result } from '../../src/base/result.ts';
import type { CallOutput, Handlers } from '../../src/ipc/contract.ts';
import type { Returned } from '../services/returned.ts';
import type { DeskCopies } from './desk.ts';

export function mergeHandlers(returned: Returned, copies: DeskCopies): Pick<Handlers, 'merge.act'> {
  /** A decision, of which the desk hears. */
  async function decided(
    token: string,
    acted: Result<CallOutput<'merge.act'>>,
    isSeparate = false,
  ): Promise<Result<CallOutput<'merge.act'>>> {
    if (acted.ok) await copies.decided(token, isSeparate);
    return acted;
  }
  return {
    'merge.act': async (asked) => {
      switch (asked.act) {
        case 'compare':
          return returned.compare(asked.token);
        case 'accept':
          return decided(asked.token, await returned.accept(asked.token, asked.seq, asked.story));
        case 'separate':
          return decided(asked.token, await returned.separate(asked.token), true);
        case 'drop':
          return returned.drop(asked.token);
        case 'desk': {
          const desk = await copies.act(asked.ask);
          return desk.ok ? ok({ compared: null, merged: null, id: null, desk: desk.value }) : desk;
        }
      }
    },
  };
}
