import { z } from '../../base/schema.ts';
import { ok } from '../../base/result.ts';
import type { ImportedPicture } from '../../import/imported.ts';
import { emptyReceipt, tally } from '../../import/receipt.ts';
import { createStory } from '../../story/create.ts';
import type { Block, Story } from '../../story/schema.ts';
import { blockText } from '../../story/walk.ts';
import type { PostQuery, Pulled } from '../adapter.ts';
import { unescaped } from '../html-runs.ts';
import { plainText } from '../../story/runs.ts';
import { htmlRuns } from '../html-runs.ts';
import type { PostSummary, RemotePost } from '../remote.ts';
import type { Site } from '../site.ts';
import type { Talk } from '../talk.ts';
import { isFurniture, withoutSources, type Unit } from '../units.ts';
import { get, read } from './calls.ts';
import { readPost } from './find.ts';
import { postSchema, raw, remotePost, STATUSES, type Post } from './post.ts';
import { storyIn, unitsOf } from './read.ts';
import { categories, tagNames } from './terms.ts';

const listSchema = z.array(postSchema);

/** The newest posts, or those that WordPress finds by these words; the trash is left out. */
export function* list(site: Site, { search, page }: PostQuery): Talk<PostSummary[]> {
  const query = {
    context: 'edit',
    per_page: 20,
    page,
    orderby: 'modified',
    _embed: 'author',
    status: STATUSES.filter((status) => status !== 'trash'),
    ...(search.trim() !== '' && { search: search.trim() }),
  };
  const reply = yield get(site, 'list-posts', 'wp/v2/posts', query);
  // A page after the last one is 400 there, and simply empty here.
  if (reply.status === 400 && reply.body.includes('rest_post_invalid_page_number')) return ok([]);
  const posts = read(reply, listSchema, 'edit');
  if (!posts.ok) return posts;
  return ok(
    posts.value.map((post) => {
      const { id, title, link, status, modified, story } = remotePost(post, site, new Map());
      return { id, title, link, status, modified, author: authorOf(post), story };
    }),
  );
}

const authorOf = ({ _embedded }: Post): string => unescaped(_embedded.author?.[0]?.name ?? '');

function* named(site: Site, post: Post): Talk<RemotePost> {
  const cats = yield* categories(site);
  if (!cats.ok) return cats;
  const tags = yield* tagNames(site, post.tags);
  if (!tags.ok) return tags;
  const names = [...cats.value.values()].map(({ id, name }) => [id, name] as const);
  return ok(remotePost(post, site, new Map([...names, ...tags.value])));
}

/** How a post stands. */
export function* look(site: Site, id: string): Talk<RemotePost> {
  const post = yield* readPost(site, id);
  return post.ok ? yield* named(site, post.value) : post;
}

function picturesOf(units: readonly Unit[]): ImportedPicture[] {
  return units.flatMap(({ block }) =>
    block.type === 'figure'
      ? block.photos.map(({ id, alt, source }) => ({
          photoId: id,
          alt,
          source: { kind: 'address' as const, address: source },
        }))
      : [],
  );
}

function fieldsOf(units: readonly Unit[]): Partial<Story> {
  const text = (name: string): string =>
    units.filter(({ id }) => id === name).map(({ block }) => blockText(block))[0] ?? '';
  return {
    kicker: text('kicker'),
    standfirst: text('standfirst'),
    dateline: { text: text('dateline'), place: '', source: '', date: null },
    byline: { text: text('byline'), people: [] },
    sourceCredit: text('source'),
  };
}

/** A post as a story. What a story has no block for stays whole, as an unknown block, and goes back as it came. */
export function* pull(site: Site, id: string): Talk<Pulled> {
  const found = yield* readPost(site, id);
  if (!found.ok) return found;
  const remote = yield* named(site, found.value);
  if (!remote.ok) return remote;
  const units = unitsOf(raw(found.value.content));
  const receipt = emptyReceipt();
  const body: Block[] = units.filter((unit) => !isFurniture(unit.id)).map(({ block }) => withoutSources(block));
  for (const { type } of body) tally(receipt.kept, type);
  const fields = fieldsOf(units);
  const excerpt = plainText(htmlRuns(raw(found.value.excerpt)));
  const mark = storyIn(raw(found.value.content));
  const story = createStory({
    language: 'vi',
    ...fields,
    ...(mark !== '' && { id: mark }),
    headline: unescaped(raw(found.value.title)),
    slug: found.value.slug,
    standfirst: fields.standfirst || excerpt,
    keywords: remote.value.tags,
    section: remote.value.categories[0] ?? '',
    ...(body.length > 0 && { body }),
  });
  return ok({ story, post: remote.value, receipt, pictures: picturesOf(units) });
}
