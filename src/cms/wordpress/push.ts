import { fail, ok } from '../../base/result.ts';
import type { Story } from '../../story/schema.ts';
import { photosOf } from '../../story/walk.ts';
import type { Difference, Pushed, Stopped } from '../adapter.ts';
import { storyDifferences } from '../conflict.ts';
import { unescaped } from '../html-runs.ts';
import { hashInName } from '../photo-name.ts';
import type { PushJob } from '../push/job.ts';
import type { RemotePost } from '../remote.ts';
import type { Talk } from '../talk.ts';
import { theirStory } from '../units.ts';
import { get, post as write, read } from './calls.ts';
import { postsOf, readPost } from './find.ts';
import { place } from './photos.ts';
import { postSchema, raw, remotePost, type Post } from './post.ts';
import { makeTerm, tagNames, termNamed } from './terms.ts';
import { unitsOf } from './read.ts';
import { changedFields, fieldsOf, losses, release, type Fields, type TermIds } from './fields.ts';
import { imagesThere, pictureOf, survey, type Survey } from './survey.ts';

function* ensureTerms(job: PushJob, { categories: cats, tags }: Survey): Talk<TermIds & { unmade: string[] }> {
  const { site, order } = job;
  const unmade: string[] = [];
  const ids: number[] = [];
  for (const name of order.tags) {
    const there = termNamed(tags, name);
    const made = there ? ok(there.id) : yield* makeTerm(site, 'tags', name);
    if (!made.ok) return made;
    if (made.value === null) unmade.push(name);
    else ids.push(made.value);
  }
  if (order.category === '') return ok({ categories: null, tags: ids, unmade });
  const there = termNamed(cats, order.category);
  const made = there ? ok(there.id) : yield* makeTerm(site, 'categories', order.category);
  if (!made.ok) return made;
  if (made.value === null)
    return fail('push.no-category', `no category "${order.category}"`, { category: order.category });
  return ok({ categories: [made.value], tags: ids, unmade });
}

/** Of two posts of this story that crossed on the way the later is ours to remove: nobody has worked on it. */
function* settle(job: PushJob, made: Post): Talk<Post> {
  const all = yield* postsOf(job.site, job.story);
  if (!all.ok) return all;
  const oldest = all.value.find(({ status }) => status !== 'trash');
  if (!oldest || oldest.id === made.id) return ok(made);
  yield {
    ...get(job.site, 'remove-post', `wp/v2/posts/${made.id}`, { force: 'true' }),
    method: 'DELETE',
    writes: true,
    expects: 'any',
  };
  return ok(oldest);
}

/** What the CMS made of it, against what was sent. */
function readBackOf(fields: Fields, post: Post, story: Story, remote: RemotePost): Difference[] {
  const differences: Difference[] = [];
  const text = (part: string, before: unknown, after: string): void => {
    if (typeof before === 'string' && before !== after) differences.push({ part, kind: 'changed', before, after });
  };
  text('title', fields['title'], unescaped(raw(post.title)));
  text('excerpt', fields['excerpt'], raw(post.excerpt));
  text('slug', fields['slug'], post.slug || post.generated_slug);
  const sent = typeof fields['content'] === 'string' ? fields['content'] : raw(post.content);
  if (sent !== remote.content) {
    const units = unitsOf(sent);
    const blocks = storyDifferences(theirStory(story, units, units), theirStory(story, units, unitsOf(remote.content)));
    const markup: Difference = { part: 'markup', kind: 'changed', before: '', after: '' };
    differences.push(...(blocks.length > 0 ? blocks : [markup]));
  }
  const ids = (name: 'tags' | 'categories'): void => {
    const want = fields[name];
    if (!Array.isArray(want)) return;
    const missing = want.filter((id) => !post[name].includes(id));
    if (missing.length > 0) differences.push({ part: name, kind: 'removed', before: missing.join(', '), after: '' });
  };
  ids('tags');
  ids('categories');
  const featured = fields['featured_media'];
  if (typeof featured === 'number' && featured !== 0 && post.featured_media !== featured)
    differences.push({ part: 'featured', kind: 'removed', before: String(featured), after: '' });
  return differences;
}

/** The push of a story as a WordPress post. */
export function* push(job: PushJob): Talk<Pushed | Stopped> {
  const surveyed = yield* survey(job);
  if (!surveyed.ok) return surveyed;
  const found = surveyed.value;
  if (found.conflict) return ok({ did: 'stopped', conflict: found.conflict });
  const { site } = job;
  const terms = yield* ensureTerms(job, found);
  if (!terms.ok) return terms;
  const images = imagesThere(found.remote?.content ?? '');
  let [uploaded, reused] = [0, 0];
  for (const photo of photosOf(found.story)) {
    const picture = pictureOf(job, photo);
    if (!picture || images.has(hashInName(picture))) continue;
    const placed = yield* place(site, found.story, photo, picture);
    if (!placed.ok) return placed;
    images.set(hashInName(picture), placed.value.image);
    if (placed.value.isNew) uploaded++;
    else reused++;
  }
  const fields = fieldsOf(job, found, images, terms.value);
  let post = found.post;
  let did: Pushed['did'] = 'nothing';
  if (!post) {
    // Always a draft first: should two cross on the way, neither is out.
    const made = read(
      yield write(site, 'create-post', 'wp/v2/posts', { ...fields, status: 'draft' }),
      postSchema,
      'edit',
    );
    if (!made.ok) return made;
    const settled = yield* settle(job, made.value);
    if (!settled.ok) return settled;
    post = settled.value;
    did = 'created';
  }
  const changes = changedFields(fields, post);
  const released = release(job, post);
  if ((Object.keys(changes).length > 0 && did !== 'created') || Object.keys(released).length > 0) {
    const body = did === 'created' ? released : { ...changes, ...released };
    const name =
      'status' in released ? (released['status'] === 'draft' ? 'unpublish-post' : 'publish-post') : 'update-post';
    const sent = read(yield write(site, name, `wp/v2/posts/${post.id}`, body), postSchema, 'publish');
    if (!sent.ok) return sent;
    if (did === 'nothing') did = 'updated';
  }
  const back = yield* readPost(site, String(post.id), 'read-back');
  if (!back.ok) return back;
  const tagsNow = yield* tagNames(site, back.value.tags);
  if (!tagsNow.ok) return tagsNow;
  const cats = [...found.categories.values()].map(({ id, name }) => [id, name] as const);
  const remote = remotePost(back.value, site, new Map([...cats, ...tagsNow.value]));
  const unmade = terms.value.unmade.map((name): Difference => ({
    part: 'tags',
    kind: 'removed',
    before: name,
    after: '',
  }));
  return ok({
    did,
    post: remote,
    story: found.story,
    combined: found.combined,
    uploaded,
    reused,
    losses: losses(found.story),
    readBack: [...unmade, ...readBackOf(fields, back.value, found.story, remote)],
  });
}
