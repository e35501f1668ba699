import type { StoryChange } from '../story/change.ts';
import type { Story } from '../story/schema.ts';
import { blockText } from '../story/walk.ts';

/** Characters that must go at once before it counts as much: about a paragraph of a news story. */
const MUCH = 400;

/** Whether a change takes much of the body's text away at once, so that the story before it is worth keeping. */
export function isBigDeletion(before: Story, { blocks, order }: StoryChange): boolean {
  const left = order && new Set(order);
  let lost = 0;
  for (const block of before.body) {
    const next = left && !left.has(block.id) ? null : blocks[block.id];
    if (next !== undefined) lost += blockText(block).length - (next ? blockText(next).length : 0);
  }
  // What was split off, or moved to another block, is not gone.
  const known = new Set(before.body.map(({ id }) => id));
  for (const [id, block] of Object.entries(blocks)) if (block && !known.has(id)) lost -= blockText(block).length;
  return lost >= MUCH;
}
