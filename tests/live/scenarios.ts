import { expect } from 'vitest';
import type { Pushed } from '../../src/cms/adapter.ts';
import { cmsAdapter } from '../../src/cms/index.ts';
import type { Base, PushJob } from '../../src/cms/push/job.ts';
import type { Story } from '../../src/story/schema.ts';
import { jobOf, report, type Desk } from './desk.ts';

/** What somebody at the site does behind the desk's back, each of a post; a recording only says what came of it. */
export interface Hands {
  /** A post of theirs: a paragraph, something that no story has a block for, a subhead. Answers its id. */
  write: () => Promise<string>;
  /** Puts other words in the place of these. */
  edit: (id: string, from: string, to: string) => Promise<string>;
  remove: (id: string) => Promise<string>;
}

interface World {
  kind: 'wordpress' | 'ghost';
  desk: Desk;
  hands: Hands;
  /** When it happens, in milliseconds since the epoch. */
  at: number;
}

/** One conversation with a CMS and what must come of it, on the real server and on what it said when it was recorded. */
type Scenario = (world: World) => Promise<void>;

const baseOf = ({ story, post }: Pushed): Base => ({ story, post });

/** The report under an id of its own: the same in every recording. */
const storyOf = ({ desk, kind }: World, number: number): Story => {
  const story = report(desk.album, number);
  return { ...story, id: `recorded${kind}${number}` };
};

function job(world: World, story: Story, order: Partial<PushJob['order']> = {}, more: Partial<PushJob> = {}): PushJob {
  return jobOf(world.desk.site, story, order, { createdAt: world.at, confirmedAt: world.at, ...more });
}

const withSubhead = (story: Story, text: string): Story => ({
  ...story,
  body: story.body.map((block) =>
    block.id === 'head' && block.type === 'heading' ? { ...block, text: [{ text }] } : block,
  ),
});

