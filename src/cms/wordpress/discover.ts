import { z } from '../../base/schema.ts';
import { fail, ok } from '../../base/result.ts';
import type { Connection, Discovered } from '../adapter.ts';
import { isSafeAddress, type Site } from '../site.ts';
import type { Call, Talk } from '../talk.ts';
import { jsonOf } from '../trouble.ts';
import { get, read } from './calls.ts';
import { categories } from './terms.ts';

const rootSchema = z.object({
  name: z.string().default(''),
  routes: z.looseObject({ '/wp/v2': z.unknown() }),
  authentication: z.unknown(),
});
const approvalSchema = z.object({
  'application-passwords': z.object({ endpoints: z.object({ authorization: z.string() }) }),
});

const call = (method: 'GET' | 'HEAD', url: string, expects: Call['expects']): Call => ({
  name: 'discover',
  method,
  url,
  headers: { accept: expects === 'json' ? 'application/json' : 'text/html' },
  body: null,
  writes: false,
  expects,
});

/** `Link: <https://…/wp-json/>; rel="https://api.w.org/"`, which a site names also where the route was renamed. */
const linked = (header: string | undefined): string | undefined =>
  /<([^>]+)>\s*;[^,]*rel="?https:\/\/api[.]w[.]org\/"?/.exec(header ?? '')?.[1];

/**
 * Finds the REST API by the link that every page of the site names, else by `?rest_route=/`, which works also without
 * pretty links. Follows https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/.
 *
 * Fails with `push.not-loopback`, `push.no-api` (a page, but no API) and `push.no-passwords` (application passwords are off).
 */
export function* discover(url: string): Talk<Discovered> {
  const address = url.trim();
  if (!isSafeAddress(address)) return fail('push.not-loopback', 'the address must begin with https://', { url });
  const front = yield call('HEAD', address, 'any');
  const base = address.replace(/[?#].*$/, '').replace(/\/*$/, '/');
  const tried = [linked(front.headers['link']), `${base}wp-json/`, `${base}?rest_route=/`];
  for (const api of tried) {
    if (api === undefined || !isSafeAddress(api)) continue;
    const reply = yield call('GET', api, 'any');
    const root = rootSchema.safeParse(jsonOf(reply));
    if (reply.status !== 200 || !root.success) continue;
    const approval = approvalSchema.safeParse(root.data.authentication);
    if (!approval.success) return fail('push.no-passwords', 'application passwords are off on this site', { url });
    const approveAt = approval.data['application-passwords'].endpoints.authorization;
    return ok({ api, title: root.data.name, approveAt: isSafeAddress(approveAt) ? approveAt : null });
  }
  return fail('push.no-api', `no WordPress API at ${url}`, { url });
}

const userSchema = z.object({
  name: z.string(),
  slug: z.string().default(''),
  capabilities: z.record(z.string(), z.unknown()).default({}),
});

/** Who the password signs in. Asked by their own route: a list of posts would answer 200 to a wrong password too. */
export function* signIn(site: Site): Talk<{ user: string; can: (capability: string) => boolean }> {
  const query = { context: 'edit', _fields: 'name,slug,capabilities' };
  const me = read(yield get(site, 'sign-in', 'wp/v2/users/me', query), userSchema, 'read');
  if (!me.ok) return me;
  const { name, slug, capabilities } = me.value;
  return ok({ user: name || slug, can: (capability) => capabilities[capability] === true });
}

/** Signs in and says what the user may do. */
export function* connect(site: Site): Talk<Connection> {
  const me = yield* signIn(site);
  if (!me.ok) return me;
  const cats = yield* categories(site);
  if (!cats.ok) return cats;
  const { can } = me.value;
  return ok({
    user: me.value.user,
    rights: {
      publish: can('publish_posts'),
      upload: can('upload_files'),
      anyMarkup: can('unfiltered_html'),
      makeTerms: can('manage_categories'),
    },
    categories: [...cats.value.values()].map(({ name }) => name),
  });
}
