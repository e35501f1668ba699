import { fail, ok, type Result } from '../../base/result.ts';
import { exportWords } from '../../export/words.ts';
import type { Photo, Story } from '../../story/schema.ts';
import type { There } from '../arrange.ts';
import { storyThere } from '../conflict.ts';
import { saysTheSame, verdictOf, type Verdict, type Wanted } from '../verdict.ts';
import { unescaped } from '../html-runs.ts';
import { hashInName } from '../photo-name.ts';
import type { PushJob, PushPicture } from '../push/job.ts';
import type { RemotePost } from '../remote.ts';
import type { Talk } from '../talk.ts';
import type { SiteImage } from './blocks.ts';
import { contentOf } from './content.ts';
import { signIn } from './discover.ts';
import { findPost } from './find.ts';
import { remotePost, type Post } from './post.ts';
import { slugOf } from './slug.ts';
import { authorNamed, categories, tagNames, tagsNamed, type Terms } from './terms.ts';
import { unitsOf } from './read.ts';

const reading = {
  unitsOf,
  fields: (post: RemotePost): Partial<Story> => ({ headline: post.title }),
};

export const pictureOf = (job: PushJob, photo: Photo): PushPicture | undefined =>
  photo.media === null ? undefined : job.pictures.find((picture) => picture.photo === photo.id);

/** The pictures as they are called in the post that is there, so that a plan needs no upload to be compared. */
export function imagesThere(content: string): Map<string, SiteImage> {
  const found = new Map<string, SiteImage>();
  for (const [, url = '', id = ''] of content.matchAll(
    /<img\b[^>]*\ssrc="([^"]*)"[^>]*\sclass="[^"]*wp-image-(\d+)/g,
  )) {
    const hash = /-([0-9a-f]{16})(?:-[a-z0-9-]+)?[.][a-z]+$/i.exec(url)?.[1];
    if (hash !== undefined) found.set(hash, { id: Number(id), url: unescaped(url) });
  }
  return found;
}

export function pageOf(job: PushJob, images: ReadonlyMap<string, SiteImage>): Parameters<typeof contentOf>[1] {
  return {
    words: exportWords(job.story.language),
    image: (photo) => {
      const picture = pictureOf(job, photo);
      return picture && images.get(hashInName(picture));
    },
  };
}

/** What the order asks of the fields that are not the story's own, by the part's name, as far as it asks anything. */
const wanted = ({ story, order }: PushJob): Wanted => ({
  excerpt: order.excerpt || story.standfirst,
  slug: slugOf(story),
  tags: order.tags,
  ...(order.category !== '' && { categories: [order.category] }),
});

/** Whether the words there are those that we left, or those that we are about to send (an answer was lost). */
function isOurText(job: PushJob, post: Post, remote: RemotePost, sent: string): boolean {
  const { base, story } = job;
  if (base && base.post.content === remote.content && base.post.title === remote.title) return true;
  if (remote.title === story.headline && saysTheSame(unitsOf(sent), unitsOf(remote.content))) return true;
  // Never changed since it was made, and it bears our mark: an earlier state of ours.
  return !base && post._links['predecessor-version'] === undefined && remote.story === story.id;
}

/** What a push found before it changes anything. */
export interface Survey extends Verdict {
  post: Post | null;
  remote: RemotePost | null;
  categories: Terms;
  tags: Terms;
  names: Map<number, string>;
  author: number | null;
  there: There | null;
}

function judge(story: Story, { order }: PushJob, now: string): Result<null> {
  if (story.headline.trim() === '') return fail('push.no-title', 'the story has no headline');
  if (order.status === 'scheduled' && !(Date.parse(order.at ?? '') > Date.parse(now))) {
    return fail('push.past', `${order.at} is past`, { at: order.at ?? '' });
  }
  return ok(null);
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

export function* survey(job: PushJob): Talk<Survey> {
  const isFit = judge(job.story, job, new Date(job.confirmedAt).toISOString());
  if (!isFit.ok) return isFit;
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
  const isOurs = isOurText(job, post, remote, sent);
  return ok({ ...mine, there, ...verdictOf(job, remote, their, isOurs, wanted(job)) });
}
