import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cmsAdapter } from '../../src/cms/index.ts';
import type { Base, PushJob } from '../../src/cms/push/job.ts';
import type { Pushed } from '../../src/cms/adapter.ts';
import { Desk, jobOf, picture, report, siteOf } from './desk.ts';
import { here } from './servers/process.ts';
import { startWordPress, type WordPress } from './servers/wordpress.ts';

let wordpress: WordPress;
let desk: Desk;
const adapter = cmsAdapter('wordpress');

interface RestPost {
  id: number;
  status: string;
  slug: string;
  date_gmt: string;
  title: { raw: string };
  content: { raw: string };
  excerpt: { raw: string };
  featured_media: number;
  categories: number[];
  tags: number[];
}

const deskOf = (user: keyof WordPress['passwords'], secret?: string): Desk =>
  new Desk(siteOf('wordpress', wordpress.url, `${wordpress.url}/wp-json/`, user), secret ?? wordpress.passwords[user]);
const postThere = (id: string): Promise<RestPost> => wordpress.ask(`wp/v2/posts/${id}?context=edit`);
const change = (id: string, fields: object): Promise<RestPost> =>
  wordpress.ask(`wp/v2/posts/${id}?context=edit`, { method: 'POST', body: JSON.stringify(fields) });
const baseOf = ({ story, post }: Pushed): Base => ({ story, post });
const countPosts = async (): Promise<number> =>
  (await wordpress.ask<unknown[]>('wp/v2/posts?per_page=100&context=edit&status=draft,publish,future,pending,private'))
    .length;
const countMedia = async (): Promise<number> => (await wordpress.ask<unknown[]>('wp/v2/media?per_page=100')).length;

beforeAll(async () => {
  wordpress = await startWordPress();
}, 240_000);
beforeEach(async () => {
  await wordpress.reset();
  desk = deskOf('editor');
});
afterAll(() => wordpress.stop());

