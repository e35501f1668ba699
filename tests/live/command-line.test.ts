import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runCli } from '../../electron/cli/run.ts';
import { writePackage } from '../../src/package/index.ts';
import type { Story } from '../../src/story/schema.ts';
import { Album, report } from './desk.ts';
import { FaultProxy } from './faults/proxy.ts';
import { startWordPress, type WordPress } from './servers/wordpress.ts';

let wordpress: WordPress;
let folder = '';
let album: Album;
beforeAll(async () => {
  wordpress = await startWordPress();
}, 240_000);
beforeEach(async () => {
  await wordpress.reset();
  folder = await mkdtemp(join(tmpdir(), 'copydesk-push-'));
  album = new Album();
  return () => rm(folder, { recursive: true, force: true });
});
afterAll(() => wordpress.stop());

async function packed(story: Story): Promise<string> {
  const made = await writePackage({ story, media: (id) => album.bytes.get(id) });
  if (!made.ok) throw new Error(made.failure.detail);
  const path = join(folder, 'lu.story');
  await writeFile(path, made.value);
  return path;
}

interface Said {
  state: string;
  did: string;
  code: string;
  post: { id: string; link: string; status: string };
  uploaded: number;
  steps: { name: string; status: number }[];
}

async function push(
  path: string,
  args: string[] = [],
  url = wordpress.url,
): Promise<{ exit: number; said: Said; error: string }> {
  const heard = { out: '', error: '' };
  const exit = await runCli(
    ['push', path, '--site', 'wordpress', '--url', url, '--user', 'editor', '--json', '--wait', '0', ...args],
    {
      out: (text) => (heard.out += text),
      error: (text) => (heard.error += text),
      environment: { COPYDESK_SECRET: wordpress.passwords.editor },
    },
  );
  return { exit, said: (heard.out === '' ? {} : JSON.parse(heard.out)) as Said, error: heard.error };
}

test('A story goes out once, is brought up to date by the same command, and says where it is', async () => {
  const story = report(album, 21);
  const path = await packed(story);
  const first = await push(path);
  expect(first).toMatchObject({
    exit: 0,
    said: { state: 'done', did: 'created', uploaded: 3, post: { status: 'draft' } },
  });
  expect(first.said.steps.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['sign-in', 'find-post', 'upload-photo', 'create-post', 'read-back']),
  );
  expect(await push(path)).toMatchObject({ exit: 0, said: { did: 'nothing', post: { id: first.said.post.id } } });
  await packed({ ...story, headline: 'Tít mới' });
  const out = await push(path, ['--status', 'publish']);
  expect(out).toMatchObject({
    exit: 0,
    said: { did: 'updated', post: { id: first.said.post.id, status: 'published' } },
  });
  expect(await (await fetch(out.said.post.link)).text()).toContain('Tít mới');
  const kept = await readFile(`${path}.push.json`, 'utf8');
  expect(kept).not.toContain(wordpress.passwords.editor);
  expect(kept).not.toContain(Buffer.from(`editor:${wordpress.passwords.editor}`).toString('base64'));
});

test('What somebody changed there ends with 3 where both changed the same words; nobody there ends with 4', async () => {
  const story = report(album, 22);
  const path = await packed(story);
  const { said } = await push(path);
  const post = await wordpress.ask<{ content: { raw: string } }>(`wp/v2/posts/${said.post.id}?context=edit`);
  await wordpress.ask(`wp/v2/posts/${said.post.id}`, {
    method: 'POST',
    body: JSON.stringify({ content: post.content.raw.replace('1.200', '1.300') }),
  });
  await packed({
    ...story,
    body: story.body.map((block) => (block.id === 'head' ? { ...block, text: [{ text: 'Sơ tán 1.500 hộ' }] } : block)),
  });
  const refused = await push(path);
  expect(refused).toMatchObject({ exit: 3, said: { state: 'person', code: 'push.changed' } });
  expect(refused.error).toContain('Somebody changed the post');
  expect((await push(path, [], 'http://127.0.0.1:1')).exit).toBe(4);
});

test('Killed with -9 at each thing that it changes there, the same command goes on, and nothing is there twice', async () => {
  const path = await packed(report(album, 23));
  const proxy = new FaultProxy(() => wordpress.url);
  await proxy.start();
  // The site is where it says that it is: the command finds its API by the site's own word.
  const home = join(wordpress.folder, '.home');
  await writeFile(home, proxy.url);
  proxy.isTheSite = true;
  const command = fileURLToPath(new URL('../../electron/copydesk.mjs', import.meta.url));
  const args = [command, 'push', path, '--site', 'wordpress', '--url', proxy.url, '--user', 'editor'];
  const secret = { COPYDESK_SECRET: wordpress.passwords.editor, ELECTRON_RUN_AS_NODE: '1' };
  let [kills, signal, code, out] = [0, 'SIGKILL' as NodeJS.Signals | null, null as number | null, ''];
  while (signal === 'SIGKILL' && kills < 40) {
    const child = spawn(process.execPath, [...args, '--status', 'publish', '--json', '--wait', '0'], {
      env: { ...process.env, ...secret },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    out = '';
    child.stdout.on('data', (part: Buffer) => (out += part.toString('utf8')));
    const gone = once(child, 'exit');
    let isWrite = false;
    proxy.choose = (_path, method) => {
      isWrite = method !== 'GET' && method !== 'HEAD';
      return null;
    };
    // The server has done it, and nobody hears so.
    proxy.served = async () => {
      if (!isWrite) return;
      child.kill('SIGKILL');
      await gone;
    };
    [code, signal] = (await gone) as [number | null, NodeJS.Signals | null];
    if (signal === 'SIGKILL') kills++;
  }
  await proxy.stop();
  await writeFile(home, wordpress.url);
  expect({ code, signal }).toEqual({ code: 0, signal: null });
  expect(JSON.parse(out)).toMatchObject({ state: 'done', post: { status: 'published' } });
  // Two tags, three pictures sent and described, the post made and published.
  expect(kills).toBeGreaterThanOrEqual(8);
  const posts = await wordpress.ask<unknown[]>('wp/v2/posts?search=sông Lam&status=draft,publish');
  const media = await wordpress.ask<{ alt_text: string }[]>('wp/v2/media?per_page=100&orderby=id&order=asc');
  expect([posts.length, media.length]).toEqual([1, 3]);
  expect(media.map(({ alt_text: alt }) => alt)).toEqual(['Cầu & nước', 'Một chiếc bè', '']);
}, 300_000);
