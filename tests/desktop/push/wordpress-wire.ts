import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A post as the REST API shows it to an editor. */
interface WirePost {
  id: number;
  status: string;
  title: { raw: string };
  content: { raw: string };
  excerpt: { raw: string };
  slug: string;
  link: string;
  modified_gmt: string;
  [member: string]: unknown;
}

/**
 * What befalls the next request of this line: answered with a status instead, or after the work was done (`done`): cut off,
 * or left without an answer.
 */
interface Fault {
  line: RegExp;
  status?: number;
  headers?: Record<string, string>;
  done?: 'cut' | 'silent';
}

export interface WordPressWire {
  url: string;
  port: number;
  posts: WirePost[];
  media: { id: number; source_url: string; bytes: number; alt_text: string }[];
  /** Each request: `POST /wp-json/wp/v2/posts`, without its query. */
  asked: string[];
  faults: Fault[];
  close: () => Promise<void>;
}

type Json = Record<string, unknown>;
const API = '/wp-json/';

/**
 * A server that speaks the wire of WordPress's REST API as a real one answered (members, statuses, headers), for the
 * faults that a real one cannot be asked for. The way without faults is tested against a real WordPress: tests/live.
 */
export async function startWordPressWire({
  port = 0,
  posts = [],
  media = [],
}: Partial<Pick<WordPressWire, 'port' | 'posts' | 'media'>> = {}): Promise<WordPressWire> {
  const terms: Record<string, { id: number; name: string }[]> = { categories: [{ id: 1, name: 'Thời sự' }], tags: [] };
  const asked: string[] = [];
  const faults: Fault[] = [];
  let clock = Date.UTC(2026, 10, 24, 2);
  let last = 100;

  const server = createServer((request, reply) => {
    void bytesOf(request).then((body) => {
      const url = new URL(request.url ?? '/', 'http://x');
      const line = `${request.method ?? ''} ${url.pathname}`;
      asked.push(line);
      const at = faults.findIndex((fault) => fault.line.test(line));
      const [fault] = at < 0 ? [] : faults.splice(at, 1);
      if (fault?.status) return say(reply, fault.status, { code: 'fault', message: 'Lỗi' }, fault.headers);
      const [status, answer] = answerTo(line, url, request, body);
      if (fault?.done === 'silent') return;
      if (fault?.done === 'cut') return request.socket.destroy();
      say(reply, status, answer, { link: `<${base()}${API}>; rel="https://api.w.org/"` });
    });
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function changed(post: WirePost, fields: Json): WirePost {
    for (const [name, value] of Object.entries(fields))
      post[name] = name === 'title' || name === 'content' || name === 'excerpt' ? { raw: value } : value;
    post.modified_gmt = new Date((clock += 1000)).toISOString().slice(0, 19);
    post['_links'] = { 'predecessor-version': [{ id: ++last }] };
    return post;
  }

  function answerTo(line: string, url: URL, request: IncomingMessage, body: Buffer): [number, unknown] {
    const [, route = ''] = /^\w+ \/wp-json\/(.*)$/.exec(line) ?? [];
    const isWrite = request.method === 'POST';
    const { searchParams: query } = url;
    const fields = (): Json => JSON.parse(body.toString('utf8')) as Json;
    if (url.pathname === '/') return [200, ''];
    if (route === '') return [200, root(base())];
    if (route === 'wp/v2/users/me') return [200, ME];
    const [, kind = '', id] = /^wp\/v2\/(posts|media|categories|tags)(?:\/(\d+))?/.exec(route) ?? [];
    if (kind === 'categories' || kind === 'tags') {
      const known = terms[kind] ?? [];
      if (!isWrite) return [200, known];
      const made = { id: ++last, name: String(fields()['name']) };
      known.push(made);
      return [201, made];
    }
    if (kind === 'media') return media_(id, isWrite, request, query, body);
    if (kind !== 'posts') return [404, { code: 'rest_no_route', message: 'No route' }];
    if (id === undefined && !isWrite) {
      const [search, slug] = [query.get('search'), query.get('slug')];
      return [
        200,
        posts.filter((post) => (slug === null || post.slug === slug) && (search === null || holds(post, search))),
      ];
    }
    if (id === undefined) {
      const number = ++last;
      const post = { id: number, link: `${base()}/?p=${number}`, date_gmt: null, author: 2 } as unknown as WirePost;
      posts.push(changed(post, { excerpt: '', categories: [1], tags: [], featured_media: 0, ...fields() }));
      post['_links'] = {};
      return [201, post];
    }
    const post = posts.find((one) => one.id === Number(id));
    if (!post) return [404, { code: 'rest_post_invalid_id', message: 'Invalid post ID.' }];
    return [200, isWrite ? changed(post, fields()) : post];
  }

  function media_(
    id: string | undefined,
    isWrite: boolean,
    request: IncomingMessage,
    query: URLSearchParams,
    body: Buffer,
  ): [number, unknown] {
    if (!isWrite) return [200, media.filter(({ source_url: url }) => url.includes(query.get('search') ?? ''))];
    const known = media.find((one) => one.id === Number(id));
    if (known) return [200, Object.assign(known, { alt_text: (JSON.parse(body.toString()) as Json)['alt_text'] })];
    const name = /filename="([^"]+)"/.exec(request.headers['content-disposition'] ?? '')?.[1] ?? 'x';
    const made = { id: ++last, source_url: `${base()}/uploads/${name}`, bytes: body.length, alt_text: '' };
    media.push(made);
    return [201, made];
  }

  return {
    url: base(),
    port: (server.address() as AddressInfo).port,
    posts,
    media,
    asked,
    faults,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  };
}

const ME = {
  name: 'Lê Hà',
  slug: 'ha',
  capabilities: {
    edit_posts: true,
    publish_posts: true,
    upload_files: true,
    unfiltered_html: true,
    manage_categories: true,
  },
};

const root = (url: string): Json => ({
  name: 'Báo Bình Phú',
  routes: { '/wp/v2': {} },
  authentication: {
    'application-passwords': { endpoints: { authorization: `${url}/wp-admin/authorize-application.php` } },
  },
});

const holds = ({ title, content }: WirePost, search: string): boolean =>
  title.raw.includes(search) || content.raw.includes(search);

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function say(reply: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  reply.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers });
  reply.end(typeof body === 'string' ? body : JSON.stringify(body));
}
