import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Pushed } from '../../src/cms/adapter.ts';
import type { Base } from '../../src/cms/push/job.ts';
import type { Block, Story } from '../../src/story/schema.ts';
import { Desk, jobOf, report, siteOf } from './desk.ts';
import { startGhost, type Ghost } from './servers/ghost.ts';

/* Texts that go as HTML, and texts whose marks Ghost's own editor took off. */

let ghost: Ghost;
/** One whose site takes HTML, and one whose takes Ghost's own cards. */
let [html, cards]: Desk[] = [];

interface Post {
  id: string;
  html: string;
  lexical: string;
  updated_at: string;
}

beforeAll(async () => {
  ghost = await startGhost();
}, 600_000);
beforeEach(() => {
  const site = siteOf('ghost', ghost.url, `${ghost.url}/ghost/api/admin/`);
  [html, cards] = [new Desk({ ...site, body: 'html' }, ghost.key), new Desk(site, ghost.key)];
});
afterAll(() => ghost.stop());

const postThere = async (id: string): Promise<Post> => {
  const [post] = (await ghost.ask<{ posts: Post[] }>(`posts/${id}/?formats=lexical,html`)).posts;
  if (!post) throw new Error('no post');
  return post;
};

/** Somebody saves the post in Ghost's own editor, which keeps no member of a node that it does not know. */
async function editThere(id: string, change: (lexical: string) => string): Promise<void> {
  const { lexical, updated_at } = await postThere(id);
  const bare = JSON.stringify(JSON.parse(lexical, (name, value: unknown) => (name === 'copydesk' ? undefined : value)));
  const changed = change(bare);
  expect(changed).not.toBe(bare);
  await ghost.ask(`posts/${id}/`, { method: 'PUT', json: { posts: [{ lexical: changed, updated_at }] } });
}

const baseOf = ({ story, post }: Pushed): Base => ({ story, post });
const rewritten = (story: Story, id: string, text: string): Story => ({
  ...story,
  body: story.body.map((block) =>
    block.id === id && block.type === 'heading' ? { ...block, text: [{ text }] } : block,
  ),
});
/** What each write of the last push brought the text as. */
const sources = (desk: Desk): string[] =>
  desk.steps
    .filter(({ call }) => call.writes && call.name !== 'upload-photo')
    .map(({ call }) => (/source=html/.test(call.url) ? 'html' : 'lexical'));

test('A report as HTML says in Ghost’s cards what it said; only the pull quote becomes a quotation, which is told', async () => {
  if (!html) throw new Error('no desk');
  const story = report(html.album, 51);
  const pushed = await html.push(jobOf(html.site, story, { tags: ['lũ'], featured: 'pho1' }));
  expect(sources(html)).toEqual(['html']);
  expect(pushed).toMatchObject({ did: 'created', uploaded: 3 });
  expect(pushed.readBack).toMatchObject([{ part: 'block', block: 'quote', after: 'Chưa bao giờ' }]);
  const { html: page, lexical } = await postThere(pushed.post.id);
  for (const words of [
    'Ảnh: Reuters',
    'Cầu &amp; nước',
    '— Bà Nguyễn Thị Hoa',
    '<table>',
    'Con số',
    'kg-bookmark-card',
  ])
    expect(page.includes(words) ? '' : words).toBe('');
  expect(lexical).not.toContain('"copydesk"');
});

test('Sent again it changes nothing, known or forgotten; changed it is updated, and no picture goes twice', async () => {
  if (!html) throw new Error('no desk');
  const story = report(html.album, 52);
  const first = await html.push(jobOf(html.site, story));
  for (const base of [baseOf(first), null])
    expect(await html.push(jobOf(html.site, story, {}, { base }))).toMatchObject({ did: 'nothing', uploaded: 0 });
  const changed = rewritten(story, 'head', 'Sơ tán 1.500 hộ');
  const second = await html.push(jobOf(html.site, changed, {}, { base: baseOf(first) }));
  expect(second).toMatchObject({ did: 'updated', uploaded: 0, combined: [] });
  expect((await postThere(first.post.id)).html).toContain('1.500');
});

