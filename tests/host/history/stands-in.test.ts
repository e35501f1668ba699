import { readdir, rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { storyFolder } from '../../../electron/services/drafts/layout.ts';
import { History } from '../../../electron/services/history/history.ts';
import type { Story } from '../../../src/story/schema.ts';
import { draftsIn } from '../drafts/drafts-in.ts';
import { startingStory, textOf } from '../drafts/typist.ts';
import { newHome } from '../folder.ts';

/** A story with a version after its second change and a third change after that, left as a crash leaves it. */
async function written(): Promise<{ home: string; folder: string; second: Story; third: Story }> {
  const home = await newHome();
  const store = draftsIn({ home });
  const history = new History({ home });
  const story = startingStory(3);
  await store.create(story);
  for (const [n, headline] of ['Một', 'Hai'].entries())
    await store.change(story.id, n + 1, { blocks: {}, fields: { headline } });
  const second = await store.read(story.id);
  if (!second.ok) throw new Error(second.failure.detail);
  await history.make(second.value.story, 2, { kind: 'saved' });
  await store.change(story.id, 3, { blocks: {}, fields: { headline: 'Ba' } });
  const third = await store.read(story.id);
  if (!third.ok) throw new Error(third.failure.detail);
  return { home, folder: storyFolder(home, story.id), second: second.value.story, third: third.value.story };
}

describe('a story whose snapshots are gone', () => {
  it('is put together from its newest version and the log, exactly', async () => {
    const { home, folder, third } = await written();
    for (const name of await readdir(folder)) if (name.startsWith('snap')) await writeFile(`${folder}/${name}`, 'x');
    const opened = await draftsIn({ home }).open(third.id);
    expect(opened).toMatchObject({ ok: true, value: { seq: 3, notices: [{ code: 'drafts.recovered' }] } });
    expect(opened.ok && textOf(opened.value.story)).toBe(textOf(third));
  });

  it('is what its newest version says where nothing else is left, and says so', async () => {
    const { home, folder, second } = await written();
    for (const name of await readdir(folder)) if (name !== 'hist') await rm(`${folder}/${name}`);
    const before = await readdir(`${folder}/hist`);
    const store = draftsIn({ home });
    expect(await store.read(second.id)).toMatchObject({ ok: true });
    const notices = [{ code: 'drafts.recovered-from-version', about: { headline: 'Hai' } }];
    const opened = await store.open(second.id);
    expect(opened).toMatchObject({ ok: true, value: { seq: 2, notices } });
    expect(opened.ok && textOf(opened.value.story)).toBe(textOf(second));
    expect(await store.change(second.id, 3, { blocks: {}, fields: { headline: 'Tiếp' } })).toMatchObject({ ok: true });
    await store.closeAll();
    expect(await draftsIn({ home }).open(second.id)).toMatchObject({
      ok: true,
      value: { seq: 3, notices: [], story: { headline: 'Tiếp' } },
    });
    expect(await readdir(`${folder}/hist`)).toEqual(before);
  });
});
