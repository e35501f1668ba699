import type { Failure } from '../../src/base/result.ts';
import { fail } from '../../src/base/result.ts';
import type { PushShown } from '../../src/ipc/calls/sites.ts';
import { nodeDisk } from '../services/disk/disk.ts';
import { Outbox } from '../services/push/outbox.ts';
import { PostShelf } from '../services/push/post-shelf.ts';
import { Pull } from '../services/push/pull.ts';
import { createTransport } from '../services/cms/transport.ts';
import { Approvals } from '../services/sites/approval.ts';
import { SiteBook } from '../services/sites/book.ts';
import { SiteDesk } from '../services/sites/desk.ts';
import { Secrets, type Keyring } from '../services/sites/secrets.ts';
import { traceOf } from '../services/trace.ts';
import type { SitesRoom } from './sites.ts';
import type { Stores } from './stores.ts';

export interface SitesOptions {
  /** The data folder. */
  home: string;
  stores: Stores;
  keyring: Keyring;
  /** Whether the computer has a network. */
  isOnline: () => boolean;
  openOutside: (address: string) => Promise<boolean>;
  /** Whether the system hands this program's own addresses to it. */
  canReturn: () => boolean;
  onChanged: (pushes: PushShown[]) => void;
  onTrouble: (failure: Failure) => void;
}

/** Opens what belongs to sites: who they are, what is on its way to them, what lives there. */
export function openSites({
  home,
  stores,
  keyring,
  isOnline,
  openOutside,
  canReturn,
  onChanged,
  onTrouble,
}: SitesOptions): SitesRoom {
  const { library, media, renditions: copies } = stores;
  const broken = (what: string, error: unknown): void => {
    onTrouble(fail('sites.damaged', `${what}: ${traceOf(error)}`).failure);
  };
  const approvals = new Approvals({ openOutside, canReturn });
  const desk = new SiteDesk({
    book: new SiteBook(home, broken),
    secrets: new Secrets(home, keyring, broken),
    transport: createTransport({ isOnline }),
    approvals,
  });
  const posts = new PostShelf(home, nodeDisk);
  const outbox = new Outbox({
    ...{ home, disk: nodeDisk, library, media, copies, desk, posts, isOnline },
    ...{ onChanged, onTrouble },
  });
  return { desk, outbox, approvals, pull: new Pull({ library, media, desk, posts }) };
}
