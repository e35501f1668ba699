import { z } from '../../base/schema.ts';
import { fail, ok } from '../../base/result.ts';
import type { Story } from '../../story/schema.ts';
import { unescaped } from '../html-runs.ts';
import type { PushJob } from '../push/job.ts';
import type { Site } from '../site.ts';
import type { Call, Talk } from '../talk.ts';
import { get, read } from './calls.ts';
import { postSchema, raw, STATUSES, type Post } from './post.ts';
import { storyIn } from './read.ts';
import { slugOf } from './slug.ts';

const listSchema = z.array(postSchema);

/** One post as an editor sees it. Fails with `push.gone`, and with `push.trashed` where it lies in the trash. */
export function* readPost(site: Site, id: string, name: Call['name'] = 'read-post'): Talk<Post> {
  const found = read(yield get(site, name, `wp/v2/posts/${id}`, { context: 'edit' }), postSchema, 'edit');
  if (!found.ok) return found;
  if (found.value.status === 'trash') return fail('push.trashed', `post ${id} is in the trash`, { post: id });
  return found;
}

/** The posts that bear the story's mark, oldest first. WordPress searches the text as it is stored, comments and all. */
export function* postsOf(site: Site, story: Story): Talk<Post[]> {
  const query = { search: story.id, status: STATUSES, context: 'edit', per_page: 20, orderby: 'id', order: 'asc' };
  const found = read(yield get(site, 'find-post', 'wp/v2/posts', query), listSchema, 'edit');
  if (!found.ok) return found;
  return ok(found.value.filter((post) => storyIn(raw(post.content)) === story.id));
}

/**
 * The post that this story is, or null where there is none yet: the one we know, else the one that bears our mark. One at the
 * story's address with its headline but another's mark or none stops for a person (`push.same-slug`).
 */
export function* findPost({ site, story, base, sameSlug }: PushJob): Talk<Post | null> {
  if (base) return yield* readPost(site, base.post.id);
  if (sameSlug !== undefined && sameSlug !== 'new') return yield* readPost(site, sameSlug);
  const marked = yield* postsOf(site, story);
  if (!marked.ok) return marked;
  const living = marked.value.find(({ status }) => status !== 'trash');
  if (living) return ok(living);
  const [trashed] = marked.value;
  if (trashed) return fail('push.trashed', `post ${trashed.id} is in the trash`, { post: trashed.id });
  if (sameSlug === 'new') return ok(null);
  const query = { slug: slugOf(story), status: STATUSES, context: 'edit', per_page: 5 };
  const same = read(yield get(site, 'find-post', 'wp/v2/posts', query), listSchema, 'edit');
  if (!same.ok) return same;
  const twin = same.value.find(
    (post) =>
      unescaped(raw(post.title)) === story.headline && storyIn(raw(post.content)) === '' && post.status !== 'trash',
  );
  if (!twin) return ok(null);
  return fail('push.same-slug', `post ${twin.id} has this address and headline`, { post: twin.id, link: twin.link });
}
