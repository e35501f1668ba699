import { utf8 } from '../../base/bytes.ts';
import { fail, ok, type Result } from '../../base/result.ts';
import { exportWords } from '../../export/words.ts';
import type { Flag } from '../../merge/index.ts';
import type { Photo, Story } from '../../story/schema.ts';
import { photosOf } from '../../story/walk.ts';
import type { Conflict, Difference, Plan, Pushed, Stopped } from '../adapter.ts';
import { conflictOf, fieldDifferences, storyDifferences, storyThere } from '../conflict.ts';
import { unescaped } from '../html-runs.ts';
import { lossesOf } from '../losses.ts';
import type { PushJob, PushPicture } from '../push/job.ts';
import type { RemotePost } from '../remote.ts';
import type { Talk } from '../talk.ts';
import { sayingOf, theirStory } from '../units.ts';
import type { SiteImage } from './blocks.ts';
import { get, post as write, read } from './calls.ts';
import { contentOf, type There } from './content.ts';
import { signIn } from './discover.ts';
import { findPost, postsOf, readPost } from './find.ts';
import { photosThere, place } from './photos.ts';
import { postSchema, raw, remotePost, type Post } from './post.ts';
import { slugOf } from './slug.ts';
import { authorNamed, categories, makeTerm, tagNames, tagsNamed, termNamed, type Terms } from './terms.ts';
import { unitsOf } from './read.ts';

/** Where what WordPress has no field for goes. */
const PLACES = {
  kicker: 'body',
  standfirst: 'body',
  dateline: 'body',
  byline: 'body',
  sourceCredit: 'body',
  credit: 'caption',
  rights: 'nowhere',
  'photo-source': 'nowhere',
  'photo-to-come': 'plain-text',
  urgency: 'nowhere',
  embargo: 'nowhere',
  embed: 'card',
} as const;

/** What a push found before it changes anything. */
interface Survey {
  post: Post | null;
  remote: RemotePost | null;
  categories: Terms;
  tags: Terms;
  names: Map<number, string>;
  author: number | null;
  /** The story to push: the job's, or the merge. */
  story: Story;
  combined: Difference[];
  /** The fields that the desk there set and the push leaves as they are. */
  kept: string[];
  there: There | null;
  conflict: Conflict | null;
}

const reading = {
  unitsOf,
  fields: (post: RemotePost): Partial<Story> => ({ headline: post.title }),
};

const pictureOf = (job: PushJob, photo: Photo): PushPicture | undefined =>
  photo.media === null ? undefined : job.pictures.find((picture) => picture.photo === photo.id);

/** The pictures as they are called in the post that is there, so that a plan needs no upload to be compared. */
function imagesThere(content: string): Map<string, SiteImage> {
  const found = new Map<string, SiteImage>();
  for (const [, url = '', id = ''] of content.matchAll(
    /<img\b[^>]*\ssrc="([^"]*)"[^>]*\sclass="[^"]*wp-image-(\d+)/g,
  )) {
    const hash = /-([0-9a-f]{16})(?:-[a-z0-9-]+)?[.][a-z]+$/i.exec(url)?.[1];
    if (hash !== undefined) found.set(hash, { id: Number(id), url: unescaped(url) });
  }
  return found;
}

function judge(story: Story, { order }: PushJob, now: string): Result<null> {
  if (story.headline.trim() === '') return fail('push.no-title', 'the story has no headline');
  if (order.status === 'scheduled' && (order.at === null || Date.parse(order.at) <= Date.parse(now))) {
    return fail('push.past', `${order.at} is past`, { at: order.at ?? '' });
  }
  return ok(null);
}

/** Whether two contents say the same, piece by piece: markup that the CMS tidied is no change. */
function saysTheSame(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [unitsOf(one), unitsOf(other)];
  return (
    a.length === b.length &&
    a.every(({ block }, at) => sayingOf(block) === sayingOf(b[at]?.block ?? block) && b[at] !== undefined)
  );
}

