import { z } from '../../base/schema.ts';
import { sha256Hex, utf8 } from '../../base/bytes.ts';
import { fail, ok } from '../../base/result.ts';
import { storyUri } from '../../export/identity.ts';
import type { CmsAdapter, Loss, Plan, Pushed, Stopped } from '../adapter.ts';
import { storyDifferences } from '../conflict.ts';
import { lossesOf } from '../losses.ts';
import type { PushJob, PushPicture } from '../push/job.ts';
import type { RemotePost } from '../remote.ts';
import { hex, hmacSha256 } from '../sign.ts';
import { isSafeAddress, type Site } from '../site.ts';
import type { Call, Reply, Talk } from '../talk.ts';
import { jsonOf } from '../trouble.ts';
import { itemText, pictureName } from './item.ts';

const answerSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  url: z.string().optional(),
  version: z.union([z.string(), z.number()]).optional(),
});

const losses = (job: PushJob): Loss[] => lossesOf(job.story, { 'photo-to-come': 'nowhere' });

const base = ({ url }: Site): string => url.replace(/[?#].*$/, '').replace(/\/+$/, '');

function refusal(reply: Reply, photo?: PushPicture): ReturnType<typeof fail> {
  const { status } = reply;
  const detail = `HTTP ${status}: ${reply.body.slice(0, 200)}`;
  if (status === 401) return fail('push.wrong-password', detail);
  if (status === 403) return fail('push.missing-right', detail, { right: 'edit' });
  if (status === 409) return fail('push.newer', detail);
  if (status === 413)
    return fail('push.too-large', detail, {
      photo: photo?.name ?? '',
      megabytes: Math.ceil((photo?.bytes ?? 0) / 1024 / 1024),
    });
  if (status === 415 && photo) return fail('push.wrong-kind', detail, { photo: photo.name });
  if (status === 404 || status === 405) return fail('push.no-api', detail);
  return fail('push.refused', detail, { status, reason: reply.body.slice(0, 200) });
}

const ask = (site: Site, { sha256, name }: PushPicture): Call => ({
  name: 'find-photo',
  about: name,
  method: 'GET',
  url: `${base(site)}/assets/${sha256}`,
  headers: {},
  body: null,
  writes: false,
  expects: 'any',
});

const deliverPicture = (site: Site, picture: PushPicture): Call => ({
  ...ask(site, picture),
  name: 'upload-photo',
  method: 'POST',
  url: `${base(site)}/assets`,
  body: {
    kind: 'picture',
    sha256: picture.sha256,
    bytes: picture.bytes,
    form: {
      fields: { media_id: picture.sha256 },
      file: { field: 'media', name: pictureName(picture).replace('media/', ''), type: picture.type },
    },
  },
  writes: true,
  timeout: 30_000 + Math.ceil(picture.bytes / 10),
});

const deliver = (job: PushJob, text: string): Call => ({
  name: 'deliver',
  method: 'POST',
  url: job.site.url,
  headers: { accept: 'application/json', 'content-type': 'application/json' },
  body: { kind: 'text', text },
  writes: true,
  expects: 'any',
});

/** Each picture once, by its hash. */
const once = ({ pictures }: PushJob): PushPicture[] => [
  ...new Map(pictures.map((picture) => [picture.sha256, picture])).values(),
];

/** Whether the receiver has the picture. */
function* isThere(site: Site, picture: PushPicture): Talk<boolean> {
  const reply = yield ask(site, picture);
  if (reply.status === 404) return ok(false);
  return reply.status < 300 ? ok(true) : refusal(reply, picture);
}

function remoteOf(job: PushJob, text: string, reply: Reply): RemotePost {
  const read = answerSchema.safeParse(jsonOf(reply));
  const { id, url, version } = read.success ? read.data : {};
  const { status, at, tags, category, excerpt } = job.order;
  return {
    id: String(id ?? storyUri(job.story)),
    link: url ?? '',
    editLink: '',
    status: status === 'unpublished' ? 'draft' : status,
    at,
    // With the push's own name: a receiver may call each state alike, or not at all.
    revision: `${version ?? ''}/${job.id}`,
    modified: job.story.updatedAt,
    title: job.story.headline,
    content: text,
    excerpt: excerpt || job.story.standfirst,
    slug: job.story.slug,
    categories: category === '' ? [] : [category],
    tags,
    featured: job.order.featured ?? '',
    story: job.story.id,
  };
}

function* push(job: PushJob): Talk<Pushed | Stopped> {
  if (job.story.headline.trim() === '') return fail('push.no-title', 'the story has no headline');
  let [uploaded, reused] = [0, 0];
  for (const picture of once(job)) {
    const there = yield* isThere(job.site, picture);
    if (!there.ok) return there;
    if (there.value) {
      reused++;
      continue;
    }
    const reply = yield deliverPicture(job.site, picture);
    if (reply.status >= 300) return refusal(reply, picture);
    uploaded++;
  }
  const text = itemText(job);
  const reply = yield deliver(job, text);
  if (reply.status >= 300) return refusal(reply);
  const did = job.base ? 'updated' : 'created';
  const post = remoteOf(job, text, reply);
  return ok({ did, post, story: job.story, combined: [], uploaded, reused, losses: losses(job), readBack: [] });
}

function* plan(job: PushJob): Talk<Plan> {
  if (job.story.headline.trim() === '') return fail('push.no-title', 'the story has no headline');
  const uploads: Plan['uploads'] = [];
  const alreadyThere: Plan['alreadyThere'] = [];
  for (const picture of once(job)) {
    const there = yield* isThere(job.site, picture);
    if (!there.ok) return there;
    const { photo, name, bytes } = picture;
    if (there.value) alreadyThere.push({ photo, name });
    else uploads.push({ photo, name, bytes });
  }
  return ok({
    does: job.base ? 'update' : 'create',
    post: job.base?.post ?? null,
    uploads,
    alreadyThere,
    newTerms: [],
    bytes: utf8(itemText(job)).length,
    differences: job.base ? storyDifferences(job.base.story, job.story) : [],
    losses: losses(job),
    conflict: null,
    status: job.order.status,
  });
}

/**
 * Any endpoint of the newsroom's own: an IPTC ninjs 3.1 item, posted as JSON to the site's address, with its pictures before it.
 *
 * - Each picture is asked for first: `GET <address>/assets/<sha256>`, 200 where it is there; else it goes to
 *   `POST <address>/assets` as multipart/form-data: `media_id` (its SHA-256) and the file `media`.
 * - Then `POST <address>`: `Content-Type: application/json`, and an `Idempotency-Key`: the SHA-256 of exactly these bytes in
 *   lower-case hex. The item says which delivery it follows (`altIds`, role `copydesk-after`), so that the same order sent
 *   again has the same key and may be answered as before, while a story that is taken back and published again, word for
 *   word as it was, has another. A rendition names its picture by `title`: `media/<sha256>.<extension>`. An answer may be
 *   JSON: `id`, `url`, `version`. 409 means that something newer is there.
 * - Every call carries `X-Copydesk-Signature: sha256=<hex>`, the HMAC-SHA256 (RFC 2104) under the shared secret of exactly the bytes of its
 *   body, or of its address where it has no body.
 *
 * The item holds every field of the story but the review and the editor's note. `pubStatus` is `usable`, `withheld` (draft) or
 * `canceled` (taken back). It can neither list nor read back. Besides the usual failures: `push.newer`.
 */
export const ninjsWebhook: CmsAdapter = {
  id: 'ninjs-webhook',
  capabilities: {
    signIn: 'shared-secret',
    canDiscover: false,
    canList: false,
    canSchedule: true,
    canUnpublish: true,
    hasCategories: true,
    hasPending: false,
    bodies: ['ninjs'],
    longest: { title: null, excerpt: null },
  },
  // There is nothing to find: the address is the endpoint.
  // eslint-disable-next-line require-yield
  *discover(url) {
    if (!isSafeAddress(url)) return fail('push.not-loopback', 'the address must begin with https://', { url });
    return ok({ api: url, title: '', approveAt: null });
  },
  *connect(site) {
    // A picture of nobody's: whoever knows the protocol says that it is not there.
    const reply = yield ask(site, {
      photo: '',
      sha256: '0'.repeat(64),
      type: '',
      name: '',
      width: 0,
      height: 0,
      bytes: 0,
    });
    if (reply.status >= 300 && reply.status !== 404) return refusal(reply);
    return ok({ user: '', rights: { publish: true, upload: true, anyMarkup: true, makeTerms: true }, categories: [] });
  },
  plan,
  push,
  // eslint-disable-next-line require-yield
  *list() {
    return ok([]);
  },
  // eslint-disable-next-line require-yield
  *pull() {
    return fail('push.no-api', 'an endpoint for stories cannot be read');
  },
  // eslint-disable-next-line require-yield
  *look() {
    return fail('push.no-api', 'an endpoint for stories cannot be read');
  },
  async authorise(_site, secret, call, body) {
    if (secret === '') return fail('push.bad-secret', 'a shared secret is needed', { form: 'shared-secret' });
    const signature = hex(await hmacSha256(utf8(secret), body ?? utf8(call.url)));
    const proof = { 'x-copydesk-signature': `sha256=${signature}` };
    return ok(call.name === 'deliver' && body ? { ...proof, 'idempotency-key': await sha256Hex(body) } : proof);
  },
};
