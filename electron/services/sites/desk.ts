import { randomBytes } from 'node:crypto';
import { fail, ok, type Result } from '../../../src/base/result.ts';
import type { CmsAdapter, Connection, Discovered } from '../../../src/cms/adapter.ts';
import { converse } from '../../../src/cms/converse.ts';
import { cmsAdapter, cmsAdapters } from '../../../src/cms/index.ts';
import type { CmsId, Site } from '../../../src/cms/site.ts';
import type { Line, PictureReader, Transport } from '../../../src/cms/wire.ts';
import type { Approval, Approvals } from './approval.ts';
import type { SiteBook } from './book.ts';
import type { Secrets } from './secrets.ts';

/** How long an answer may take where nothing else is said, in milliseconds. */
const TIMEOUT = 30_000;

const noPictures: PictureReader = () => Promise.resolve(undefined);

export interface SiteDeskOptions {
  book: SiteBook;
  secrets: Secrets;
  transport: Transport;
  approvals: Approvals;
  adapters?: readonly CmsAdapter[];
}

/** A site as the window may see it. */
export type KnownSite = Site & { hasSecret: boolean };

/** The newsroom's sites: found, signed in to, tried, changed and forgotten. Secrets go in and only signatures come out. */
export class SiteDesk {
  readonly #room: SiteDeskOptions;
  /** Passwords that a site's own page has given, until the site is kept. */
  readonly #approved = new Map<string, Approval>();

  constructor(room: SiteDeskOptions) {
    this.#room = room;
  }

  async list(): Promise<KnownSite[]> {
    const { book, secrets } = this.#room;
    const sites = await book.list();
    return Promise.all(sites.map(async (site) => ({ ...site, hasSecret: await secrets.has(site.id) })));
  }

  keepsSecrets(): Promise<boolean> {
    return this.#room.secrets.isKept();
  }

  find(id: string): Promise<Site | null> {
    return this.#room.book.find(id);
  }

  secret(id: string): Promise<string | null> {
    return this.#room.secrets.get(id);
  }

  #adapter(kind: CmsId): CmsAdapter {
    return this.#room.adapters?.find(({ id }) => id === kind) ?? cmsAdapter(kind);
  }

  #line(site: Site, secret: string, picture: PictureReader, signal: AbortSignal): Line {
    const { transport } = this.#room;
    const adapter = this.#adapter(site.kind);
    return { adapter, site, secret, transport, picture, clock: () => Date.now(), timeout: TIMEOUT, signal };
  }

  /** What a conversation with a kept site needs; `sites.no-secret` where it must be signed in to again. */
  async line(site: Site, picture: PictureReader, signal: AbortSignal): Promise<Result<Line>> {
    const secret = await this.secret(site.id);
    if (secret === null) return fail('sites.no-secret', 'no password or key', { site: site.name });
    return ok(this.#line(site, secret, picture, signal));
  }

  /** What lies at an address: of this kind, or of the first that says so. */
  async discover(
    address: string,
    kind: CmsId | null,
    signal: AbortSignal,
  ): Promise<Result<Discovered & { kind: CmsId; url: string }>> {
    const url = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`;
    const offered = (this.#room.adapters ?? cmsAdapters).filter(({ id, capabilities }) =>
      kind === null ? capabilities.canDiscover : id === kind,
    );
    let answer: Result<never> = fail('sites.not-found', 'nothing of a known kind', { url });
    for (const adapter of offered) {
      const line = this.#line(unsaved(adapter.id, url), '', noPictures, signal);
      const found = await converse(adapter.discover(url), line);
      if (found.ok) return ok({ ...found.value, kind: adapter.id, url });
      if (kind !== null || !/no-api|not-cms|refused|not-json/.test(found.failure.code)) answer = found;
    }
    return answer;
  }

  /**
   * Lets the person say yes on the site's own page; the password that comes back waits under a token. Null where it cannot
   * come back by itself, and the person pastes it.
   */
  async approve(
    url: string,
    approveAt: string,
    signal: AbortSignal,
  ): Promise<Result<{ token: string; user: string } | null>> {
    const came = await this.#room.approvals.ask(url, approveAt, signal);
    if (!came.ok) return came;
    if (came.value === null) return ok(null);
    const token = randomBytes(12).toString('hex');
    this.#approved.set(token, came.value);
    return ok({ token, user: came.value.user });
  }

  /** Adds or changes a site; its secret is as typed, as approved, or as it was. */
  async keep(site: Site, typed: string | undefined, approved: string | undefined): Promise<Result<null>> {
    const { book, secrets } = this.#room;
    const secret = typed ?? (approved === undefined ? undefined : this.#approved.get(approved)?.password);
    if (secret !== undefined) {
      const kept = await secrets.put(site.id, secret);
      if (!kept.ok) return kept;
    }
    if (approved !== undefined) this.#approved.delete(approved);
    return book.put(site);
  }

  /** Signs in and says what may be done there. */
  async test(id: string, signal: AbortSignal): Promise<Result<Connection>> {
    const site = await this.find(id);
    if (!site) return fail('sites.missing', `no site ${id}`);
    const line = await this.line(site, noPictures, signal);
    return line.ok ? converse(line.value.adapter.connect(site), line.value) : line;
  }

  /** Forgets a site and its secret; the secret first. */
  async remove(id: string): Promise<Result<null>> {
    const forgotten = await this.#room.secrets.remove(id);
    return forgotten.ok ? this.#room.book.remove(id) : forgotten;
  }
}

const unsaved = (kind: CmsId, url: string): Site => ({
  id: 'unsaved0',
  name: '',
  kind,
  url,
  api: '',
  user: '',
  colour: '#1d5f9e',
  defaults: { category: '', tags: [], author: '', status: 'draft' },
});
