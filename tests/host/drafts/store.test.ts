import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { storyFolder } from '../../../electron/services/drafts/layout.ts';
import type { DraftStore } from '../../../electron/services/drafts/store.ts';
import type { Story } from '../../../src/story/schema.ts';
import { newHome } from '../folder.ts';
import { draftsIn } from './drafts-in.ts';
import { after, dice, someChange, startingStory, strange, textOf } from './typist.ts';

const pace = { mirrorAfter: 20, logChanges: 40 };

async function opened(store: DraftStore, id: string): Promise<{ story: Story; seq: number; notices: unknown[] }> {
  const result = await store.open(id);
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
}

describe('the draft store', () => {
  it('gives a new story back as it was made', async () => {
    const home = await newHome();
    const story = startingStory();
    expect(await draftsIn({ home }).create(story)).toEqual({ ok: true, value: null });
    const again = draftsIn({ home });
    expect(await again.ids()).toEqual([story.id]);
    expect(await again.open(story.id)).toEqual({
      ok: true,
      value: { story, seq: 0, savedAt: story.updatedAt, notices: [], caret: null },
    });
  });

  it('refuses a second story of the same id and leaves the first alone', async () => {
    const home = await newHome();
    const store = draftsIn({ home });
    const story = startingStory();
    await store.create(story);
    const second = await store.create({ ...story, headline: 'Tin khác' });
    expect(second).toMatchObject({ ok: false, failure: { code: 'drafts.exists' } });
    expect((await opened(store, story.id)).story.headline).toBe(story.headline);
  });

  it('keeps 1,000 changes of every kind, over closings and new generations', async () => {
    const home = await newHome();
    const random = dice(11);
    let model = startingStory();
    let store = draftsIn({ home, pace });
    await store.create(model);
    for (let n = 1; n <= 1000; n++) {
      const change = someChange(model, random, n);
      model = after(model, change);
      expect(await store.change(model.id, n, change)).toMatchObject({ ok: true, value: { seq: n } });
      if (n % 97 === 0) {
        await store.closeAll();
        store = draftsIn({ home, pace });
        const { story, seq, notices } = await opened(store, model.id);
        expect([textOf(story), seq, notices]).toEqual([textOf(model), n, []]);
      }
    }
    await store.closeAll();
    const { story } = await opened(draftsIn({ home }), model.id);
    expect(textOf(story)).toBe(textOf(model));
    // Two generations, whole, and nothing else.
    expect((await readdir(storyFolder(home, model.id))).map((name) => name.split('.')[0]).sort()).toEqual([
      'log',
      'log',
      'mir',
      'mir',
      'snap',
      'snap',
    ]);
  });

  it('opens a story that nobody closed', async () => {
    const home = await newHome();
    const left = draftsIn({ home });
    const model = startingStory();
    await left.create(model);
    await left.change(model.id, 1, { blocks: {}, fields: { headline: 'Cắt điện' } });
    const { story, seq, notices } = await opened(draftsIn({ home }), model.id);
    expect([story.headline, seq, notices]).toEqual(['Cắt điện', 1, []]);
  });

  it('dates the story by its last change, with the offset of the place', async () => {
    const home = await newHome();
    const store = draftsIn({ home, clock: () => '2025-06-12T10:31:07.000+07:00' });
    const model = startingStory();
    await store.create(model);
    const change = await store.change(model.id, 1, { blocks: {}, fields: { slug: 'lu' } });
    expect(change).toEqual({ ok: true, value: { seq: 1, savedAt: '2025-06-12T10:31:07.000+07:00' } });
    expect((await opened(draftsIn({ home }), model.id)).story.updatedAt).toBe('2025-06-12T10:31:07.000+07:00');
  });

  it('acknowledges a change again that it has, without effect', async () => {
    const home = await newHome();
    const store = draftsIn({ home });
    const model = startingStory();
    await store.create(model);
    await store.change(model.id, 1, { blocks: {}, fields: { headline: 'Một' } });
    await store.change(model.id, 2, { blocks: {}, fields: { headline: 'Hai' } });
    expect(await store.change(model.id, 1, { blocks: {}, fields: { headline: 'Một' } })).toMatchObject({
      ok: true,
      value: { seq: 1 },
    });
    expect(await opened(store, model.id)).toMatchObject({ seq: 2, story: { headline: 'Hai' } });
  });

  it('refuses a change that leaves one out', async () => {
    const home = await newHome();
    const store = draftsIn({ home });
    const model = startingStory();
    await store.create(model);
    const answer = await store.change(model.id, 3, { blocks: {}, fields: { headline: 'Ba' } });
    expect(answer).toMatchObject({
      ok: false,
      failure: { code: 'drafts.out-of-step', about: { expected: 1, got: 3 } },
    });
    expect(await opened(store, model.id)).toMatchObject({ seq: 0, story: { headline: model.headline } });
  });

  it('takes a burst of changes in their order', async () => {
    const home = await newHome();
    const store = draftsIn({ home, pace });
    let model = startingStory();
    await store.create(model);
    const random = dice(3);
    const answers = Array.from({ length: 300 }, (_, i) => {
      const change = someChange(model, random, i + 1);
      model = after(model, change);
      return store.change(model.id, i + 1, change);
    });
    expect((await Promise.all(answers)).every(({ ok }) => ok)).toBe(true);
    await store.closeAll();
    expect(textOf((await opened(draftsIn({ home }), model.id)).story)).toBe(textOf(model));
  });

  it('loses no change that comes while the story is being closed', async () => {
    const home = await newHome();
    const store = draftsIn({ home });
    const model = startingStory();
    await store.create(model);
    await store.change(model.id, 1, { blocks: {}, fields: { headline: 'Một' } });
    const closing = store.close(model.id);
    expect(await store.change(model.id, 2, { blocks: {}, fields: { headline: 'Hai' } })).toMatchObject({ ok: true });
    await closing;
    await store.closeAll();
    expect(await opened(draftsIn({ home }), model.id)).toMatchObject({
      seq: 2,
      story: { headline: 'Hai' },
      notices: [],
    });
  });

  it('forgets what was set to undefined in memory as it does on disk', async () => {
    const home = await newHome();
    const store = draftsIn({ home });
    const model = startingStory();
    await store.create(model);
    await store.change(model.id, 1, { blocks: {}, fields: { headline: undefined, slug: 'lu' } });
    expect((await opened(store, model.id)).story).toMatchObject({ headline: model.headline, slug: 'lu' });
  });

  it('keeps a block that it does not know as it came, in snapshot and log', async () => {
    const home = await newHome();
    const store = draftsIn({ home });
    const model = startingStory();
    await store.create(model);
    await store.change(model.id, 1, { blocks: { [strange.id]: strange } });
    const folder = storyFolder(home, model.id);
    const original = JSON.stringify(strange.type === 'unknown' && strange.original);
    expect(await readFile(`${folder}/snap.2`, 'utf8')).toContain(original);
    expect(await readFile(`${folder}/log.2`, 'utf8')).toContain(`"blocks":{"${strange.id}":${original}}`);
    expect((await opened(draftsIn({ home }), model.id)).story.body.at(-1)).toEqual(strange);
  });

  it('mirrors the log behind the typing', async () => {
    const home = await newHome();
    const store = draftsIn({ home, pace });
    const model = startingStory();
    await store.create(model);
    await store.change(model.id, 1, { blocks: {}, fields: { headline: 'Một' } });
    const folder = storyFolder(home, model.id);
    await expect
      .poll(async () => (await readFile(`${folder}/mir.2`)).equals(await readFile(`${folder}/log.2`)))
      .toBe(true);
    expect(await readFile(`${folder}/mir.2`, 'utf8')).toContain('Một');
  });

  it('makes a new generation when nobody types', async () => {
    const home = await newHome();
    const store = draftsIn({ home, pace: { idleAfter: 20 } });
    const model = startingStory();
    await store.create(model);
    await store.change(model.id, 1, { blocks: {}, fields: { headline: 'Nghỉ tay' } });
    const snapshot = `${storyFolder(home, model.id)}/snap.3`;
    await expect.poll(() => readFile(snapshot, 'utf8').catch(() => '')).toContain('Nghỉ tay');
  });

  it('writes nothing when a story is only looked at', async () => {
    const home = await newHome();
    const store = draftsIn({ home });
    const model = startingStory();
    await store.create(model);
    const folder = storyFolder(home, model.id);
    const files = async (): Promise<string[]> =>
      Promise.all(
        (await readdir(folder)).sort().map(async (name) => name + (await readFile(`${folder}/${name}`, 'hex'))),
      );
    const before = await files();
    await opened(store, model.id);
    await store.closeAll();
    expect(await files()).toEqual(before);
  });

  it('says that a story is not there, whatever it is called', async () => {
    const store = draftsIn({ home: await newHome() });
    for (const id of ['nosuchstory00', '../../etc/passwd', '']) {
      expect(await store.open(id)).toMatchObject({ ok: false, failure: { code: 'drafts.missing' } });
    }
  });
});
