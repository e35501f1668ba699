import { readJson } from '../../../src/base/json.ts';
import { fail, ok, type Result } from '../../../src/base/result.ts';
import type { CmsAdapter, Conflict, Plan, Pushed, Stopped } from '../../../src/cms/adapter.ts';
import type { PushJob } from '../../../src/cms/push/job.ts';
import type { RemotePost } from '../../../src/cms/remote.ts';
import type { Call, Reply, Talk } from '../../../src/cms/talk.ts';
import { mergeStories } from '../../../src/merge/index.ts';
import { startServer, type TestServer } from './server.ts';

/** A post of the smallest CMS that a push can be tried on: a headline, and whose story it is. */
export interface SmallPost {
  story: string;
  title: string;
  revision: string;
}

/** Its server: `GET /find?story=`, `PUT /post`. What it holds is in `posts`. */
export async function startSmallCms(): Promise<TestServer & { posts: SmallPost[]; fails: number[] }> {
  const posts: SmallPost[] = [];
  /** Statuses that the next requests get instead of an answer. */
  const fails: number[] = [];
  const server = await startServer(({ url, line, body }, reply) => {
    const status = fails.shift();
    if (status) {
      reply.writeHead(status).end('{}');
      return;
    }
    if (line.startsWith('PUT')) {
      const { story, title } = readJson(body) as SmallPost;
      const known = posts.find((post) => post.story === story);
      if (known) Object.assign(known, { title, revision: `${Number(known.revision) + 1}` });
      else posts.push({ story, title, revision: '1' });
    }
    const story =
      new URL(url, 'http://x').searchParams.get('story') ?? (body ? (readJson(body) as SmallPost).story : '');
    reply.end(JSON.stringify(posts.find((post) => post.story === story) ?? null));
  });
  return Object.assign(server, { posts, fails });
}

function call(job: PushJob, name: Call['name'], text?: string): Call {
  const isWrite = text !== undefined;
  return {
    name,
    method: isWrite ? 'PUT' : 'GET',
    url: `${job.site.api}${isWrite ? 'post' : `find?story=${job.story.id}`}`,
    headers: { accept: 'application/json' },
    body: isWrite ? { kind: 'text', text } : null,
    writes: isWrite,
    expects: 'json',
  };
}

const remote = ({ story, title, revision }: SmallPost): RemotePost => ({
  id: story,
  link: `https://paper.example/${story}`,
  editLink: '',
  status: 'draft',
  at: null,
  revision,
  modified: '2026-11-24T09:00:00Z',
  title,
  content: '',
  excerpt: '',
  slug: '',
  categories: [],
  tags: [],
  featured: '',
  story,
});

const postOf = (reply: Reply): SmallPost | null => (readJson(reply.body) as SmallPost | null) ?? null;

function conflictOf({ base, story, changed }: PushJob, post: SmallPost | null): Conflict | null {
  if (!post || !base || base.post.revision === post.revision) return null;
  if (changed.do === 'accepted' && changed.over === post.revision) return null;
  const theirStory = { ...base.story, headline: post.title };
  const { story: merged, flags } = mergeStories(base.story, story, theirStory);
  return { theirs: remote(post), theirStory, theirChanges: [], merged, flags };
}

/** A conversation that asks nothing. */
function* said<T>(answer: Result<T>): Talk<T> {
  yield* [];
  return answer;
}

/** Its adapter. Signs in with the secret as it is; a reply of 401 is a wrong password. */
export const smallCms: CmsAdapter = {
  id: 'wordpress',
  capabilities: {
    signIn: 'password',
    canDiscover: true,
    canList: true,
    canSchedule: true,
    canUnpublish: true,
    hasCategories: false,
    hasPending: false,
    bodies: ['html'],
    longest: { title: null, excerpt: null },
  },
  discover: (url) => said(ok({ api: `${url}/`, title: 'Small', approveAt: null })),
  connect: () => said(fail('push.refused', 'not here', { status: 0, reason: '' })),
  *plan(job): Talk<Plan> {
    const post = postOf(yield call(job, 'find-post'));
    return ok({
      does: post ? 'update' : 'create',
      post: post && remote(post),
      uploads: [],
      alreadyThere: [],
      newTerms: [],
      bytes: 1,
      differences: [],
      losses: [],
      conflict: conflictOf(job, post),
      status: job.order.status,
    });
  },
  *push(job): Talk<Pushed | Stopped> {
    const found = yield call(job, 'find-post');
    if (found.status === 401) return fail('push.wrong-password', 'no');
    const before = postOf(found);
    const conflict = conflictOf(job, before);
    if (conflict) return ok({ did: 'stopped', conflict });
    const body = JSON.stringify({ story: job.story.id, title: job.story.headline });
    const written = postOf(yield call(job, before ? 'update-post' : 'create-post', body));
    if (!written) return fail('push.gone', 'it is not there');
    return ok({
      did: before ? 'updated' : 'created',
      post: remote(written),
      story: job.story,
      combined: [],
      uploaded: 0,
      reused: 0,
      losses: [],
      readBack: [],
    });
  },
  list: () => said(ok([])),
  pull: () => said(fail('push.gone', 'nothing to pull')),
  look: () => said(fail('push.gone', 'nothing to look at')),
  authorise: (_site, secret) => Promise.resolve(ok({ authorization: `Basic ${secret}` })),
};
