import { z } from '../base/schema.ts';

/** The CMS kinds, as in `copydesk push --site`, in the order in which they are offered. */
export const CMS_IDS = ['wordpress', 'ghost', 'ninjs-webhook'] as const;
export type CmsId = (typeof CMS_IDS)[number];

/** How a post stands there. `scheduled` goes out by itself at its time; `pending` waits for an editor there. */
export const POST_STATUSES = ['draft', 'pending', 'scheduled', 'published'] as const;

/** What a new push to this site begins with. Empty texts mean none. */
const defaultsSchema = z.object({
  category: z.string(),
  tags: z.array(z.string()),
  /** A user there: login, e-mail or number; empty for whoever signs in. */
  author: z.string(),
  status: z.enum(['draft', 'pending', 'scheduled', 'published']),
});

/** A place that stories are pushed to. It holds no secret: that is in the keyring under the site's id. */
export const siteSchema = z.object({
  id: z.string().regex(/^[a-z0-9]{4,40}$/),
  /** What the newsroom calls it. */
  name: z.string(),
  kind: z.enum(CMS_IDS),
  /** Its front page, as a person gave it; for a webhook the address that stories are posted to. https, or http on loopback. */
  url: z.string(),
  /** Where its API lies, as `discover` found it, with a last slash or `?rest_route=/`; empty before that. */
  api: z.string(),
  /** WordPress: the user's login or e-mail. Ghost and webhook: empty, since the key says who it is. */
  user: z.string(),
  /** `#rrggbb`, to tell sites apart at a glance. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  defaults: defaultsSchema,
  /** Ghost: what a text is sent as. `lexical`, where absent: its own cards; `html`: HTML, of which it makes cards itself. */
  body: z.enum(['lexical', 'html']).optional(),
});
export type Site = z.infer<typeof siteSchema>;

// In the window, Electron's Node and plain Node alike; only its type is not in the ES library.
declare const URL: {
  canParse: (address: string) => boolean;
  new (address: string): { protocol: string; hostname: string };
};

/** Whether a secret may go to this address: https, or http to this computer itself. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback);
}

/** Whether two addresses are of one origin, so that what is for one may be told the other. */
export function isSameOrigin(one: string, other: string): boolean {
  const origin = (address: string): string => /^https?:\/\/[^/?#]+/i.exec(address)?.[0].toLowerCase() ?? '';
  return origin(one) !== '' && origin(one) === origin(other);
}
