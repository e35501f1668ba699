import { fitting } from '../../base/text.ts';
import { fail, ok } from '../../base/result.ts';
import { exportWords } from '../../export/words.ts';
import { photosOf } from '../../story/walk.ts';
import type { Photo, Story } from '../../story/schema.ts';
import type { Loss } from '../adapter.ts';
import type { There } from '../arrange.ts';
import { storyThere } from '../conflict.ts';
import { BLOG_PLACES, lossesOf } from '../losses.ts';
import { hashInName } from '../photo-name.ts';
import type { PushJob, PushPicture } from '../push/job.ts';
import type { RemotePost } from '../remote.ts';
import type { Talk } from '../talk.ts';
import { saysTheSame, verdictOf, type Verdict } from '../verdict.ts';
import type { Unit } from '../units.ts';
import { bearsMarks, contentOf, imagesIn, unitsLike, unitsOf } from './content.ts';
import { throughHtml } from './html.ts';
import { captionHtml, type Card } from './lexical.ts';
import { findPost, headWithMark, remotePost, slugOf, type Post } from './post.ts';

/** Where what Ghost has no field for goes. */
const PLACES = { ...BLOG_PLACES, section: 'tags' } as const;

/** What of the story goes elsewhere than into a field. */
export const losses = (story: Story): Loss[] => lossesOf(story, PLACES);

export const pictureOf = (job: PushJob, photo: Photo): PushPicture | undefined =>
  photo.media === null ? undefined : job.pictures.find((picture) => picture.photo === photo.id);

/** How the pictures are called on the site, by the part of their hash in their names. */
export type Images = Map<string, string>;

function cardOf(job: PushJob, images: Images): Card {
  return {
    words: exportWords(job.story.language),
    image: (photo) => {
      const picture = pictureOf(job, photo);
      const url = picture && images.get(hashInName(picture));
      return picture && url !== undefined ? { url, width: picture.width, height: picture.height } : undefined;
    },
  };
}

/** What a push found before it changes anything. */
export interface Survey extends Verdict {
  post: Post | null;
  remote: RemotePost | null;
  there: There | null;
}

/** The category is the primary tag: the first. */
const tagsOf = ({ order }: PushJob): string[] => [
  ...new Set([order.category, ...order.tags].map((name) => name.trim()).filter(Boolean)),
];

const excerptOf = ({ story, order }: PushJob): string => order.excerpt || story.standfirst;

/** The post's fields as Ghost takes them. */
export type Fields = Record<string, unknown>;

/** Everything that the push would set, but for status and date. */
export function fieldsOf(job: PushJob, { story, there, kept, post }: Survey, images: Images): Fields {
  const lead = photosOf(story).find(({ id }) => id === job.order.featured);
  const picture = lead && pictureOf(job, lead);
  const image = picture && images.get(hashInName(picture));
  const fields: Fields = {
    title: story.headline,
    lexical: contentOf(story, cardOf(job, images), there),
    slug: slugOf(story),
    custom_excerpt: excerptOf(job) || null,
    tags: tagsOf(job).map((name) => ({ name })),
    feature_image: image ?? null,
    feature_image_alt: image && lead && !lead.decorative ? fitting(lead.alt, 191) || null : null,
    feature_image_caption: image && lead ? captionHtml(lead, exportWords(story.language)) || null : null,
    codeinjection_head: headWithMark(post?.codeinjection_head ?? '', story),
  };
  if (job.order.author !== '')
    fields['authors'] = [/@/.test(job.order.author) ? { email: job.order.author } : { slug: job.order.author }];
  const names: Record<string, string[]> = {
    excerpt: ['custom_excerpt'],
    featured: ['feature_image', 'feature_image_alt', 'feature_image_caption'],
  };
  for (const part of kept) for (const name of names[part] ?? [part]) delete fields[name];
  return fields;
}

/** Whether a text there is ours, also after Ghost made it of HTML. */
const isMadeOf = (there: string, ours: string): boolean =>
  [ours, throughHtml(ours)].some((text) => saysTheSame(unitsOf(text), unitsLike(text, there)));

/** Those of the fields that differ from the post's. A text that says the same and bears no mark is as good as ours. */
export function changedFields(fields: Fields, post: Post): Fields {
  const now: Fields = {
    ...post,
    tags: post.tags.map(({ name }) => ({ name })),
    authors: post.authors.map(({ email, slug }, index) => {
      const [want] = (fields['authors'] ?? []) as { email?: string; slug?: string }[];
      return index === 0 && want?.email !== undefined ? { email } : { slug };
    }),
  };
  const said = (value: unknown): string => JSON.stringify(value ?? '').toLowerCase();
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => {
      if (name === 'tags') return said(value) !== said(now[name]);
      if (name === 'lexical' && !bearsMarks(post.lexical) && isMadeOf(post.lexical, String(value))) return false;
      return JSON.stringify(value ?? '') !== JSON.stringify(now[name] ?? '');
    }),
  );
}

function judge({
  story,
  order,
  confirmedAt,
}: PushJob): { ok: false; failure: { code: string; detail: string } } | null {
  if (story.headline.trim() === '') return fail('push.no-title', 'the story has no headline');
  if (story.headline.trim().length > 255) return fail('push.too-long', 'title', { part: 'headline', limit: 255 });
  if ((order.excerpt || story.standfirst).length > 300)
    return fail('push.too-long', 'excerpt', { part: 'excerpt', limit: 300 });
  if (order.status === 'scheduled' && !(Date.parse(order.at ?? '') > confirmedAt))
    return fail('push.past', `${order.at} is past`, { at: order.at ?? '' });
  return null;
}

/** Looks what is there, and judges what became of it. */
export function* survey(job: PushJob): Talk<Survey> {
  const unfit = judge(job);
  if (unfit) return unfit;
  const found = yield* findPost(job);
  if (!found.ok) return found;
  const post = found.value;
  const mine = { post, remote: null, there: null, story: job.story, combined: [], kept: [], conflict: null };
  if (!post) return ok(mine);
  const remote = remotePost(post, job.site);
  const { base, story } = job;
  // What Ghost made of HTML, or its editor of our text, bears no mark: its blocks are known by what we left there.
  const left = contentOf(base?.story ?? story, cardOf(job, imagesIn((base?.post ?? remote).content)), null);
  const named = (content: string): Unit[] => unitsLike(content.includes('"aside"') ? left : throughHtml(left), content);
  const before = base && { units: named(base.post.content), story: base.story };
  const sent = contentOf(story, cardOf(job, imagesIn(remote.content)), before);
  const reading = { unitsOf: named, fields: ({ title }: RemotePost): Partial<Story> => ({ headline: title }) };
  const their = storyThere(base, story, remote, reading, sent);
  const isLeft = base?.post.content === remote.content && base.post.title === remote.title;
  const isSent = remote.title === story.headline && isMadeOf(remote.content, sent);
  const wanted = { excerpt: excerptOf(job), slug: slugOf(story), tags: tagsOf(job) };
  const verdict = verdictOf(job, remote, their, isLeft || isSent, wanted);
  return ok({ ...mine, remote, there: { units: named(remote.content), story: their }, ...verdict });
}
