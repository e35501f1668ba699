import { afterAll, describe, expect, it } from 'vitest';
import { Desk, siteOf } from './desk.ts';
import { FaultProxy } from './faults/proxy.ts';
import { readRecording, recorded, writeRecording, type Recording } from './recording.ts';
import { scenarios, type Hands } from './scenarios.ts';
import { startGhost, type Ghost } from './servers/ghost.ts';
import { startWordPress, type WordPress } from './servers/wordpress.ts';

/** With COPYDESK_RECORD=1 what the servers say is written to tests/fixtures/cms, for the fast tests. */
const isRecording = process.env['COPYDESK_RECORD'] === '1';

/** The same requests as in what is recorded, from which the fast tests would else have drifted away. */
const asked = ({ exchanges }: Recording): string[] =>
  exchanges.map(({ request }) => request.replace(/https?:\/\/[^/]+/, '').replace(/[0-9a-f]{24}|\d+/g, '#'));

/** Runs with the address of a web server before the site that takes no picture, or with the site's own. */
async function before(name: string, url: string, run: (url: string) => Promise<void>): Promise<void> {
  if (name !== 'too-large') return run(url);
  const proxy = new FaultProxy(() => url);
  proxy.choose = (path, method) =>
    method === 'POST' && /\/(?:media|images\/upload\/)/.test(path) ? 'too-large' : null;
  await proxy.start();
  try {
    await run(proxy.url);
  } finally {
    await proxy.stop();
  }
}

async function play(
  name: string,
  desk: Desk,
  { kind, hands, server, url }: { kind: 'wordpress' | 'ghost'; hands: Hands; server: string; url: string },
): Promise<void> {
  const recording: Recording = { server, at: Date.now(), exchanges: [], told: [] };
  desk.transport = recorded(desk.transport, recording.exchanges);
  const heard =
    <T extends unknown[]>(act: (...args: T) => Promise<string>) =>
    async (...args: T): Promise<string> => {
      const said = await act(...args);
      recording.told.push(said);
      return said;
    };
  const own = { write: heard(hands.write), edit: heard(hands.edit), remove: heard(hands.remove) };
  await scenarios[name]?.({ kind, desk, hands: own, at: recording.at });
  if (isRecording) await writeRecording(kind, name, recording, [desk.site.url, url]);
  else expect(asked(recording)).toEqual(asked(await readRecording(kind, name)));
}

describe('what is recorded of WordPress is what it says', () => {
  let wordpress: WordPress | null = null;
  afterAll(async () => wordpress?.stop());
  const handsOf = (site: WordPress): Hands => {
    const change = async (id: string, fields: object): Promise<string> => {
      await site.ask(`wp/v2/posts/${id}`, { method: 'POST', body: JSON.stringify(fields) });
      return id;
    };
    return {
      write: async () => {
        const content =
          '<!-- wp:paragraph {"align":"center"} -->\n<p class="has-text-align-center">Xin chào</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:myplugin/poll {"id":7} -->\n<div class="poll">Ai thắng?</div>\n<!-- /wp:myplugin/poll -->\n\n<!-- wp:heading -->\n<h2 class="wp-block-heading">Tít phụ</h2>\n<!-- /wp:heading -->';
        const fields = { title: 'Của toà soạn', content, status: 'publish', tags: [5] };
        const made = await site.ask<{ id: number }>('wp/v2/posts', { method: 'POST', body: JSON.stringify(fields) });
        return String(made.id);
      },
      edit: async (id, from, to) => {
        const post = await site.ask<{ content: { raw: string } }>(`wp/v2/posts/${id}?context=edit`);
        return change(id, { content: post.content.raw.replace(from, to) });
      },
      remove: async (id) => {
        await site.ask(`wp/v2/posts/${id}`, { method: 'DELETE' });
        return id;
      },
    };
  };
  it.each(Object.keys(scenarios))('%s', async (name) => {
    wordpress ??= await startWordPress();
    await wordpress.reset();
    const { passwords, version } = wordpress;
    const user = name === 'missing-right' ? 'contributor' : 'editor';
    const password = name === 'wrong-password' ? 'wrong wrong wrong wrong' : passwords[user];
    const hands = handsOf(wordpress);
    const site = wordpress.url;
    await before(name, site, (url) =>
      play(name, new Desk(siteOf('wordpress', url, `${url}/wp-json/`, user), password), {
        ...{ kind: 'wordpress', hands, server: `WordPress ${version}`, url: site },
      }),
    );
  });
});

describe('what is recorded of Ghost is what it says', () => {
  let ghost: Ghost | null = null;
  afterAll(async () => ghost?.stop());
  interface Post {
    id: string;
    lexical: string;
    updated_at: string;
  }
  const handsOf = (site: Ghost): Hands => ({
    write: async () => {
      const html =
        '<p>Xin chào</p><!--kg-card-begin: html--><div class="poll">Ai thắng?</div><!--kg-card-end: html--><h2>Tít phụ</h2>';
      const made = await site.ask<{ posts: Post[] }>('posts/?source=html', {
        method: 'POST',
        json: { posts: [{ title: 'Của toà soạn', html, status: 'published' }] },
      });
      return made.posts[0]?.id ?? '';
    },
    edit: async (id, from, to) => {
      const [post] = (await site.ask<{ posts: Post[] }>(`posts/${id}/?formats=lexical`)).posts;
      const lexical = post?.lexical.replace(from, to);
      await site.ask(`posts/${id}/`, {
        method: 'PUT',
        json: { posts: [{ lexical, updated_at: post?.updated_at }] },
      });
      return id;
    },
    remove: async (id) => {
      await site.ask(`posts/${id}/`, { method: 'DELETE' });
      return id;
    },
  });
  it.each(Object.keys(scenarios))('%s', { timeout: 600_000 }, async (name) => {
    ghost ??= await startGhost();
    const keys: Record<string, () => Promise<string> | string> = {
      'wrong-password': () => `${server.key.split(':')[0]}:${'0'.repeat(64)}`,
      'missing-right': () => server.person('Contributor'),
    };
    const server = ghost;
    const key = await (keys[name]?.() ?? server.key);
    await before(name, server.url, (url) =>
      play(name, new Desk(siteOf('ghost', url, `${url}/ghost/api/admin/`), key), {
        ...{ kind: 'ghost', hands: handsOf(server), server: `Ghost ${server.version}`, url: server.url },
      }),
    );
  });
});
