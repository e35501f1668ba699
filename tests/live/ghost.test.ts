import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Pushed } from '../../src/cms/adapter.ts';
import { cmsAdapter } from '../../src/cms/index.ts';
import type { Base } from '../../src/cms/push/job.ts';
import type { Story } from '../../src/story/schema.ts';
import { Desk, jobOf, report, siteOf } from './desk.ts';
import { FaultProxy } from './faults/proxy.ts';
import { startGhost, type Ghost } from './servers/ghost.ts';

let ghost: Ghost;
let desk: Desk;
const adapter = cmsAdapter('ghost');

interface Post {
  id: string;
  title: string;
  status: string;
  slug: string;
  html: string;
  lexical: string;
  updated_at: string;
  feature_image: string | null;
  feature_image_alt: string | null;
  feature_image_caption: string | null;
  custom_excerpt: string | null;
  tags: { name: string }[];
}

const deskOf = (secret = ghost.key): Desk =>
  new Desk(siteOf('ghost', ghost.url, `${ghost.url}/ghost/api/admin/`), secret);
const postThere = async (id: string): Promise<Post> => {
  const [post] = (await ghost.ask<{ posts: Post[] }>(`posts/${id}/?formats=lexical,html`)).posts;
  if (!post) throw new Error('no post');
  return post;
};
const change = async (id: string, fields: Partial<Post>): Promise<void> => {
  const { updated_at } = await postThere(id);
  await ghost.ask(`posts/${id}/`, { method: 'PUT', json: { posts: [{ ...fields, updated_at }] } });
};
const baseOf = ({ story, post }: Pushed): Base => ({ story, post });
const withSubhead = (story: Story, text: string): Story => ({
  ...story,
  body: story.body.map((block) =>
    block.id === 'head' && block.type === 'heading' ? { ...block, text: [{ text }] } : block,
  ),
});

beforeAll(async () => {
  ghost = await startGhost();
}, 600_000);
beforeEach(() => {
  desk = deskOf();
});
afterAll(() => ghost.stop());

test('A draft with photos, captions, alt texts, tags and feature image, in Ghost’s own cards', async () => {
  const story = report(desk.album, 31);
  const pushed = await desk.push(
    jobOf(desk.site, story, { category: 'Thời sự', tags: ['lũ', 'Nghệ An'], featured: 'pho1' }),
  );
  expect(pushed).toMatchObject({
    did: 'created',
    uploaded: 3,
    reused: 0,
    readBack: [],
    post: { status: 'draft', story: story.id },
  });
  const post = await postThere(pushed.post.id);
  expect(post.tags.map(({ name }) => name)).toEqual(['Thời sự', 'lũ', 'Nghệ An']);
  expect(post).toMatchObject({
    title: story.headline,
    slug: 'lu-song-lam-31',
    custom_excerpt: story.standfirst,
    feature_image_alt: 'Cầu & nước',
  });
  expect(post.feature_image_caption).toContain('Ảnh: Lê Hà');
  for (const words of [
    'Ảnh: Reuters',
    'Bà Nguyễn Thị Hoa',
    '<table>',
    'Con số',
    'Video lũ',
    'Trần An - Lê Hà',
    'Theo TTXVN',
    '(TTV) - Nước lên',
    'kg-bookmark-card',
  ])
    expect(post.html.includes(words) ? '' : words).toBe('');
  const picture = await fetch(post.feature_image ?? '');
  expect(picture.status).toBe(200);
});

test('A second push changes nothing; without a word of the first the post is found by its mark', async () => {
  const story = report(desk.album, 32);
  const first = await desk.push(jobOf(desk.site, story));
  const second = await desk.push(jobOf(desk.site, story, {}, { base: baseOf(first) }));
  expect(second).toMatchObject({ did: 'nothing', uploaded: 0 });
  const third = await desk.push(jobOf(desk.site, story, { status: 'published' }));
  expect(third).toMatchObject({ did: 'updated', uploaded: 0, post: { id: first.post.id, status: 'published' } });
  expect(await (await fetch(third.post.link)).text()).toContain('Lũ trên sông Lam');
});