const list = (names: readonly string[]): string => [...names].sort().join(', ').toLowerCase();

/** What the order asks of the fields that are not the story's own, by the part's name, as far as it asks anything. */
function wanted({ story, order }: PushJob): Record<string, string> {
  const want: Record<string, string> = {
    excerpt: order.excerpt || story.standfirst,
    slug: slugOf(story),
    tags: list(order.tags),
  };
  if (order.category !== '') want['categories'] = order.category.toLowerCase();
  return want;
}

const partOf = (post: RemotePost, part: string): string => {
  if (part === 'tags' || part === 'categories') return list(post[part]);
  return part === 'excerpt' || part === 'slug' || part === 'featured' ? post[part] : '';
};

/** Fields that the desk there changed since: kept where we did not change them too, else for a person to decide. */
function fieldsThere(job: PushJob, remote: RemotePost): { kept: Difference[]; clashes: Flag[] } {
  const kept: Difference[] = [];
  const clashes: Flag[] = [];
  if (!job.base) return { kept, clashes };
  const want = wanted(job);
  for (const difference of fieldDifferences(job.base.post, remote)) {
    const { part, before, after } = difference;
    if (!['excerpt', 'slug', 'tags', 'categories', 'featured'].includes(part)) continue;
    const ours = want[part] ?? partOf(job.base.post, part);
    if (ours === partOf(remote, part)) continue;
    if (ours === partOf(job.base.post, part)) kept.push(difference);
    else clashes.push({ kind: 'both-set', block: null, part, mine: want[part] ?? before, theirs: after, kept: 'mine' });
  }
  return { kept, clashes };
}

/** Whether the words there are those that we left, or those that we are about to send (an answer was lost). */
function isOurText(job: PushJob, post: Post, remote: RemotePost, sent: string): boolean {
  const { base, story } = job;
  if (base && base.post.content === remote.content && base.post.title === remote.title) return true;
  if (remote.title === story.headline && saysTheSame(sent, remote.content)) return true;
  // Never changed since it was made, and it bears our mark: an earlier state of ours.
  return !base && post._links['predecessor-version'] === undefined && remote.story === story.id;
}

/** Signs in, and says at once which right the order would lack in the end. */
function* mayPush({ site, order, pictures }: PushJob): Talk<null> {
  const me = yield* signIn(site);
  if (!me.ok) return me;
  const publishes = order.status === 'published' || order.status === 'scheduled';
  const needs = [
    ['edit', 'edit_posts', true],
    ['publish', 'publish_posts', publishes],
    ['upload', 'upload_files', pictures.length > 0],
  ] as const;
  const missing = needs.find(([, capability, isNeeded]) => isNeeded && !me.value.can(capability));
  return missing ? fail('push.missing-right', `${me.value.user} lacks ${missing[1]}`, { right: missing[0] }) : ok(null);
}

