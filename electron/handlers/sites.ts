import { ok, type Result } from '../../src/base/result.ts';
import type { CallOutput, Handlers } from '../../src/ipc/contract.ts';
import type { SitesAsked } from '../../src/ipc/calls/sites.ts';
import type { Approvals } from '../services/sites/approval.ts';
import type { Outbox } from '../services/push/outbox.ts';
import type { Pull } from '../services/push/pull.ts';
import { shownPost } from '../services/push/shown.ts';
import type { SiteDesk } from '../services/sites/desk.ts';

export interface SitesRoom {
  desk: SiteDesk;
  outbox: Outbox;
  pull: Pull;
  approvals: Approvals;
}

type Answer = CallOutput<'sites.act'>;

/** Hands a value on under its name; a failure as it is. */
function as<T, N extends keyof Answer>(name: N, answer: Result<T & Answer[N]>): Result<Answer> {
  return answer.ok ? ok({ [name]: answer.value }) : answer;
}

export function sitesHandlers(room: SitesRoom): Pick<Handlers, 'sites.act'> {
  /** What a person waits for in the window, and may stop. */
  let waited = new AbortController();
  const sites = async (): Promise<Result<Answer>> =>
    ok({ sites: await room.desk.list(), keepsSecrets: await room.desk.keepsSecrets() });
  const places = async (story: string): Promise<Result<Answer>> =>
    ok({ places: (await room.pull.places(story)).map(shownPost) });
  const signal = (): AbortSignal => {
    waited.abort();
    waited = new AbortController();
    return waited.signal;
  };

  async function act(asked: SitesAsked): Promise<Result<Answer>> {
    const { desk, outbox, pull } = room;
    switch (asked.do) {
      case 'list':
        return sites();
      case 'find': {
        const found = await desk.discover(asked.url, asked.kind, signal());
        return as('found', found);
      }
      case 'approve':
        return as('approved', await desk.approve(asked.url, asked.approveAt, signal()));
      case 'keep': {
        const kept = await desk.keep(asked.site, asked.secret, asked.approved);
        if (!kept.ok) return kept;
        outbox.signedIn(asked.site.id);
        return sites();
      }
      case 'test':
        return as('connection', await desk.test(asked.site, signal()));
      case 'remove': {
        const removed = await desk.remove(asked.site);
        return removed.ok ? sites() : removed;
      }
      case 'stop':
        waited.abort();
        return ok({});
      case 'plan':
        return as('plan', await outbox.plan(asked, signal()));
      case 'push': {
        const pushed = await outbox.push(asked);
        return pushed.ok ? ok({ pushes: outbox.list() }) : pushed;
      }
      case 'pushes':
        return ok({ pushes: outbox.list() });
      case 'job': {
        const acted = await outbox.act(asked.job, asked.act);
        return acted.ok ? ok({ pushes: outbox.list() }) : acted;
      }
      case 'exchange':
        return as('exchange', await outbox.exchange(asked.job, asked.story, asked.site, asked.number));
      case 'accept':
        return as('accepted', await pull.accept(asked.story, asked.seq, asked.merged, asked.theirs));
      case 'places':
        return places(asked.story);
      case 'look': {
        const looked = await pull.look(asked.story, asked.site, signal());
        return looked.ok ? places(asked.story) : looked;
      }
      case 'posts':
        return as('posts', await pull.list(asked.site, asked.search, asked.page, signal()));
      case 'pull':
        return as('pulled', await pull.pull(asked.site, asked.post, signal()));
    }
  }
  return { 'sites.act': act };
}
