import { describe, expect, it } from 'vitest';
import { openDraftStore } from '../../../electron/services/drafts/store.ts';
import { History } from '../../../electron/services/history/history.ts';
import { Versions } from '../../../electron/services/versions.ts';
import type { Failure } from '../../../src/base/result.ts';
import { createParagraph, createStory } from '../../../src/story/create.ts';
import { newHome } from '../folder.ts';

const long = 'Nước lên nhanh ở các xã ven sông. '.repeat(20);

/** One story in a new data folder, with its versions; `every` is the time between those that come by themselves. */
async function atWork(every = 3_600_000, blank = false) {
  const home = await newHome();
  const troubles: Failure[] = [];
  const onTrouble = (failure: Failure) => troubles.push(failure);
  const history = new History({ home, onTrouble });
  const drafts = openDraftStore({ home, onTrouble, onChange: (before, change) => versions.heard(before, change) });
  const versions = new Versions({ drafts, history, every, by: () => 'MĐ', onTrouble });
  const body = blank ? [createParagraph()] : [createParagraph([{ text: long }]), createParagraph([{ text: 'Hết.' }])];
  const story = createStory({ language: 'vi', headline: 'Lũ', body });
  await drafts.create(story);
  const kinds = async () => {
    const list = await history.list(story.id);
    return list.ok ? list.value.map(({ kind }) => kind) : [];
  };
  let seq = 0;
  const type = (headline: string) => drafts.change(story.id, ++seq, { blocks: {}, fields: { headline } });
  return { drafts, history, versions, story, kinds, type, troubles, last: () => seq };
}

describe('versions that come by themselves', () => {
  it('hold the story as it was found, once, and then every so often while someone types', async () => {
    const { kinds, type, history, story } = await atWork();
    for (const word of ['Lũ v', 'Lũ về', 'Lũ về!']) await type(word);
    await expect.poll(kinds).toEqual(['timed']);
    const [found] = await history.list(story.id).then((list) => (list.ok ? list.value : []));
    expect(await history.read(story.id, found!.hash)).toMatchObject({ value: { story: { headline: 'Lũ' } } });
  });

  it('come again when the time is up', async () => {
    const { kinds, type, versions, story } = await atWork(20);
    await type('Lũ về');
    await expect.poll(kinds).toEqual(['timed', 'timed']);
    await versions.close(story.id);
  });

  it('are not made of an empty page', async () => {
    const { kinds, type, versions, story } = await atWork(3_600_000, true);
    await type('Lũ về');
    await versions.close(story.id);
    expect(await kinds()).toEqual([]);
  });

  it('hold what a big deletion took away', async () => {
    const { drafts, history, kinds, story } = await atWork();
    await drafts.change(story.id, 1, { blocks: { [story.body[0]!.id]: null }, order: [story.body[1]!.id] });
    await expect.poll(kinds).toContain('big-deletion');
    const newest = await history.list(story.id).then((list) => (list.ok ? list.value[0] : undefined));
    expect(await history.read(story.id, newest!.hash)).toMatchObject({ value: { story: { body: story.body } } });
  });
});

describe('going back to a version', () => {
  it('is a change and a version of its own, and loses nothing', async () => {
    const { drafts, versions, history, story, type, kinds, last } = await atWork();
    const first = await versions.make(story.id, { kind: 'saved' });
    if (!first.ok) throw new Error(first.failure.detail);
    await type('Lũ rút');
    const back = await versions.restore(story.id, last(), first.value.version.hash);
    expect(back).toMatchObject({
      ok: true,
      value: { version: { kind: 'restored', by: 'MĐ' }, restored: { seq: 2, story: { headline: 'Lũ' } } },
    });
    expect(await kinds()).toEqual(['restored', 'before-restore', 'saved']);
    const [, left] = await history.list(story.id).then((list) => (list.ok ? list.value : []));
    expect(await history.read(story.id, left!.hash)).toMatchObject({ value: { story: { headline: 'Lũ rút' } } });
    await drafts.closeAll();
    expect(await drafts.read(story.id)).toMatchObject({ value: { seq: 2, story: { headline: 'Lũ' } } });
  });

  it('is refused to who has not heard of the last change, and where there is no such version', async () => {
    const { versions, story, type, kinds } = await atWork();
    const made = await versions.make(story.id, { kind: 'saved' });
    const hash = made.ok ? made.value.version.hash : '';
    await type('Lũ rút');
    expect(await versions.restore(story.id, 0, hash)).toMatchObject({
      ok: false,
      failure: { code: 'drafts.out-of-step' },
    });
    expect(await versions.restore(story.id, 1, 'f'.repeat(64))).toMatchObject({
      failure: { code: 'versions.missing' },
    });
    expect(await kinds()).toEqual(['saved']);
  });
});