function* survey(job: PushJob): Talk<Survey> {
  const { site, order } = job;
  const may = yield* mayPush(job);
  if (!may.ok) return may;
  const found = yield* findPost(job);
  if (!found.ok) return found;
  const post = found.value;
  const cats = yield* categories(site);
  if (!cats.ok) return cats;
  const tags = yield* tagsNamed(site, order.tags);
  if (!tags.ok) return tags;
  const tagsThere = yield* tagNames(site, post?.tags ?? []);
  if (!tagsThere.ok) return tagsThere;
  const names = new Map([...tagsThere.value, ...[...cats.value.values()].map(({ id, name }) => [id, name] as const)]);
  let author: number | null = null;
  if (order.author !== '') {
    const named = yield* authorNamed(site, order.author);
    if (!named.ok) return named;
    author = named.value;
  }
  const remote = post && remotePost(post, site, names);
  const base = { post, remote, categories: cats.value, tags: tags.value, names, author };
  const mine = { ...base, story: job.story, combined: [], kept: [], there: null, conflict: null };
  if (!post || !remote) return ok(mine);
  const page = pageOf(job, imagesThere(remote.content));
  const before = job.base && { units: unitsOf(job.base.post.content), story: job.base.story };
  const sent = contentOf(job.story, page, before);
  const their = storyThere(job.base, job.story, remote, reading, sent);
  const there: There = { units: unitsOf(remote.content), story: their };
  const { kept, clashes } = fieldsThere(job, remote);
  const { changed } = job;
  if (changed.do === 'accepted' && changed.over === remote.revision) return ok({ ...mine, there });
  if (clashes.length === 0 && isOurText(job, post, remote, sent)) {
    const isAsked = changed.do === 'ask' && kept.length > 0;
    const conflict = isAsked ? conflictOf(job.base, job.story, remote, their) : null;
    return ok({ ...mine, combined: kept, kept: kept.map(({ part }) => part), there, conflict });
  }
  const conflict = conflictOf(job.base, job.story, remote, their);
  conflict.flags.push(...clashes);
  if (changed.do === 'combine' && job.base && conflict.flags.length === 0) {
    const combined = conflict.theirChanges;
    return ok({ ...mine, story: conflict.merged, combined, kept: kept.map(({ part }) => part), there });
  }
  return ok({ ...mine, there, conflict });
}

function pageOf(job: PushJob, images: ReadonlyMap<string, SiteImage>): Parameters<typeof contentOf>[1] {
  return {
    words: exportWords(job.story.language),
    image: (photo) => {
      const picture = pictureOf(job, photo);
      return picture && images.get(picture.sha256.slice(0, 16));
    },
  };
}

/** A post's fields as WordPress takes them. */
type Fields = Record<string, string | number | number[] | null>;

interface TermIds {
  categories: number[] | null;
  tags: number[];
}

function fieldsOf(
  job: PushJob,
  { story, there, author, kept }: Survey,
  images: Map<string, SiteImage>,
  terms: TermIds,
): Fields {
  const { order } = job;
  const fields: Fields = {
    title: story.headline,
    content: contentOf(story, pageOf(job, images), there),
    excerpt: order.excerpt || story.standfirst,
    slug: slugOf(story),
    tags: terms.tags,
  };
  if (terms.categories) fields['categories'] = terms.categories;
  if (author !== null) fields['author'] = author;
  const lead = photosOf(story).find(({ id }) => id === order.featured);
  const picture = lead && pictureOf(job, lead);
  fields['featured_media'] = (picture && images.get(picture.sha256.slice(0, 16))?.id) ?? 0;
  for (const part of kept) delete fields[part === 'featured' ? 'featured_media' : part];
  return fields;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const sorted = (ids: readonly number[]): number[] => [...ids].sort((a, b) => a - b);

/** Those of the fields that differ from the post's. */
function changedFields(fields: Fields, post: Post): Fields {
  const now: Fields = {
    title: unescaped(raw(post.title)),
    content: raw(post.content),
    excerpt: raw(post.excerpt),
    slug: post.slug || post.generated_slug,
    tags: sorted(post.tags),
    categories: sorted(post.categories),
    author: post.author,
    featured_media: post.featured_media,
  };
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !same(Array.isArray(value) ? sorted(value) : value, now[name])),
  );
}