test.each(['html', 'lexical'] as const)(
  'What was rewritten in Ghost’s own editor is told block by block, and combines with ours (%s)',
  async (body) => {
    const desk = body === 'html' ? html : cards;
    if (!desk) throw new Error('no desk');
    const story = report(desk.album, body === 'html' ? 53 : 54);
    const first = await desk.push(jobOf(desk.site, story));
    await editThere(first.post.id, (lexical) => lexical.replace('Thật thế.', 'Thật vậy đấy.'));
    const mine = rewritten(story, 'head', 'Sơ tán 1.500 hộ');
    const merged = await desk.push(jobOf(desk.site, mine, {}, { base: baseOf(first) }));
    expect(merged.combined).toMatchObject([{ part: 'block', kind: 'changed', id: 'quot' }]);
    // Every block is still the one that it was.
    expect(merged.story.body.map(({ id }) => id)).toEqual(story.body.map(({ id }) => id));
    const { html: page } = await postThere(first.post.id);
    for (const words of ['Thật vậy đấy.', '1.500 hộ']) expect(page).toContain(words);
    await editThere(first.post.id, (lexical) => lexical.replace('1.500', '1.600'));
    const clash = rewritten(merged.story, 'head', 'Sơ tán 1.700 hộ');
    expect(await desk.run(jobOf(desk.site, clash, {}, { base: baseOf(merged) }))).toMatchObject({
      is: 'person',
      failure: { code: 'push.changed' },
      conflict: { flags: [{ kind: 'both-wrote', block: 'head' }] },
    });
  },
);

test('A card that HTML has no form for stays what it is: such a post goes as Lexical', async () => {
  if (!html) throw new Error('no desk');
  const story = report(html.album, 55);
  const first = await html.push(jobOf(html.site, story));
  const toggle = { type: 'toggle', version: 1, heading: 'Hỏi đáp', content: '<p>Trả lời</p>' };
  await editThere(first.post.id, (lexical) =>
    lexical.replace('{"root":{"children":[', (start) => `${start}${JSON.stringify(toggle)},`),
  );
  const mine = rewritten(story, 'head', 'Sơ tán 1.500 hộ');
  await html.push(jobOf(html.site, mine, {}, { base: baseOf(first) }));
  expect(sources(html)).toEqual(['lexical']);
  const { lexical, html: page } = await postThere(first.post.id);
  expect(lexical).toContain('"type":"toggle"');
  expect(page).toContain('1.500 hộ');
});

test.each([
  // Ghost answers 201, and its page ends before the card.
  ['that this one does not know', { type: 'weather', version: 1, html: '<p>Mưa to ở Con Cuông</p>' }, 57],
  // 422, "Invalid lexical structure".
  ['that is broken', { type: 'paragraph', version: 1, children: [{ weather: 'Mưa to ở Con Cuông' }] }, 58],
])(
  'A card of another Ghost %s neither keeps the story back nor cuts it off: the text goes as HTML',
  async (_, card, seed) => {
    if (!cards) throw new Error('no desk');
    const foreign: Block = {
      type: 'unknown',
      id: 'fore',
      original: { type: 'ghost', source: JSON.stringify(card) },
      fallback: 'Mưa to ở Con Cuông',
    };
    const story = report(cards.album, seed);
    const last: Block = { type: 'paragraph', id: 'last', text: [{ text: 'Nước rút vào sáng mai.' }] };
    const pushed = await cards.push(
      jobOf(cards.site, { ...story, body: [...story.body.slice(0, 2), foreign, last] }, { status: 'published' }),
    );
    expect(sources(cards).slice(0, 2)).toEqual(['lexical', 'html']);
    const page = await (await fetch(pushed.post.link)).text();
    for (const words of ['Nước lên', 'Nước rút vào sáng mai.', 'Theo TTXVN']) expect(page).toContain(words);
    // What can be read of the card is there, and what became of it is told.
    if ('html' in card) {
      expect(page).toContain('Mưa to ở Con Cuông');
      expect(pushed.readBack).toMatchObject([{ part: 'block', block: 'paragraph', after: 'Mưa to ở Con Cuông' }]);
    }
  },
);
