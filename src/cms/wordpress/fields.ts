import type { Story } from '../../story/schema.ts';
import { photosOf } from '../../story/walk.ts';
import type { Loss } from '../adapter.ts';
import { unescaped } from '../html-runs.ts';
import { BLOG_PLACES, lossesOf } from '../losses.ts';
import { hashInName } from '../photo-name.ts';
import type { PushJob } from '../push/job.ts';
import type { SiteImage } from './blocks.ts';
import { contentOf } from './content.ts';
import { raw, type Post } from './post.ts';
import { slugOf } from './slug.ts';
import { pageOf, pictureOf, type Survey } from './survey.ts';

/** A post's fields as WordPress takes them. */
export type Fields = Record<string, string | number | number[] | null>;

export interface TermIds {
  categories: number[] | null;
  tags: number[];
}

export function fieldsOf(
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
  fields['featured_media'] = (picture && images.get(hashInName(picture))?.id) ?? 0;
  for (const part of kept) delete fields[part === 'featured' ? 'featured_media' : part];
  return fields;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const sorted = (ids: readonly number[]): number[] => [...ids].sort((a, b) => a - b);

/** Those of the fields that differ from the post's. */
export function changedFields(fields: Fields, post: Post): Fields {
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
export function release({ order, confirmedAt }: PushJob, post: Post): Fields {
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

/** Where what WordPress has no field for goes. */
const PLACES = { ...BLOG_PLACES, embed: 'card' } as const;

/** What of the story goes elsewhere than into a field. */
export const losses = (story: Story): Loss[] => lossesOf(story, PLACES);
