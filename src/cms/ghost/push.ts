import { utf8 } from '../../base/bytes.ts';
import { fail, ok, type Result } from '../../base/result.ts';
import { photosOf } from '../../story/walk.ts';
import type { Difference, Plan, Pushed, Stopped } from '../adapter.ts';
import { fieldDifferences, storyDifferences } from '../conflict.ts';
import { hashInName } from '../photo-name.ts';
import type { PushJob, PushPicture } from '../push/job.ts';
import type { CallName, Reply, Talk } from '../talk.ts';
import { theirStory } from '../units.ts';
import { errorOf, get, read, write } from './calls.ts';
import { imagesIn, unitsLike, unitsOf } from './content.ts';
import { hasOwnCards, htmlOf, notShown } from './html.ts';
import { place } from './photos.ts';
import { postsOf, postsSchema, readPost, remotePost, type Post } from './post.ts';
import { changedFields, fieldsOf, losses, pictureOf, survey, type Fields, type Images } from './survey.ts';

/** Ghost keeps whole seconds. */
const second = (at: string | number): string =>
  new Date(Math.floor(new Date(at).getTime() / 1000) * 1000).toISOString();

/** What must be said to bring the post into the ordered state; nothing where it is in it. */
function release({ order, confirmedAt }: PushJob, post: Pick<Post, 'status' | 'published_at'>): Fields {
  switch (order.status) {
    case 'published':
      if (post.status !== 'published')
        return { status: 'published', ...(post.status === 'scheduled' && { published_at: second(confirmedAt) }) };
      return order.isSignificant && post.published_at !== second(confirmedAt)
        ? { published_at: second(confirmedAt) }
        : {};
    case 'scheduled': {
      const at = second(order.at ?? 0);
      return post.status === 'scheduled' && post.published_at === at ? {} : { status: 'scheduled', published_at: at };
    }
    case 'draft':
    case 'pending':
      return post.status === 'scheduled' ? { status: 'draft' } : {};
    case 'unpublished':
      return post.status === 'draft' ? {} : { status: 'draft' };
  }
}

/** Of two posts of this story that crossed on the way the later is ours to remove: nobody has worked on it. */
function* settle(job: PushJob, made: Post): Talk<Post> {
  const all = yield* postsOf(job.site, job.story);
  if (!all.ok) return all;
  const [oldest] = all.value;
  if (!oldest || oldest.id === made.id) return ok(made);
  yield { ...get(job.site, 'remove-post', `posts/${made.id}/`), method: 'DELETE', writes: true, expects: 'any' };
  return ok(oldest);
}

const textOf = (said: unknown): string => {
  if (typeof said === 'string') return said;
  return said === null || said === undefined ? '' : JSON.stringify(said);
};

function readBackOf(fields: Fields, post: Post, job: PushJob): Difference[] {
  const { lexical: changedText, ...changed } = changedFields(fields, post);
  const differences: Difference[] = Object.entries(changed).map(([name, value]) => {
    const part = { custom_excerpt: 'excerpt', feature_image: 'featured', authors: 'author' }[name] ?? name;
    return { part, kind: 'changed', before: textOf(value), after: textOf(post[name as keyof Post]) };
  });
  if (typeof fields['lexical'] !== 'string') return differences;
  // Ghost takes a card that it does not know, and breaks the page off there without a word.
  const unseen = notShown(post.lexical, post.html).map((before): Difference => ({
    part: 'page',
    kind: 'removed',
    before,
    after: '',
  }));
  differences.push(...unseen);
  if (fields['lexical'] === post.lexical) return differences;
  const units = unitsOf(fields['lexical']);
  const blocks = storyDifferences(
    theirStory(job.story, units, units),
    theirStory(job.story, units, unitsLike(fields['lexical'], post.lexical)),
  );
  if (blocks.length > 0 || changedText === undefined) return [...differences, ...blocks];
  return [...differences, { part: 'markup', kind: 'changed', before: '', after: '' }];
}

/**
 * Writes a post, its text as the site takes it; null where Ghost says that somebody saved it meanwhile. Where Ghost refuses
 * the Lexical text, or takes it and breaks its page off at a card that it does not know, the text goes as HTML. A card of
 * Ghost's own that is in the post already, and that no HTML brings back, is never sent as HTML.
 */
function* save(job: PushJob, name: CallName, post: Post | null, fields: Fields): Talk<Post | null> {
  const { lexical, ...others } = fields;
  const mayBeHtml = typeof lexical === 'string' && !hasOwnCards(post?.lexical ?? '');
  let there = post;
  if (!mayBeHtml || job.site.body !== 'html') {
    const reply = yield write(job.site, name, post && post.id, fields);
    if (reply.status === 409) return ok(null);
    const isRefused = reply.status === 422 && /lexical/i.test(errorOf(reply).message);
    if (!mayBeHtml || !isRefused) {
      const saved = onePost(reply);
      if (!saved.ok || !mayBeHtml || notShown(lexical, saved.value.html).length === 0) return saved;
      there = saved.value;
    }
  }
  const again = there !== post && there ? { updated_at: there.updated_at } : {};
  const to = there === post ? name : 'update-post';
  const reply = yield write(
    job.site,
    to,
    there && there.id,
    { ...others, ...again, html: htmlOf(String(lexical)) },
    'html',
  );
  return reply.status === 409 ? ok(null) : onePost(reply);
}