/** What must be said to bring the post into the ordered state; nothing where it is in it. */
function release({ order, confirmedAt }: PushJob, post: Post): Fields {
  const gmt = (at: string | number): string => new Date(at).toISOString().slice(0, 19);
  switch (order.status) {
    case 'published':
      if (post.status === 'publish') {
        return order.isSignificant && post.date_gmt !== gmt(confirmedAt) ? { date_gmt: gmt(confirmedAt) } : {};
      }
      return post.status === 'future' ? { status: 'publish', date_gmt: gmt(confirmedAt) } : { status: 'publish' };
    case 'scheduled': {
      const at = gmt(order.at ?? '');
      return post.status === 'future' && post.date_gmt === at ? {} : { status: 'future', date_gmt: at };
    }
    case 'pending':
      return post.status === 'pending' ? {} : { status: 'pending' };
    case 'draft':
      // A plain update of what is out leaves it out; taking it back is an order of its own.
      return post.status === 'draft' || post.status === 'publish' || post.status === 'private'
        ? {}
        : { status: 'draft' };
    case 'unpublished':
      return post.status === 'draft' ? {} : { status: 'draft' };
  }
}

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
  const isFit = judge(job.story, job, new Date(job.confirmedAt).toISOString());
  if (!isFit.ok) return isFit;
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
    if (!picture || images.has(picture.sha256.slice(0, 16))) continue;
    const placed = yield* place(site, found.story, photo, picture);
    if (!placed.ok) return placed;
    images.set(picture.sha256.slice(0, 16), placed.value.image);
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
    losses: lossesOf(found.story, PLACES),
    readBack: [...unmade, ...readBackOf(fields, back.value, found.story, remote)],
  });
}

/** What the push would do. */
export function* plan(job: PushJob): Talk<Plan> {
  const isFit = judge(job.story, job, new Date(job.confirmedAt).toISOString());
  if (!isFit.ok) return isFit;
  const surveyed = yield* survey(job);
  if (!surveyed.ok) return surveyed;
  const found = surveyed.value;
  const images = imagesThere(found.remote?.content ?? '');
  const uploads: Plan['uploads'] = [];
  const alreadyThere: Plan['alreadyThere'] = [];
  for (const picture of job.pictures) {
    const { photo, name, bytes, sha256 } = picture;
    if (!images.has(sha256.slice(0, 16))) {
      const there = yield* photosThere(job.site, picture);
      if (!there.ok) return there;
      const [first] = there.value;
      if (!first) {
        uploads.push({ photo, name, bytes });
        images.set(sha256.slice(0, 16), { id: 0, url: '' });
        continue;
      }
      images.set(sha256.slice(0, 16), { id: first.id, url: first.source_url });
    }
    alreadyThere.push({ photo, name });
  }
  const tags = job.order.tags.flatMap((name) => termNamed(found.tags, name)?.id ?? []);
  const category = termNamed(found.categories, job.order.category);
  const fields = fieldsOf(job, found, images, { tags, categories: category ? [category.id] : null });
  const newTerms = [...job.order.tags.filter((name) => !termNamed(found.tags, name))];
  if (job.order.category !== '' && !category) newTerms.push(job.order.category);
  const changes = found.post ? changedFields(fields, found.post) : fields;
  const willRelease = found.post ? Object.keys(release(job, found.post)).length > 0 : true;
  const isSame = found.post !== null && Object.keys(changes).length === 0 && !willRelease;
  return ok({
    does: found.post ? (isSame ? 'nothing' : 'update') : 'create',
    post: found.remote,
    uploads,
    alreadyThere,
    newTerms,
    bytes: utf8(JSON.stringify(changes)).length,
    differences: differencesOf(found, fields),
    losses: lossesOf(found.story, PLACES),
    conflict: found.conflict,
    status: job.order.status,
  });
}

function differencesOf({ remote, there, story, names }: Survey, fields: Fields): Difference[] {
  if (!remote || !there) return [];
  const named = (ids: unknown, old: string[]): string[] =>
    Array.isArray(ids) ? ids.map((id: number) => names.get(id) ?? String(id)) : old;
  const featured = fields['featured_media'];
  const next: RemotePost = {
    ...remote,
    title: story.headline,
    excerpt: String(fields['excerpt']),
    slug: String(fields['slug']),
    tags: named(fields['tags'], remote.tags),
    categories: named(fields['categories'], remote.categories),
    featured: featured === 0 ? '' : String(featured),
  };
  const blocks = storyDifferences(there.story, story).filter(({ part }) => part !== 'headline');
  return [...fieldDifferences(remote, next), ...blocks];
}
