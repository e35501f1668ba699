import { ok } from '../../src/base/result.ts';
import type { Handlers } from '../../src/ipc/contract.ts';
import { createStory } from '../../src/story/create.ts';
import type { Library } from '../services/library.ts';

type StoryCalls = 'stories.list' | 'stories.create' | 'stories.open' | 'stories.change' | 'stories.close';

export function storyHandlers(library: Library): Pick<Handlers, StoryCalls> {
  return {
    'stories.list': () => library.list(),
    'stories.create': ({ language }) => library.create(createStory({ language })),
    'stories.open': ({ id }) => library.open(id),
    'stories.change': ({ id, seq, change }) => library.change(id, seq, change),
    'stories.close': async ({ id }) => {
      await library.close(id);
      return ok(null);
    },
  };
}
