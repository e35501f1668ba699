import { z } from '../base/schema.ts';
import { blockSchema, mediaFileSchema, storyFieldsSchema, type Block, type Story } from './schema.ts';

/**
 * What one save carries: whole blocks that changed, so that applying a change twice, or after a lost one, does no harm.
 *
 * - `blocks`: by id; null takes the block away.
 * - `order`: the ids of all blocks of the body, when their order or number changed.
 * - `fields`: the fields that changed, whole.
 * - `media`: pictures that came to the story; the store never forgets one because of a change.
 */
export const storyChangeSchema = z.object({
  blocks: z.record(z.string(), blockSchema.nullable()),
  order: z.array(z.string()).optional(),
  fields: storyFieldsSchema.partial().optional(),
  media: z.record(z.string(), mediaFileSchema).optional(),
});
export type StoryChange = z.infer<typeof storyChangeSchema>;

/** The story after the change. Blocks that the order does not name are gone; a new block without an order goes to the end. */
export function applyChange(story: Story, change: StoryChange): Story {
  const blocks = new Map<string, Block>(story.body.map((block) => [block.id, block]));
  for (const [id, block] of Object.entries(change.blocks)) {
    if (block) blocks.set(id, block);
    else blocks.delete(id);
  }
  const body = change.order ? [...new Set(change.order)].flatMap((id) => blocks.get(id) ?? []) : [...blocks.values()];
  return { ...story, ...change.fields, body, media: { ...story.media, ...change.media } };
}

/** Two changes as one; the later wins where both touch the same thing. */
export function joinChanges(earlier: StoryChange, later: StoryChange): StoryChange {
  const joined: StoryChange = { blocks: { ...earlier.blocks, ...later.blocks } };
  if (later.order) joined.order = later.order;
  else if (earlier.order) {
    // A block that came after that order was made goes to the end, as it would have by itself.
    const came = Object.keys(later.blocks).filter((id) => later.blocks[id] !== null);
    joined.order = [...new Set([...earlier.order, ...came])];
  }
  if (earlier.fields || later.fields) joined.fields = { ...earlier.fields, ...later.fields };
  if (earlier.media || later.media) joined.media = { ...earlier.media, ...later.media };
  return joined;
}
