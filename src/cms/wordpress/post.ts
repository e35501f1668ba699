import { z } from '../../base/schema.ts';
import { unescaped } from '../html-runs.ts';
import type { RemotePost } from '../remote.ts';
import type { Site } from '../site.ts';
import { storyIn } from './read.ts';

const text = z.object({ raw: z.string().optional(), rendered: z.string().optional() });

/** The members of a post (context=edit) that are read; the rest is left as it is. */
export const postSchema = z.object({
  id: z.int(),
  status: z.string(),
  link: z.string().default(''),
  slug: z.string().default(''),
  generated_slug: z.string().default(''),
  date_gmt: z.string().nullable().default(null),
  modified_gmt: z.string().default(''),
  title: text,
  content: text,
  excerpt: text.default({}),
  author: z.int().default(0),
  featured_media: z.int().default(0),
  categories: z.array(z.int()).default([]),
  tags: z.array(z.int()).default([]),
  /** Whom `_embed` brings: a name, or an error where the user may not see who it is. */
  _embedded: z.looseObject({ author: z.array(z.looseObject({ name: z.string().optional() })).optional() }).default({}),
  _links: z.looseObject({ 'predecessor-version': z.array(z.object({ id: z.int() })).optional() }).default({}),
});
export type Post = z.infer<typeof postSchema>;

/** Every status but `auto-draft` and `inherit`, which are no posts of anybody. */
export const STATUSES = ['publish', 'future', 'draft', 'pending', 'private', 'trash'] as const;

const STATUS: Record<string, RemotePost['status']> = {
  publish: 'published',
  future: 'scheduled',
  draft: 'draft',
  pending: 'pending',
  private: 'private',
  trash: 'trashed',
};

/** WordPress's instants of UTC have no zone. */
const instant = (gmt: string | null): string | null =>
  gmt === null || gmt === '' || gmt.startsWith('0000') ? null : `${gmt.replace(/Z$/, '')}Z`;

export const raw = ({ raw: source, rendered }: z.infer<typeof text>): string => source ?? rendered ?? '';

/** The API lies one step below the site, under whatever name, or behind `?rest_route=` or `index.php/`. */
const siteAddress = ({ api, url }: Site): string =>
  api === '' ? url : api.replace(/(?:[?]|index[.]php).*$|[^/]+[/]$/, '');

/** A post as this computer keeps it. Names of terms by their ids; what has no name is its number. */
export function remotePost(post: Post, site: Site, names: ReadonlyMap<number, string>): RemotePost {
  const named = (ids: readonly number[]): string[] => ids.map((id) => names.get(id) ?? String(id));
  const revision = post._links['predecessor-version']?.[0]?.id ?? 0;
  const content = raw(post.content);
  return {
    id: String(post.id),
    link: post.link,
    editLink: `${siteAddress(site)}wp-admin/post.php?post=${post.id}&action=edit`,
    status: STATUS[post.status] ?? 'private',
    at: post.status === 'draft' || post.status === 'pending' ? null : instant(post.date_gmt),
    revision: `${post.modified_gmt}/${revision}`,
    modified: instant(post.modified_gmt) ?? '',
    title: unescaped(raw(post.title)),
    content,
    excerpt: raw(post.excerpt),
    slug: post.slug || post.generated_slug,
    categories: named(post.categories),
    tags: named(post.tags),
    featured: post.featured_media === 0 ? '' : String(post.featured_media),
    story: storyIn(content),
  };
}
