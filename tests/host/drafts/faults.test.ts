import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { storyFolder } from '../../../electron/services/drafts/layout.ts';
import type { DraftStore } from '../../../electron/services/drafts/store.ts';
import type { Failure } from '../../../src/base/result.ts';
import type { Story } from '../../../src/story/schema.ts';
import { faultyDisk, type Fault, type FaultyDisk } from '../faulty-disk.ts';
import { copyOf, newHome } from '../folder.ts';
import { draftsIn } from './drafts-in.ts';
import { after, dice, someChange, startingStory, textOf } from './typist.ts';

interface Desk {
  home: string;
  disk: FaultyDisk;
  store: DraftStore;
  story: Story;
  troubles: Failure[];
}

/** A story with one change, and the disk under it. */
async function atWork(pace = {}): Promise<Desk> {
  const [home, disk, troubles, story] = [await newHome(), faultyDisk(), [] as Failure[], startingStory()];
  const store = draftsIn({
    home,
    disk,
    pace: { mirrorAfter: 10, ...pace },
    onTrouble: (failure) => troubles.push(failure),
  });
  await store.create(story);
  await store.change(story.id, 1, { blocks: {}, fields: { headline: 'Một' } });
  return { home, disk, store, story, troubles };
}

/** The story as another start of the program finds it. */
async function reopened(home: string, id: string): Promise<{ story: Story; seq: number; notices: unknown[] }> {
  const result = await draftsIn({ home: await copyOf(home) }).open(id);
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
}

const appends: [string, Fault, string][] = [
  ['a full disk', { code: 'ENOSPC', on: ['write'] }, 'drafts.disk-full'],
  ['a full disk in the middle of a record', { code: 'ENOSPC', on: ['half-write'] }, 'drafts.disk-full'],
  [
    'a full disk that does not let the record be taken back',
    { code: 'ENOSPC', on: ['half-write', 'truncate'] },
    'drafts.disk-full',
  ],
  ['a full disk noticed at the sync', { code: 'ENOSPC', on: ['sync'] }, 'drafts.disk-full'],
  ['a used-up quota', { code: 'EDQUOT', on: ['write'] }, 'drafts.disk-full'],
  ['a disk that became read-only', { code: 'EROFS', on: ['write', 'truncate', 'open'] }, 'drafts.read-only'],
  ['a broken disk', { code: 'EIO', on: ['write', 'truncate'] }, 'drafts.write-failed'],
  ['a disk that breaks at the sync', { code: 'EIO', on: ['sync'] }, 'drafts.write-failed'],
  [
    'a disk on which nothing works',
    { code: 'EIO', on: ['open', 'write', 'sync', 'truncate', 'rename', 'syncFolder'] },
    'drafts.write-failed',
  ],
];

describe('a change that the disk refuses', () => {
  it.each(appends)('%s: is told, loses nothing, and goes through when sent again', async (_, fault, code) => {
    const { home, disk, store, story } = await atWork();
    disk.fault = fault;
    for (let attempt = 0; attempt < 3; attempt++) {
      const answer = await store.change(story.id, 2, { blocks: {}, fields: { headline: 'Hai' } });
      expect(answer).toMatchObject({ ok: false, failure: { code, about: { story: story.id } } });
    }
    expect(disk.failed).toBeGreaterThan(0);
    expect((await reopened(home, story.id)).story.headline).toMatch(/Một|Hai/);
    disk.fault = null;
    // The window has typed on in between: the same number comes with more in it.
    const again = await store.change(story.id, 2, { blocks: {}, fields: { headline: 'Hai', slug: 'hai' } });
    expect(again).toMatchObject({ ok: true, value: { seq: 2 } });
    expect(await store.change(story.id, 3, { blocks: {}, fields: { kicker: 'Ba' } })).toMatchObject({ ok: true });
    const want = { seq: 3, notices: [], story: { headline: 'Hai', slug: 'hai', kicker: 'Ba' } };
    expect(await reopened(home, story.id)).toMatchObject(want);
    await store.closeAll();
    expect(await reopened(home, story.id)).toMatchObject(want);
  });

  it('refuses with it all that waits behind it, and takes all of it later', async () => {
    const { home, disk, store, story } = await atWork();
    disk.fault = { code: 'ENOSPC', on: ['write'] };
    const send = (seq: number) => store.change(story.id, seq, { blocks: {}, fields: { headline: `Tin ${seq}` } });
    const refused = await Promise.all([send(2), send(3), send(4)]);
    // The third came while the first was being written, and so finds a number left out, or the full disk itself.
    for (const answer of refused) expect(answer.ok || answer.failure.code).toMatch(/^drafts\.(disk-full|out-of-step)$/);
    disk.fault = null;
    for (const seq of [2, 3, 4]) expect(await send(seq)).toMatchObject({ ok: true });
    expect(await reopened(home, story.id)).toMatchObject({ seq: 4, story: { headline: 'Tin 4' } });
  });
});

