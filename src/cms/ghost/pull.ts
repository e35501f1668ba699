import { z } from '../../base/schema.ts';
import { ok } from '../../base/result.ts';
import { emptyReceipt, tally } from '../../import/receipt.ts';
import { createStory } from '../../story/create.ts';
import type { Story } from '../../story/schema.ts';
import { blockText } from '../../story/walk.ts';
import type { Connection, PostQuery, Pulled } from '../adapter.ts';
import { htmlBlocks } from '../html-runs.ts';
import type { PostSummary, RemotePost } from '../remote.ts';
import type { Site } from '../site.ts';
import type { Talk } from '../talk.ts';
import { isFurniture, withoutSources } from '../units.ts';
import { get, read } from './calls.ts';
import { unitsOf } from './content.ts';
import { postsSchema, readPost, remotePost } from './post.ts';

/** The newest posts, or those with these words in the title. */
export function* list(site: Site, { search, page }: PostQuery): Talk<PostSummary[]> {
  const words = search.trim().replaceAll("'", "\\'");
  const parts = { limit: 20, page, order: 'updated_at desc', ...(words !== '' && { filter: `title:~'${words}'` }) };
  const found = read(yield get(site, 'list-posts', 'posts/', parts), postsSchema);
  if (!found.ok) return found;
  return ok(
    found.value.posts.map((post) => {
      const { id, title, link, status, modified, story } = remotePost(post, site);
      return { id, title, link, status, modified, author: post.authors[0]?.name ?? '', story };
    }),
  );
}

/** How a post stands. */
export function* look(site: Site, id: string): Talk<RemotePost> {
  const post = yield* readPost(site, id);
  return post.ok ? ok(remotePost(post.value, site)) : post;
}

/** A post as a story. Cards that a story has no block for stay whole, as unknown blocks, and go back as they came. */
export function* pull(site: Site, id: string): Talk<Pulled> {
  const found = yield* readPost(site, id);
  if (!found.ok) return found;
  const post = remotePost(found.value, site);
  const units = unitsOf(post.content);
  const receipt = emptyReceipt();
  const body =
    post.content === ''
      ? htmlBlocks(found.value.html)
      : units.filter((unit) => !isFurniture(unit.id)).map(({ block }) => withoutSources(block));
  for (const { type } of body) tally(receipt.kept, type);
  const text = (name: string): string =>
    units.filter((unit) => unit.id === name).map(({ block }) => blockText(block))[0] ?? '';
  const fields: Partial<Story> & { language: string } = {
    language: 'vi',
    ...(post.story !== '' && { id: post.story }),
    headline: post.title,
    slug: post.slug,
    kicker: text('kicker'),
    standfirst: text('standfirst') || post.excerpt,
    dateline: { text: text('dateline'), place: '', source: '', date: null },
    byline: { text: text('byline'), people: [] },
    sourceCredit: text('source'),
    keywords: post.tags,
    section: post.tags[0] ?? '',
    ...(body.length > 0 && { body }),
  };
  const pictures = units.flatMap(({ block }) =>
    block.type === 'figure'
      ? block.photos.map(({ id: photoId, alt, source }) => ({
          photoId,
          alt,
          source: { kind: 'address' as const, address: source },
        }))
      : [],
  );
  return ok({ story: createStory(fields), post, receipt, pictures });
}

const configSchema = z.object({ config: z.looseObject({ version: z.string() }) });
const tagsSchema = z.object({ tags: z.array(z.object({ name: z.string() })) });

/** Tries the key, and reads the tags: an integration may do all that a push needs. */
export function* connect(site: Site): Talk<Connection> {
  const config = read(yield get(site, 'sign-in', 'config/'), configSchema);
  if (!config.ok) return config;
  const tags = read(yield get(site, 'list-categories', 'tags/', { limit: 100, order: 'name asc' }), tagsSchema);
  if (!tags.ok) return tags;
  return ok({
    user: `Ghost ${config.value.config.version}`,
    rights: { publish: true, upload: true, anyMarkup: true, makeTerms: true },
    categories: tags.value.tags.map(({ name }) => name),
  });
}
