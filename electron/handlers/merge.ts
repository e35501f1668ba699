import type { Handlers } from '../../src/ipc/contract.ts';
import type { Returned } from '../services/returned.ts';

export function mergeHandlers(returned: Returned): Pick<Handlers, 'merge.act'> {
  return {
    'merge.act': async (asked) => {
      switch (asked.act) {
        case 'compare':
          return returned.compare(asked.token);
        case 'accept':
          return returned.accept(asked.token, asked.seq, asked.story);
        case 'separate':
          return returned.separate(asked.token);
        case 'drop':
          return returned.drop(asked.token);
      }
    },
  };
}
