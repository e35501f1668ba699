import { z } from '../../base/schema.ts';
import { fail, ok } from '../../base/result.ts';
import type { CmsAdapter, Discovered } from '../adapter.ts';
import { fromHex, token } from '../sign.ts';
import { isSafeAddress } from '../site.ts';
import type { Talk } from '../talk.ts';
import { jsonOf } from '../trouble.ts';
import { connect, list, look, pull } from './pull.ts';
import { plan, push } from './push.ts';

const siteSchema = z.object({ site: z.object({ title: z.string().default(''), version: z.string() }) });

/** Ghost's Admin API lies under the address of its admin page, which may be another host than the site's. */
function* discover(url: string): Talk<Discovered> {
  const address = url.trim();
  if (!isSafeAddress(address)) return fail('push.not-loopback', 'the address must begin with https://', { url });
  const base = address
    .replace(/[?#].*$/, '')
    .replace(/\/ghost(?:\/.*)?$/, '')
    .replace(/\/*$/, '/');
  const api = `${base}ghost/api/admin/`;
  const reply = yield {
    name: 'discover',
    method: 'GET',
    url: `${api}site/`,
    headers: { accept: 'application/json' },
    body: null,
    writes: false,
    expects: 'any',
  };
  const site = siteSchema.safeParse(jsonOf(reply));
  if (!site.success) return fail('push.no-api', `no Ghost at ${url}`, { url });
  return ok({ api, title: site.data.site.title, approveAt: null });
}

/**
 * Ghost 5 and later over its Admin API (https://docs.ghost.org/admin-api), with the key of a custom integration.
 *
 * headline → title (at most 255); standfirst → custom_excerpt (at most 300), and a line of its own in the text; slug; lead photo → feature_image
 * with alt and caption; category → the first tag, which Ghost calls primary; tags. Blocks → Ghost's own nodes and cards in
 * its Lexical form: paragraph, heading, list, quote, aside (a pull quote), image, divider, bookmark (a link card), and an HTML card
 * for a table and a fact box. A gallery goes as single images, since Ghost's has no captions. What it has no field for:
 * kicker, dateline, byline (its authors are its own users) and source credit are lines of the text; a photo's credit follows its caption.
 * Urgency, embargo, rights and the photo's supplier stay in the story. Ghost has no trash and no state `pending`.
 *
 * A site may take the text as HTML instead (`Site.body`), of which Ghost makes its cards (`?source=html`): a pull quote
 * becomes a quotation, links lose their targets, and no block bears our mark. A post that holds a card of Ghost's own which
 * HTML has no form for goes as Lexical all the same. Where Ghost refuses the Lexical text (422: a card that this one does not
 * know) the same push goes on as HTML.
 *
 * Our mark is a comment in the post's `codeinjection_head`; each node bears its block's id until somebody edits it there.
 */
export const ghost: CmsAdapter = {
  id: 'ghost',
  capabilities: {
    signIn: 'key',
    canDiscover: true,
    canList: true,
    canSchedule: true,
    canUnpublish: true,
    hasCategories: false,
    hasPending: false,
    bodies: ['lexical', 'html'],
    longest: { title: 255, excerpt: 300 },
  },
  discover,
  connect,
  plan,
  push,
  list,
  pull,
  look,
  async authorise(site, secret, call, _body, at) {
    const [, id = '', key = ''] = /^([0-9a-f]{24}):([0-9a-f]{64})$/.exec(secret.trim()) ?? [];
    if (id === '')
      return fail('push.bad-secret', 'an Admin API key is 24 and 64 hex digits with a colon between', { form: 'key' });
    // Pictures on the site are looked for without a key.
    if (!call.url.startsWith(site.api)) return ok({});
    const seconds = Math.floor(at / 1000);
    const claims = { iat: seconds, exp: seconds + 300, aud: '/admin/' };
    return ok({ authorization: `Ghost ${await token(fromHex(key), { alg: 'HS256', kid: id, typ: 'JWT' }, claims)}` });
  },
};
