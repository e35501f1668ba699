import { z } from '../../base/schema.ts';
import { fail, ok } from '../../base/result.ts';
import type { Story } from '../../story/schema.ts';
import { slugify } from '../../story/slug.ts';
import type { PushJob } from '../push/job.ts';
import type { RemotePost } from '../remote.ts';
import type { Site } from '../site.ts';
import type { CallName, Talk } from '../talk.ts';
import { get, read } from './calls.ts';

const nullable = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

/** The members of a post that are read; the rest is left as it is. */
const postSchema = z.object({
  id: z.string(),
  title: nullable,
  slug: nullable,
  status: z.string(),
  url: nullable,
  lexical: nullable,
  html: nullable,
  custom_excerpt: nullable,
  feature_image: nullable,
  feature_image_alt: nullable,
  feature_image_caption: nullable,
  codeinjection_head: nullable,
  published_at: z.string().nullish(),
  updated_at: z.string(),
  tags: z.array(z.object({ name: z.string() })).default([]),
  authors: z
    .array(z.object({ email: z.string().nullish(), slug: z.string().default(''), name: z.string().default('') }))
    .default([]),
});
export type Post = z.infer<typeof postSchema>;
export const postsSchema = z.object({ posts: z.array(postSchema) });

/** Our mark is a comment in the post's own head: Ghost's editor leaves it alone, and it can be looked for. */
const markOf = (story: Story): string => `<!-- copydesk:${story.id} -->`;
const MARK = /<!-- copydesk:([a-z0-9]{8,40}) -->/;

/** Another's code in the head stays; ours is there once. */
export const headWithMark = (head: string, story: Story): string =>
  head.includes(markOf(story)) ? head : [head.replace(MARK, '').trim(), markOf(story)].filter(Boolean).join('\n');

export const slugOf = (story: Story): string => slugify(story.slug || story.headline) || story.id;

const STATUS: Record<string, RemotePost['status']> = { draft: 'draft', scheduled: 'scheduled', published: 'published' };

const front = ({ api }: Site): string => api.replace(/api\/admin\/$/, '');

/** A post as this computer keeps it. Ghost has tags alone; the first is the primary one, which stands for the category. */
export function remotePost(post: Post, site: Site): RemotePost {
  const names = post.tags.map(({ name }) => name);
  return {
    id: post.id,
    link: post.url,
    editLink: `${front(site)}#/editor/post/${post.id}`,
    status: STATUS[post.status] ?? 'private',
    at: post.published_at ?? null,
    revision: post.updated_at,
    modified: post.updated_at,
    title: post.title,
    content: post.lexical,
    excerpt: post.custom_excerpt,
    slug: post.slug,
    categories: [],
    tags: names,
    featured: post.feature_image,
    story: MARK.exec(post.codeinjection_head)?.[1] ?? '',
  };
}

/** One post. Fails with `push.gone`. */
export function* readPost(site: Site, id: string, name: CallName = 'read-post'): Talk<Post> {
  const found = read(yield get(site, name, `posts/${id}/`, { formats: 'lexical,html' }), postsSchema);
  if (!found.ok) return found;
  const [post] = found.value.posts;
  return post ? ok(post) : fail('push.gone', `no post ${id}`);
}

/** The posts that bear the story's mark, oldest first. */
export function* postsOf(site: Site, story: Story): Talk<Post[]> {
  const parts = {
    filter: `codeinjection_head:~'copydesk:${story.id}'`,
    formats: 'lexical',
    limit: 5,
    order: 'created_at asc',
  };
  const found = read(yield get(site, 'find-post', 'posts/', parts), postsSchema);
  return found.ok ? ok(found.value.posts.filter((post) => post.codeinjection_head.includes(markOf(story)))) : found;
}

/** The post that this story is, or null where there is none yet. Fails with `push.same-slug`. */
export function* findPost({ site, story, base, sameSlug }: PushJob): Talk<Post | null> {
  if (base) return yield* readPost(site, base.post.id);
  if (sameSlug !== undefined && sameSlug !== 'new') return yield* readPost(site, sameSlug);
  const marked = yield* postsOf(site, story);
  if (!marked.ok) return marked;
  const [first] = marked.value;
  if (first || sameSlug === 'new') return ok(first ?? null);
  const same = read(
    yield get(site, 'find-post', 'posts/', { filter: `slug:'${slugOf(story)}'`, limit: 1 }),
    postsSchema,
  );
  if (!same.ok) return same;
  const twin = same.value.posts.find(
    ({ title, codeinjection_head: head }) => title === story.headline && !MARK.test(head),
  );
  if (!twin) return ok(null);
  return fail('push.same-slug', `post ${twin.id} has this address and headline`, { post: twin.id, link: twin.url });
}