describe('trouble behind the scenes', () => {
  it.each([
    ['the mirror', /mir\./],
    ['the snapshot', /snap\./],
    ['a new log', /log\.[3-9]/],
  ])('%s cannot be written: typing goes on, and it is made up for later', async (_, path) => {
    const { home, disk, store, story, troubles } = await atWork({ logChanges: 20 });
    disk.fault = { code: 'ENOSPC', on: ['open', 'write'], path };
    const random = dice(8);
    let model = after(story, { blocks: {}, fields: { headline: 'Một' } });
    for (let n = 2; n <= 70; n++) {
      const change = someChange(model, random, n);
      model = after(model, change);
      expect(await store.change(story.id, n, change)).toMatchObject({ ok: true });
    }
    await expect.poll(() => troubles.length).toBeGreaterThan(0);
    expect(troubles[0]).toMatchObject({ code: 'drafts.disk-full' });
    expect(textOf((await reopened(home, story.id)).story)).toBe(textOf(model));
    disk.fault = null;
    await store.closeAll();
    const { story: kept, notices } = await reopened(home, story.id);
    expect([textOf(kept), notices]).toEqual([textOf(model), []]);
    const names = await readdir(storyFolder(home, story.id));
    expect(names.filter((name) => name.startsWith('snap.')).length).toBe(2);
  });

  it('opens and reads damaged drafts on a read-only disk, and puts them right once it can be written', async () => {
    const { home, disk, store, story } = await atWork();
    await store.closeAll();
    const copy = await copyOf(home);
    const folder = storyFolder(copy, story.id);
    await disk.rename(`${folder}/snap.3`, `${folder}/elsewhere`);
    const troubles: Failure[] = [];
    const later = draftsIn({ home: copy, disk, onTrouble: (failure) => troubles.push(failure) });
    disk.fault = { code: 'EROFS', on: ['open', 'write', 'rename', 'remove'] };
    const opened = await later.open(story.id);
    expect(opened).toMatchObject({
      ok: true,
      value: { story: { headline: 'Một' }, notices: [{ code: 'drafts.recovered' }] },
    });
    expect(troubles).toMatchObject([{ code: 'drafts.read-only' }]);
    const change = { blocks: {}, fields: { headline: 'Hai' } };
    expect(await later.change(story.id, 2, change)).toMatchObject({ ok: false, failure: { code: 'drafts.read-only' } });
    disk.fault = null;
    expect(await later.change(story.id, 2, change)).toMatchObject({ ok: true });
    await later.closeAll();
    expect(await reopened(copy, story.id)).toMatchObject({ seq: 2, notices: [], story: { headline: 'Hai' } });
  });

  it('leaves nothing of a new story that found no room', async () => {
    const home = await newHome();
    const disk = faultyDisk();
    const store = draftsIn({ home, disk });
    const story = startingStory();
    disk.fault = { code: 'ENOSPC', on: ['write'], path: /snap/ };
    expect(await store.create(story)).toMatchObject({ ok: false, failure: { code: 'drafts.disk-full' } });
    expect(await store.ids()).toEqual([]);
    disk.fault = null;
    expect(await store.create(story)).toMatchObject({ ok: true });
    expect(await store.ids()).toEqual([story.id]);
  });

  it('says where a story cannot be read at all', async () => {
    const { home, disk, store, story } = await atWork();
    await store.closeAll();
    disk.fault = { code: 'EACCES', on: ['read'] };
    const opened = await draftsIn({ home, disk }).open(story.id);
    expect(opened).toMatchObject({ ok: false, failure: { code: 'drafts.unreadable', about: { story: story.id } } });
  });
});