test('Scheduled, published, taken back', async () => {
  const story = report(desk.album, 33);
  const at = new Date(Math.floor(Date.now() / 1000) * 1000 + 86_400_000).toISOString();
  const scheduled = await desk.push(jobOf(desk.site, story, { status: 'scheduled', at }));
  expect(scheduled.post).toMatchObject({ status: 'scheduled', at });
  const published = await desk.push(jobOf(desk.site, story, { status: 'published' }, { base: baseOf(scheduled) }));
  expect(published.post.status).toBe('published');
  const back = await desk.push(jobOf(desk.site, story, { status: 'unpublished' }, { base: baseOf(published) }));
  expect(back.post.status).toBe('draft');
});

test('What somebody changed elsewhere in the post combines; the same words stop for a person', async () => {
  const story = report(desk.album, 34);
  const first = await desk.push(jobOf(desk.site, story));
  const there = await postThere(first.post.id);
  await change(first.post.id, { lexical: there.lexical.replace('Thật thế.', 'Thật vậy đấy.') });
  const merged = await desk.push(jobOf(desk.site, withSubhead(story, 'Sơ tán 1.500 hộ'), {}, { base: baseOf(first) }));
  const after = await postThere(first.post.id);
  expect(after.html).toContain('Thật vậy đấy.');
  expect(after.html).toContain('1.500 hộ');
  await change(first.post.id, { lexical: after.lexical.replace('1.500', '1.600') });
  const clash = await desk.run(
    jobOf(desk.site, withSubhead(merged.story, 'Sơ tán 1.700 hộ'), {}, { base: baseOf(merged) }),
  );
  expect(clash).toMatchObject({
    is: 'person',
    failure: { code: 'push.changed' },
    conflict: { flags: [{ kind: 'both-wrote' }] },
  });
});

test('A post of somebody else’s opens as a story; its own cards go back as they came', async () => {
  const html =
    '<p>Xin chào</p><!--kg-card-begin: html--><div class="poll">Ai thắng?</div><!--kg-card-end: html--><h2>Tít phụ</h2>';
  const made = await ghost.ask<{ posts: Post[] }>('posts/?source=html', {
    method: 'POST',
    json: { posts: [{ title: 'Của toà soạn', html, status: 'published' }] },
  });
  const id = made.posts[0]?.id ?? '';
  expect(await desk.hold(adapter.list(desk.site, { search: 'toà soạn', page: 1 }))).toMatchObject({
    value: [{ id, status: 'published' }],
  });
  const pulled = await desk.hold(adapter.pull(desk.site, id));
  if (!pulled.ok) throw new Error(pulled.failure.detail);
  const { story, post } = pulled.value;
  expect(story.body.map(({ type }) => type)).toEqual(['paragraph', 'unknown', 'heading']);
  const edited = {
    ...story,
    body: story.body.map((block) => (block.type === 'heading' ? { ...block, text: [{ text: 'Tít phụ mới' }] } : block)),
  };
  await desk.push(jobOf(desk.site, edited, {}, { base: { story, post } }));
  const after = await postThere(id);
  expect(after.html).toContain('<div class="poll">Ai thắng?</div>');
  expect(after.html).toContain('Tít phụ mới');
  expect(after.status).toBe('published');
});

test('Found by its address; a wrong key, a key that is none, a clock that is behind, a post that is gone, no picture', async () => {
  expect(await desk.hold(adapter.discover(`${ghost.url}/ghost/#/posts`))).toMatchObject({
    value: { api: `${ghost.url}/ghost/api/admin/`, title: 'Copydesk test' },
  });
  expect(await desk.hold(adapter.connect(desk.site))).toMatchObject({ ok: true });
  const story = report(desk.album, 35);
  const words = { ...story, body: story.body.filter(({ type }) => type !== 'figure') };
  const wrong = deskOf(`${ghost.key.split(':')[0]}:${'0'.repeat(64)}`);
  expect(await wrong.refused(jobOf(wrong.site, words))).toBe('push.wrong-password');
  expect(await deskOf('not a key').refused(jobOf(desk.site, words))).toBe('push.bad-secret');
  const behind = deskOf();
  const line = behind.line();
  behind.line = () => ({ ...line, clock: () => Date.now() - 600_000 });
  expect(await behind.refused(jobOf(behind.site, words))).toBe('push.clock');
  const pushed = await desk.push(jobOf(desk.site, words));
  await ghost.ask(`posts/${pushed.post.id}/`, { method: 'DELETE' });
  expect(await desk.refused(jobOf(desk.site, words, {}, { base: baseOf(pushed) }))).toBe('push.gone');
  const figure = story.body.find(({ id }) => id === 'fig1');
  if (figure?.type !== 'figure' || !figure.photos[0]) throw new Error('no figure');
  const media = desk.album.add(new TextEncoder().encode('no picture'), 'none.png');
  const broken = {
    ...story,
    media: { ...desk.album.files },
    body: [{ ...figure, photos: [{ ...figure.photos[0], media }] }],
  };
  expect(await desk.refused(jobOf(desk.site, broken))).toBe('push.damaged-picture');
  const long = { ...words, standfirst: 'a'.repeat(301) };
  expect(await desk.refused(jobOf(desk.site, long))).toBe('push.too-long');
});