export const scenarios: Record<string, Scenario> = {
  'find-and-sign-in': async ({ desk, kind }) => {
    const adapter = cmsAdapter(kind);
    expect(await desk.hold(adapter.discover(desk.site.url))).toMatchObject({
      ok: true,
      value: { api: desk.site.api, title: 'Copydesk test' },
    });
    expect(await desk.hold(adapter.connect(desk.site))).toMatchObject({
      ok: true,
      value: { rights: { publish: true, upload: true, anyMarkup: true, makeTerms: true } },
    });
  },

  create: async (world) => {
    const { desk, kind } = world;
    const story = { ...storyOf(world, 71), urgency: 3 };
    const order: Partial<PushJob['order']> = {
      status: 'published',
      category: 'Politics',
      tags: ['election', 'lũ lụt'],
      featured: 'pho1',
    };
    const planned = await desk.hold(cmsAdapter(kind).plan(job(world, story, order)));
    expect(planned).toMatchObject({ ok: true, value: { does: 'create', conflict: null, uploads: [{}, {}, {}] } });
    const pushed = await desk.push(job(world, story, order));
    expect(pushed).toMatchObject({ did: 'created', uploaded: 3, reused: 0, combined: [], readBack: [] });
    expect(pushed.post).toMatchObject({ status: 'published', title: story.headline, story: story.id });
    expect(pushed.post.tags).toEqual(expect.arrayContaining(['election', 'lũ lụt']));
    expect([...pushed.post.categories, ...pushed.post.tags]).toContain('Politics');
    expect(pushed.post.link).toMatch(/^https?:/);
    // What the site has no field for, and where it went.
    const places = Object.fromEntries(pushed.losses.map(({ what, instead }) => [what, instead]));
    expect(places).toMatchObject({
      ...{ kicker: 'body', dateline: 'body', byline: 'body', sourceCredit: 'body' },
      ...{ credit: 'caption', rights: 'nowhere', 'photo-source': 'nowhere', urgency: 'nowhere' },
    });
    const again = await desk.push(job(world, story, order, { base: baseOf(pushed) }));
    expect(again).toMatchObject({ did: 'nothing', uploaded: 0 });
    expect(desk.steps.filter(({ call }) => call.writes)).toEqual([]);
  },

  'both-changed': async (world) => {
    const { desk, hands } = world;
    const story = storyOf(world, 72);
    const first = await desk.push(job(world, story));
    await hands.edit(first.post.id, 'Thật thế.', 'Thật vậy đấy.');
    const asked = job(
      world,
      withSubhead(story, 'Sơ tán 1.500 hộ'),
      {},
      { base: baseOf(first), changed: { do: 'ask' } },
    );
    expect(await desk.run(asked)).toMatchObject({ is: 'person', failure: { code: 'push.changed' } });
    const merged = await desk.push({ ...asked, changed: { do: 'combine' } });
    expect(merged).toMatchObject({ did: 'updated', uploaded: 0 });
    expect(merged.post.content).toContain('Thật vậy đấy.');
    expect(merged.post.content).toContain('1.500');
    expect(merged.story.body.find(({ id }) => id === 'quot')).toMatchObject({
      text: [{ text: 'Chưa bao giờ thế này.\nThật vậy đấy.' }],
    });
    await hands.edit(first.post.id, '1.500', '1.600');
    const clash = job(world, withSubhead(merged.story, 'Sơ tán 1.700 hộ'), {}, { base: baseOf(merged) });
    expect(await desk.run(clash)).toMatchObject({
      is: 'person',
      failure: { code: 'push.changed' },
      conflict: { flags: [{ kind: 'both-wrote', part: 'text' }] },
    });
    expect(desk.steps.some(({ call }) => call.writes)).toBe(false);
  },

  'schedule-publish-update': async (world) => {
    const { desk } = world;
    const full = storyOf(world, 73);
    const story = { ...full, body: full.body.filter(({ type }) => type !== 'figure') };
    const at = new Date(Math.floor(world.at / 1000) * 1000 + 86_400_000).toISOString();
    const scheduled = await desk.push(job(world, story, { status: 'scheduled', at }));
    expect(scheduled).toMatchObject({ did: 'created', post: { status: 'scheduled' } });
    expect(Date.parse(scheduled.post.at ?? '')).toBe(Date.parse(at));
    const published = await desk.push(job(world, story, { status: 'published' }, { base: baseOf(scheduled) }));
    expect(published.post).toMatchObject({ id: scheduled.post.id, status: 'published' });
    const later = withSubhead(story, 'Sơ tán 1.500 hộ');
    const updated = await desk.push(job(world, later, { status: 'published' }, { base: baseOf(published) }));
    expect(updated).toMatchObject({ did: 'updated', post: { id: scheduled.post.id, status: 'published' } });
    expect(updated.post.content).toContain('1.500');
    const back = await desk.push(job(world, later, { status: 'unpublished' }, { base: baseOf(updated) }));
    expect(back.post).toMatchObject({ id: scheduled.post.id, status: 'draft' });
  },

  'missing-right': async (world) => {
    const { desk } = world;
    const story = storyOf(world, 76);
    const words = { ...story, body: story.body.filter(({ type }) => type !== 'figure') };
    expect(await desk.refused(job(world, words, { status: 'published' }))).toBe('push.missing-right');
  },

  'too-large': async (world) => {
    const { desk } = world;
    expect(await desk.run(job(world, storyOf(world, 77), { status: 'published' }))).toMatchObject({
      is: 'person',
      failure: { code: 'push.too-large', about: { photo: 'lu-song-lam-1.png', megabytes: 1 } },
    });
    // The post is made when all of its pictures are there, and so not at all.
    expect(desk.steps.some(({ call }) => call.name === 'create-post')).toBe(false);
  },

  'open-anothers-post': async (world) => {
    const { desk, hands, kind } = world;
    const adapter = cmsAdapter(kind);
    const id = await hands.write();
    const pulled = await desk.hold(adapter.pull(desk.site, id));
    if (!pulled.ok) throw new Error(pulled.failure.detail);
    const { post } = pulled.value;
    const story = { ...pulled.value.story, id: `recorded${kind}pulled` };
    expect(story.headline).toBe('Của toà soạn');
    expect(story.body.map(({ type }) => type)).toEqual(['paragraph', 'unknown', 'heading']);
    const edited = {
      ...story,
      body: story.body.map((block) =>
        block.type === 'heading' ? { ...block, id: 'head', text: [{ text: 'Tít phụ mới' }] } : block,
      ),
    };
    const pushed = await desk.push(job(world, edited, { tags: post.tags }, { base: { story, post } }));
    expect(pushed).toMatchObject({ did: 'updated', post: { id, status: 'published' } });
    expect(pushed.post.content).toContain('Ai thắng?');
    expect(pushed.post.content).toContain('Tít phụ mới');
  },

  refused: async (world) => {
    const { desk, hands, kind } = world;
    const story = storyOf(world, 74);
    const words = { ...story, body: story.body.filter(({ type }) => type !== 'figure') };
    const pushed = await desk.push(job(world, words));
    await hands.remove(pushed.post.id);
    expect(await desk.refused(job(world, words, {}, { base: baseOf(pushed) }))).toBe(
      kind === 'wordpress' ? 'push.trashed' : 'push.gone',
    );
    expect(await desk.refused(job(world, { ...words, headline: '' }))).toBe('push.no-title');
    expect(await desk.refused(job(world, words, { status: 'scheduled', at: '2020-01-01T00:00:00Z' }))).toBe(
      'push.past',
    );
  },

  'wrong-password': async (world) => {
    const { desk, kind } = world;
    expect(await desk.hold(cmsAdapter(kind).connect(desk.site))).toMatchObject({
      failure: { code: 'push.wrong-password' },
    });
    expect(await desk.refused(job(world, storyOf(world, 75)))).toBe('push.wrong-password');
  },
};
