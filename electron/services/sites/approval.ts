import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fail, ok, type Result } from '../../../src/base/result.ts';
import { isSameOrigin } from '../../../src/cms/site.ts';

/** What a site's own page gave: a password for Copydesk alone, and whose it is. */
export interface Approval {
  user: string;
  password: string;
}

/** How long a person may take on the site's page, in milliseconds. */
const PATIENCE = 10 * 60_000;

const PAGE = '<!doctype html><meta charset="utf-8"><title>Copydesk</title>';

/**
 * Opens the site's page that asks whether Copydesk may sign in, and waits until the browser comes back to this computer
 * with the password. Only the way that was told to this one page is listened to, once. Fails with `sites.refused` where
 * the person said no or took too long, `push.cancelled`, `sites.no-browser`.
 *
 * @param url the site's address: the page must be the site's own
 */
export async function approval(
  url: string,
  approveAt: string,
  openOutside: (address: string) => Promise<boolean>,
  signal: AbortSignal,
): Promise<Result<Approval>> {
  if (!isSameOrigin(url, approveAt)) return fail('sites.refused', 'the page is not the site’s own');
  const way = `/${randomBytes(18).toString('hex')}`;
  let settle: (came: Result<Approval>) => void = () => undefined;
  const came = new Promise<Result<Approval>>((done) => (settle = done));
  const server = createServer((request, reply) => {
    const back = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method !== 'GET' || back.pathname !== way) {
      reply.writeHead(404).end();
      return;
    }
    const [user, password] = [back.searchParams.get('user_login'), back.searchParams.get('password')];
    reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer' });
    reply.end(`${PAGE}<p>Copydesk ✓`);
    settle(user !== null && password !== null ? ok({ user, password }) : fail('sites.refused', 'the person said no'));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const here = `http://127.0.0.1:${port}${way}`;
  const page = new URL(approveAt);
  page.searchParams.set('app_name', 'Copydesk');
  page.searchParams.set('success_url', here);
  page.searchParams.set('reject_url', here);
  const timer = setTimeout(() => {
    settle(fail('sites.refused', 'nobody answered'));
  }, PATIENCE);
  signal.addEventListener('abort', () => {
    settle(fail('push.cancelled', 'stopped'));
  });
  try {
    if (!(await openOutside(page.href))) return fail('sites.no-browser', 'the page could not be opened');
    return await came;
  } finally {
    clearTimeout(timer);
    server.close();
    server.closeIdleConnections();
  }
}