/** Waits until a change now gets another time than the post has: Ghost keeps whole seconds. */
const nextSecond = async (id: string): Promise<void> => {
  const { updated_at: at } = await postThere(id);
  await expect.poll(() => Date.now() - Date.parse(at)).toBeGreaterThan(1100);
};

/** Changes the post behind the desk's back just before each of its next so many updates leaves. */
function interfere(by: Desk, id: string, times: number, fields: (time: number) => Partial<Post>): void {
  const { transport } = by;
  let time = 0;
  by.transport = async (request) => {
    if (request.method === 'PUT' && time < times) {
      await nextSecond(id);
      await change(id, fields(++time));
    }
    return transport(request);
  };
}

const putsOf = (by: Desk): (number | string)[] =>
  by.steps
    .filter(({ call }) => call.method === 'PUT')
    .map(({ answer }) => (answer?.got === 'reply' ? answer.reply.status : 'none'));

test('Somebody saves between the desk’s look and its update: Ghost says 409, and the desk begins anew over what is there', async () => {
  const story = report(desk.album, 36);
  const first = await desk.push(jobOf(desk.site, story));
  const { lexical } = await postThere(first.post.id);
  interfere(desk, first.post.id, 1, () => ({ lexical: lexical.replace('Thật thế.', 'Thật vậy đấy.') }));
  const merged = await desk.push(jobOf(desk.site, withSubhead(story, 'Sơ tán 1.500 hộ'), {}, { base: baseOf(first) }));
  expect(putsOf(desk)).toEqual([409, 200]);
  expect(merged.combined).not.toEqual([]);
  const { html } = await postThere(first.post.id);
  expect(html).toContain('Thật vậy đấy.');
  expect(html).toContain('1.500 hộ');
});

test('Somebody saves again and again: after three rounds a person is asked, and their words stand', async () => {
  const story = report(desk.album, 37);
  const first = await desk.push(jobOf(desk.site, story));
  const { lexical } = await postThere(first.post.id);
  interfere(desk, first.post.id, 9, (time) => ({ lexical: lexical.replace('Thật thế.', `Lần ${time}.`) }));
  const state = await desk.run(jobOf(desk.site, withSubhead(story, 'Sơ tán 1.500 hộ'), {}, { base: baseOf(first) }));
  expect(state).toMatchObject({
    is: 'person',
    failure: { code: 'push.refused', about: { reason: 'UPDATE_COLLISION' } },
  });
  expect(putsOf(desk)).toEqual([409, 409, 409]);
  expect((await postThere(first.post.id)).html).toContain('Lần 3.');
});

test('A contributor’s own key may not publish: the right is named; a server before Ghost that takes no such size', async () => {
  const story = report(desk.album, 38);
  const contributor = deskOf(await ghost.person('Contributor'));
  const words = { ...story, body: story.body.filter(({ type }) => type !== 'figure') };
  expect(await contributor.run(jobOf(contributor.site, words, { status: 'published' }))).toMatchObject({
    is: 'person',
    failure: { code: 'push.missing-right' },
  });
  const proxy = new FaultProxy(() => ghost.url);
  await proxy.start();
  proxy.choose = (path) => (path.includes('/images/upload/') ? 'too-large' : null);
  const proxied = new Desk(siteOf('ghost', proxy.url, `${proxy.url}/ghost/api/admin/`), ghost.key);
  expect(await proxied.run(jobOf(proxied.site, report(proxied.album, 39)))).toMatchObject({
    is: 'person',
    failure: { code: 'push.too-large', about: { photo: 'lu-song-lam-1.png', megabytes: 1 } },
  });
  await proxy.stop();
});
