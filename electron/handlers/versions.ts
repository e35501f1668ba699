import { fail, ok, type Result } from '../../src/base/result.ts';
import type { CallOutput, Handlers } from '../../src/ipc/contract.ts';
import type { Library } from '../services/library.ts';

type VersionCalls = 'versions.read' | 'versions.act';

export function versionHandlers({ versions }: Library): Pick<Handlers, VersionCalls> {
  return {
    'versions.read': async (asked): Promise<Result<CallOutput<'versions.read'>>> => {
      if (asked.ask === 'list') {
        const listed = await versions.history.list(asked.id);
        return listed.ok ? ok({ versions: listed.value, story: null }) : listed;
      }
      const found = await versions.history.read(asked.id, asked.hash);
      return found.ok ? ok({ versions: [found.value.version], story: found.value.story }) : found;
    },
    'versions.act': async (asked): Promise<Result<CallOutput<'versions.act'>>> => {
      const { id } = asked;
      switch (asked.act) {
        case 'make': {
          const { kind, label } = asked;
          if (kind === 'named' && label === undefined) return fail('versions.unnamed', 'a named version needs a name');
          const made = await versions.make(id, { kind, label });
          return made.ok ? ok({ ...made.value, restored: null }) : made;
        }
        case 'name': {
          const named = await versions.history.name(id, asked.n, asked.label);
          return named.ok ? ok({ version: named.value, isNew: false, restored: null }) : named;
        }
        case 'restore':
          return versions.restore(id, asked.seq, asked.hash);
      }
    },
  };
}
