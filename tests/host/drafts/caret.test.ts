import { expect, it } from 'vitest';
import { newHome } from '../folder.ts';
import { draftsIn } from './drafts-in.ts';
import { startingStory } from './typist.ts';

it('knows where the caret stood after the last change, over a crash, a closing and changes that do not say', async () => {
  const home = await newHome();
  const store = draftsIn({ home });
  const story = startingStory(2);
  await store.create(story);
  const block = story.body[0]!.id;
  await store.change(story.id, 1, { blocks: {}, fields: { slug: 'a' } }, { block, at: 7 });
  await store.change(story.id, 2, { blocks: {}, fields: { slug: 'b' } });
  const caret = { block, at: 7 };
  expect(await draftsIn({ home }).read(story.id)).toMatchObject({ value: { seq: 2, caret } });
  await store.closeAll();
  expect(await draftsIn({ home }).open(story.id)).toMatchObject({ value: { seq: 2, caret } });
});