/** What WordPress's own parser makes of a content: the blocks' names, and the content written again from them. */
function parsed(content: string): { names: string[]; freeform: number; again: string } {
  const ran = spawnSync('php', [here('parse-blocks.php'), wordpress.folder], { input: content, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr + ran.stdout);
  return JSON.parse(ran.stdout) as ReturnType<typeof parsed>;
}

test('A draft with photos, captions, alt texts, category, tags and featured image', async () => {
  const story = report(desk.album, 1);
  const pushed = await desk.push(
    jobOf(desk.site, story, { category: 'Zürich & Umland', tags: ['election', 'lũ lụt'], featured: 'pho1' }),
  );
  expect(pushed).toMatchObject({ did: 'created', uploaded: 3, reused: 0, readBack: [] });
  const post = await postThere(pushed.post.id);
  expect(post).toMatchObject({ status: 'draft', slug: 'lu-song-lam-1', excerpt: { raw: story.standfirst } });
  expect(pushed.post).toMatchObject({
    title: story.headline,
    categories: ['Zürich & Umland'],
    tags: ['election', 'lũ lụt'],
    story: story.id,
  });
  const media = await wordpress.ask<{ alt_text: string; caption: { raw: string }; media_details: { sizes: object } }>(
    `wp/v2/media/${post.featured_media}?context=edit`,
  );
  expect(media.alt_text).toBe('Cầu & nước');
  expect(media.caption.raw).toContain('Ảnh: Lê Hà');
  expect(Object.keys(media.media_details.sizes)).toContain('thumbnail');
  const { names, freeform, again } = parsed(post.content.raw);
  expect(freeform).toBe(0);
  expect(again).toBe(post.content.raw);
  expect(new Set(names)).toEqual(
    new Set(
      [
        'paragraph',
        'heading',
        'list',
        'list-item',
        'quote',
        'pullquote',
        'image',
        'gallery',
        'group',
        'table',
        'separator',
      ].map((name) => `core/${name}`),
    ),
  );
});

test('A second push changes nothing, sends no photo again, and a third sends what changed', async () => {
  const story = report(desk.album, 2);
  const first = await desk.push(jobOf(desk.site, story));
  const second = await desk.push(jobOf(desk.site, story, {}, { base: baseOf(first) }));
  expect(second).toMatchObject({ did: 'nothing', uploaded: 0 });
  expect(desk.steps.filter(({ call }) => call.writes)).toEqual([]);
  const third = await desk.push(jobOf(desk.site, { ...story, headline: 'Tít mới' }, {}, { base: baseOf(second) }));
  expect(third).toMatchObject({ did: 'updated', uploaded: 0 });
  expect(third.post.title).toBe('Tít mới');
  expect([await countPosts(), await countMedia()]).toEqual([2, 3]);
});

test('Without a word of what it pushed before, a desk finds the post by its mark', async () => {
  const story = report(desk.album, 3);
  const first = await desk.push(jobOf(desk.site, story));
  const again = await desk.push(jobOf(desk.site, story, { status: 'published' }));
  expect(again.post.id).toBe(first.post.id);
  expect(again.post.status).toBe('published');
  const sign = await desk.push(jobOf(desk.site, story));
  expect(sign).toMatchObject({ did: 'nothing' });
  expect(await countPosts()).toBe(2);
});

test('Scheduled, published, taken back', async () => {
  const story = report(desk.album, 4);
  const at = new Date(Math.floor(Date.now() / 1000) * 1000 + 86_400_000).toISOString();
  const scheduled = await desk.push(jobOf(desk.site, story, { status: 'scheduled', at }));
  expect(scheduled.post).toMatchObject({ status: 'scheduled', at: at.replace('.000Z', 'Z') });
  const published = await desk.push(jobOf(desk.site, story, { status: 'published' }, { base: baseOf(scheduled) }));
  expect(published.post.status).toBe('published');
  const page = await (await fetch(published.post.link)).text();
  // WordPress prints its own dashes and quotation marks.
  for (const words of ['chiều 12/6&gt;', 'Ảnh: Lê Hà', 'Trần An', 'Theo TTXVN', '(TTV)', 'Thời sự', 'sơ tán trong đêm'])
    expect(page.includes(words) ? '' : words).toBe('');
  const back = await desk.push(jobOf(desk.site, story, { status: 'unpublished' }, { base: baseOf(published) }));
  expect(back.post.status).toBe('draft');
  expect(await desk.refused(jobOf(desk.site, story, { status: 'scheduled', at: '2020-01-01T00:00:00Z' }))).toBe(
    'push.past',
  );
});

test('Somebody changed another paragraph and the category: both sides are in the post', async () => {
  const story = report(desk.album, 5);
  const first = await desk.push(jobOf(desk.site, story));
  const there = await postThere(first.post.id);
  const content = there.content.raw
    .replace('Thật thế.', 'Thật vậy đấy.')
    .replace('"hasFixedLayout":false', '"hasFixedLayout":false,"className":"wide"');
  await change(first.post.id, { content, categories: [2] });
  const mine = {
    ...story,
    body: story.body.map((block) => (block.id === 'head' ? { ...block, text: [{ text: 'Sơ tán 1.500 hộ' }] } : block)),
  } as typeof story;
  const asked = jobOf(desk.site, mine, {}, { base: baseOf(first), changed: { do: 'ask' } });
  const state = await desk.run(asked);
  expect(state).toMatchObject({ is: 'person', failure: { code: 'push.changed' }, conflict: { flags: [] } });
  const merged = await desk.push({ ...asked, changed: { do: 'combine' } });
  const after = await postThere(first.post.id);
  expect(after.content.raw).toContain('Thật vậy đấy.');
  expect(after.content.raw).toContain('1.500 hộ');
  // What only the site knows of a block stays there.
  expect(after.content.raw).toContain('"className":"wide"');
  expect(after.categories).toEqual([2]);
  expect(merged.combined.map(({ part }) => part)).toEqual(expect.arrayContaining(['categories', 'block']));
  expect(merged.story.body.find(({ id }) => id === 'quot')).toMatchObject({
    text: [{ text: 'Chưa bao giờ thế này.\nThật vậy đấy.' }],
  });
});

test('Both changed the same words: nothing is sent until a person has accepted, and then only over what they saw', async () => {
  const story = report(desk.album, 6);
  const first = await desk.push(jobOf(desk.site, story));
  const there = await postThere(first.post.id);
  await change(first.post.id, { content: there.content.raw.replace('1.200', '1.300') });
  const mine = {
    ...story,
    body: story.body.map((block) => (block.id === 'head' ? { ...block, text: [{ text: 'Sơ tán 1.500 hộ' }] } : block)),
  } as typeof story;
  const job = jobOf(desk.site, mine, {}, { base: baseOf(first) });
  const state = await desk.run(job);
  if (state.is !== 'person' || !state.conflict) throw new Error(`no conflict: ${state.is}`);
  expect(state.conflict.flags).toMatchObject([{ kind: 'both-wrote', part: 'text' }]);
  expect(desk.steps.some(({ call }) => call.writes)).toBe(false);
  const accepted: PushJob = { ...job, changed: { do: 'accepted', over: state.conflict.theirs.revision } };
  await change(first.post.id, { content: there.content.raw.replace('1.200', '1.400') });
  expect(await desk.refused(accepted)).toBe('push.changed');
  const again = await desk.run(job);
  if (again.is !== 'person' || !again.conflict) throw new Error('no conflict');
  await desk.push({ ...job, changed: { do: 'accepted', over: again.conflict.theirs.revision } });
  expect((await postThere(first.post.id)).content.raw).toContain('1.500');
});

test('A post of somebody else’s opens as a story; what a story does not know goes back as it came', async () => {
  const foreign =
    '<!-- wp:paragraph {"align":"center"} -->\n<p class="has-text-align-center">Xin chào</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:myplugin/poll {"id":7} -->\n<div class="poll">Ai thắng?</div>\n<!-- /wp:myplugin/poll -->\n\n<!-- wp:heading -->\n<h2 class="wp-block-heading">Tít phụ</h2>\n<!-- /wp:heading -->';
  const made = await wordpress.ask<RestPost>('wp/v2/posts', {
    method: 'POST',
    body: JSON.stringify({ title: 'Của toà soạn', content: foreign, status: 'publish', tags: [5] }),
  });
  const listed = await desk.hold(adapter.list(desk.site, { search: 'toà soạn', page: 1 }));
  if (!listed.ok) throw new Error(listed.failure.detail);
  expect(listed.value).toMatchObject([{ id: String(made.id), title: 'Của toà soạn', status: 'published' }]);
  const pulled = await desk.hold(adapter.pull(desk.site, String(made.id)));
  if (!pulled.ok) throw new Error(pulled.failure.detail);
  const { story, post } = pulled.value;
  expect(story.body.map(({ type }) => type)).toEqual(['paragraph', 'unknown', 'heading']);
  const edited = {
    ...story,
    body: story.body.map((block) => (block.type === 'heading' ? { ...block, text: [{ text: 'Tít phụ mới' }] } : block)),
  };
  await desk.push(jobOf(desk.site, edited, { tags: post.tags }, { base: { story, post } }));
  const after = await postThere(String(made.id));
  expect(after.content.raw).toContain('"align":"center"');
  expect(after.content.raw).toContain(
    '<!-- wp:myplugin/poll {"id":7} -->\n<div class="poll">Ai thắng?</div>\n<!-- /wp:myplugin/poll -->',
  );
  expect(after.content.raw).toContain('Tít phụ mới');
  expect(after.status).toBe('publish');
  expect(await countPosts()).toBe(2);
});

test('The API is found at the address that a person types, also where its route was renamed; rights are told', async () => {
  expect(await desk.hold(adapter.discover(wordpress.url))).toMatchObject({
    ok: true,
    value: { api: `${wordpress.url}/wp-json/`, title: 'Copydesk test' },
  });
  expect(await desk.hold(adapter.discover('http://example.org'))).toMatchObject({
    failure: { code: 'push.not-loopback' },
  });
  const query = { ...desk.site, api: `${wordpress.url}/?rest_route=/` };
  expect(await desk.hold(adapter.connect(query))).toMatchObject({
    value: { user: 'editor', rights: { publish: true, upload: true, anyMarkup: true } },
  });
  const contributor = deskOf('contributor');
  expect(await contributor.hold(adapter.connect(contributor.site))).toMatchObject({
    value: { rights: { publish: false, upload: false } },
  });
  expect((await desk.push(jobOf(query, report(desk.album, 7)))).did).toBe('created');
});

test('A wrong password, a missing right, a post in the trash, one that is gone', async () => {
  const story = report(desk.album, 8);
  const wrong = deskOf('editor', 'wrong wrong wrong');
  expect(await wrong.hold(adapter.connect(wrong.site))).toMatchObject({ failure: { code: 'push.wrong-password' } });
  expect(await wrong.refused(jobOf(wrong.site, story))).toBe('push.wrong-password');
  const contributor = deskOf('contributor');
  const words = { ...story, body: story.body.filter(({ type }) => type !== 'figure') };
  expect(await contributor.refused(jobOf(contributor.site, words, { status: 'published' }))).toBe('push.missing-right');
  const subscriber = deskOf('subscriber');
  expect(await subscriber.refused(jobOf(subscriber.site, words))).toBe('push.missing-right');
  const pushed = await desk.push(jobOf(desk.site, words, {}, {}));
  await wordpress.ask(`wp/v2/posts/${pushed.post.id}`, { method: 'DELETE' });
  expect(await desk.refused(jobOf(desk.site, words))).toBe('push.trashed');
  expect(await desk.refused(jobOf(desk.site, words, {}, { base: baseOf(pushed) }))).toBe('push.trashed');
  await wordpress.ask(`wp/v2/posts/${pushed.post.id}?force=true`, { method: 'DELETE' });
  expect(await desk.refused(jobOf(desk.site, words, {}, { base: baseOf(pushed) }))).toBe('push.gone');
});

test('A picture larger than PHP’s limits for forms goes through; what is no picture is refused with its name', async () => {
  const story = report(desk.album, 9);
  const noise = new Uint8Array(9 * 1024 * 1024);
  for (let at = 0; at < noise.length; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
  const large = desk.album.add(new Uint8Array([...picture(9), ...noise]), 'large.png');
  const withPhoto = (media: string) => {
    const figure = story.body.find(({ id }) => id === 'fig1');
    if (figure?.type !== 'figure' || !figure.photos[0]) throw new Error('no figure');
    return {
      ...story,
      media: { ...desk.album.files },
      body: [{ ...figure, photos: [{ ...figure.photos[0], media }] }],
    };
  };
  expect((await desk.push(jobOf(desk.site, withPhoto(large)))).uploaded).toBe(1);
  const text = desk.album.add(
    new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'no-picture.svg',
    'image/svg+xml',
  );
  const state = await desk.run(jobOf(desk.site, { ...withPhoto(text), id: 'anotherstory', slug: 'another' }));
  expect(state).toMatchObject({
    is: 'person',
    failure: { code: 'push.wrong-kind', about: { photo: 'no-picture.svg' } },
  });
});

test('What WordPress took out of an author’s post is told', async () => {
  const author = deskOf('author');
  const story = { ...report(author.album, 10) };
  story.body = [
    ...story.body.slice(0, 1),
    {
      type: 'unknown',
      id: 'fram',
      original: {
        type: 'wordpress',
        source: '<!-- wp:html -->\n<iframe src="https://example.org/"></iframe> bảng\n<!-- /wp:html -->',
      },
      fallback: '',
    },
  ];
  const pushed = await author.push(jobOf(author.site, story));
  expect(pushed.readBack).not.toEqual([]);
  expect((await postThere(pushed.post.id)).content.raw).not.toContain('<iframe');
});
