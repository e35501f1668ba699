import type { Result } from '../../src/base/result.ts';
import type { Client } from '../../src/ipc/client.ts';
import type { PushShown, SitesAsked } from '../../src/ipc/calls/sites.ts';
import type { CallOutput } from '../../src/ipc/contract.ts';
import type { Notices } from './notices.ts';
import { createStore, type Store } from './store.ts';

export type SitesAnswer = CallOutput<'sites.act'>;
export type KnownSite = NonNullable<SitesAnswer['sites']>[number];

/** The newsroom's sites, and what is on its way to them. */
export interface Pushing {
  readonly sites: Store<readonly KnownSite[]>;
  /** False where passwords are forgotten when the program ends. */
  readonly keepsSecrets: Store<boolean>;
  readonly pushes: Store<readonly PushShown[]>;
  /** The dialog that is open: sending the open story, what is on its way, or bringing a post in. */
  readonly shown: Store<'push' | 'outbox' | 'pull' | null>;
  /** Asks the host; what it says of sites and pushes is known here afterwards. */
  ask: (asked: SitesAsked) => Promise<Result<SitesAnswer>>;
  begin: () => Promise<void>;
}

export function createPushing(host: Client, notices: Notices): Pushing {
  const sites = createStore<readonly KnownSite[]>([]);
  const keepsSecrets = createStore(true);
  const pushes = createStore<readonly PushShown[]>([]);
  const shown = createStore<'push' | 'outbox' | 'pull' | null>(null);

  /** Says what became of a push that nobody is looking at. */
  function tell(before: readonly PushShown[], after: readonly PushShown[]): void {
    if (shown.get() === 'push' || shown.get() === 'outbox') return;
    for (const { id, headline, site, state } of after) {
      if (before.find((other) => other.id === id)?.state.is === state.is) continue;
      const about = { headline, site: sites.get().find((one) => one.id === site)?.name ?? '' };
      if (state.is === 'done') notices.tell('done', { code: 'window.pushed', about });
      if (state.is === 'waiting') notices.tell('warning', { code: 'window.push-waits', about });
      if (state.is === 'person') notices.tell('failure', { code: 'window.push-asks', about });
    }
  }
  function know(next: readonly PushShown[]): void {
    const before = pushes.get();
    pushes.set(next);
    tell(before, next);
  }
  host.listen('push.changed', know);

  async function ask(asked: SitesAsked): Promise<Result<SitesAnswer>> {
    const answer = await host.call('sites.act', asked);
    if (!answer.ok) return answer;
    if (answer.value.sites) sites.set(answer.value.sites);
    if (answer.value.keepsSecrets !== undefined) keepsSecrets.set(answer.value.keepsSecrets);
    if (answer.value.pushes) pushes.set(answer.value.pushes);
    return answer;
  }

  return {
    sites,
    keepsSecrets,
    pushes,
    shown,
    ask,
    begin: async () => {
      await ask({ do: 'list' });
      await ask({ do: 'pushes' });
    },
  };
}
