import { createParagraph, createPhoto, createStory } from '../../../src/story/create.ts';
import { applyChange, type StoryChange } from '../../../src/story/change.ts';
import type { Block, Story } from '../../../src/story/schema.ts';

/** Numbers from 0 to 1 that come again with the same seed (mulberry32), so that a failing round can be run again. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A block from a Copydesk of the future. */
export const strange: Block = {
  type: 'unknown',
  id: 'hologram1',
  original: { type: 'hologram', id: 'hologram1', depth: 3, text: 'Nước dâng', parts: [{ title: 'Cầu Bến Thủy' }] },
  fallback: 'Nước dâng Cầu Bến Thủy',
};

/** A story of `paragraphs` paragraphs, a figure and a block that nobody knows. */
export function startingStory(paragraphs = 12): Story {
  const body: Block[] = Array.from({ length: paragraphs }, (_, i) =>
    createParagraph([{ text: `Đoạn ${i}: nước sông lên nhanh. ` }]),
  );
  body.push(
    { type: 'figure', id: 'figure0001', photos: [createPhoto({ caption: [{ text: 'Ảnh: lũ' }], alt: 'Lũ' })] },
    strange,
  );
  return createStory({ language: 'vi', headline: 'Lũ về', body });
}

/** The next change that somebody might make to `story`; `n` marks it, so that no two changes are alike. */
export function someChange(story: Story, random: () => number, n: number): StoryChange {
  const pick = story.body[Math.floor(random() * story.body.length)];
  const kind = random();
  const order = story.body.map((block) => block.id);
  if (kind < 0.1 || !pick) return { blocks: {}, fields: { headline: `Lũ về, bản ${n}` } };
  if (kind < 0.2) {
    const block = createParagraph([{ text: `Thêm ${n}`, marks: ['strong'] }]);
    order.splice(Math.floor(random() * order.length), 0, block.id);
    return { blocks: { [block.id]: block }, order };
  }
  if (kind < 0.27 && story.body.length > 4)
    return { blocks: { [pick.id]: null }, order: order.filter((id) => id !== pick.id) };
  if (kind < 0.32) return { blocks: {}, order: order.toReversed() };
  if (pick.type === 'paragraph')
    return { blocks: { [pick.id]: { ...pick, text: [...pick.text.slice(-6), { text: ` ắ${n}` }] } } };
  return { blocks: { [pick.id]: pick }, fields: { standfirst: `Tin ${n}` } };
}

/** The story after the change, as a store that loses nothing has it. */
export const after = (story: Story, change: StoryChange): Story => applyChange(story, change);

/** What must be equal: all but the time of the last change. */
export function textOf(story: Story): string {
  const { body, media, updatedAt: _, ...fields } = story;
  return JSON.stringify([Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)), media, body]);
}