function onePost(reply: Reply): Result<Post> {
  const saved = read(reply, postsSchema);
  if (!saved.ok) return saved;
  const [post] = saved.value.posts;
  return post ? ok(post) : fail('push.not-cms', 'Ghost answers with no post');
}

/** So often an update is begun anew when another's came between reading and writing. */
const ROUNDS = 3;

/** The push of a story as a Ghost post. */
export function* push(job: PushJob): Talk<Pushed | Stopped> {
  let [uploaded, reused] = [0, 0];
  const images: Images = new Map();
  for (let round = 1; round <= ROUNDS; round++) {
    const surveyed = yield* survey(job);
    if (!surveyed.ok) return surveyed;
    const found = surveyed.value;
    if (found.conflict) return ok({ did: 'stopped', conflict: found.conflict });
    for (const [hash, url] of imagesIn(found.remote?.content ?? '')) images.set(hash, url);
    for (const photo of photosOf(found.story)) {
      const picture = pictureOf(job, photo);
      if (!picture || images.has(hashInName(picture))) continue;
      const placed = yield* place(job, photo, picture);
      if (!placed.ok) return placed;
      images.set(hashInName(picture), placed.value.url);
      if (placed.value.isNew) uploaded++;
      else reused++;
    }
    const fields = fieldsOf(job, found, images);
    let { post } = found;
    let did: Pushed['did'] = 'nothing';
    if (!post) {
      // Always a draft first: should two cross on the way, neither is out.
      const made = yield* save(job, 'create-post', null, { ...fields, status: 'draft' });
      if (!made.ok) return made;
      if (!made.value) return fail('push.refused', 'HTTP 409', { status: 409, reason: 'UPDATE_COLLISION' });
      const settled = yield* settle(job, made.value);
      if (!settled.ok) return settled;
      post = settled.value;
      did = 'created';
    }
    const released = release(job, post);
    const changes = did === 'created' ? released : { ...changedFields(fields, post), ...released };
    if (Object.keys(changes).length > 0) {
      const name =
        'status' in released ? (released['status'] === 'draft' ? 'unpublish-post' : 'publish-post') : 'update-post';
      // Ghost looks for a collision only where one of its main fields is sent along.
      const body = { title: fields['title'], ...changes, updated_at: post.updated_at };
      const saved = yield* save(job, name, post, body);
      if (!saved.ok) return saved;
      if (!saved.value) continue;
      if (did === 'nothing') did = 'updated';
    }
    const back = yield* readPost(job.site, post.id, 'read-back');
    if (!back.ok) return back;
    const { story, combined } = found;
    const remote = remotePost(back.value, job.site);
    const readBack = readBackOf(fields, back.value, { ...job, story });
    return ok({ did, post: remote, story, combined, uploaded, reused, losses: losses(story), readBack });
  }
  return fail('push.refused', 'somebody changes the post again and again', { status: 409, reason: 'UPDATE_COLLISION' });
}

/** What the push would do. */
export function* plan(job: PushJob): Talk<Plan> {
  const surveyed = yield* survey(job);
  if (!surveyed.ok) return surveyed;
  const found = surveyed.value;
  const images = imagesIn(found.remote?.content ?? '');
  const isThere = (picture: PushPicture): boolean => images.has(hashInName(picture));
  const uploads = job.pictures
    .filter((picture) => !isThere(picture))
    .map(({ photo, name, bytes }) => ({ photo, name, bytes }));
  const alreadyThere = job.pictures.filter(isThere).map(({ photo, name }) => ({ photo, name }));
  for (const picture of job.pictures) if (!isThere(picture)) images.set(hashInName(picture), `${job.site.api}-`);
  const fields = fieldsOf(job, found, images);
  const changes = found.post ? changedFields(fields, found.post) : fields;
  const isSame = found.post !== null && Object.keys({ ...changes, ...release(job, found.post) }).length === 0;
  const { remote, there, story } = found;
  const differences =
    remote && there
      ? [
          ...fieldDifferences(remote, {
            ...remote,
            title: story.headline,
            excerpt: textOf(fields['custom_excerpt']),
            slug: textOf(fields['slug']) || remote.slug,
            tags: ((fields['tags'] ?? []) as { name: string }[]).map(({ name }) => name),
          }),
          ...storyDifferences(there.story, story).filter(({ part }) => part !== 'headline'),
        ]
      : [];
  return ok({
    does: found.post ? (isSame ? 'nothing' : 'update') : 'create',
    post: remote,
    uploads,
    alreadyThere,
    newTerms: [],
    bytes: utf8(JSON.stringify(changes)).length,
    differences,
    losses: losses(story),
    conflict: found.conflict,
    status: job.order.status,
  });
}
