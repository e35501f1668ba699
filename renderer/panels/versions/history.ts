import type { Story } from '../../../src/story/schema.ts';
import type { KeptVersion } from '../../../src/versions/index.ts';
import type { Client } from '../../../src/ipc/client.ts';
import type { Notices } from '../../state/notices.ts';
import type { Session } from '../../state/session.ts';
import { createStore, type Store } from '../../state/store.ts';

/** The story as it stands in the window stands in the list like a version. */
export const NOW = 'now';

/** A story's versions, read as they are wanted. */
export interface History {
  /** The newest first; null until they are read. */
  readonly versions: Store<readonly KeptVersion[] | null>;
  /** The stories that were read, by hash, and the present one as `now`; null for one that cannot be read. */
  readonly stories: Store<ReadonlyMap<string, Story | null>>;
  refresh: () => Promise<void>;
  /** Sees to it that this version's story is read. */
  want: (hash: string) => void;
  /** Gives a version a name. */
  name: (n: number, label: string) => Promise<void>;
}

export function createHistory(host: Client, notices: Notices, session: Session): History {
  const { id } = session.opened;
  // What the editor still gathers belongs to the story as it is now.
  session.flush();
  const versions = createStore<readonly KeptVersion[] | null>(null);
  const stories = createStore<ReadonlyMap<string, Story | null>>(new Map([[NOW, session.current()]]));
  const asked = new Set<string>([NOW]);

  async function refresh(): Promise<void> {
    const answer = await host.call('versions.read', { ask: 'list', id });
    if (answer.ok) versions.set(answer.value.versions);
    else {
      notices.tell('failure', answer.failure);
      versions.set([]);
    }
  }
  return {
    versions,
    stories,
    refresh,
    want(hash) {
      if (asked.has(hash)) return;
      asked.add(hash);
      void host.call('versions.read', { ask: 'one', id, hash }).then((answer) => {
        if (!answer.ok) notices.tell('failure', answer.failure);
        stories.set(new Map([...stories.get(), [hash, answer.ok ? answer.value.story : null]]));
      });
    },
    async name(n, label) {
      const answer = await host.call('versions.act', { act: 'name', id, n, label });
      if (!answer.ok) notices.tell('failure', answer.failure);
      await refresh();
    },
  };
}
