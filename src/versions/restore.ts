import type { StoryChange } from '../story/change.ts';
import { storyFieldsSchema, type Story, type StoryFields } from '../story/schema.ts';

const FIELDS = Object.keys(storyFieldsSchema.shape) as (keyof StoryFields)[];

/** The change that makes one state of a story into another: only blocks and fields that differ, and the order. */
export function changeInto(from: Story, to: Story): StoryChange {
  const before = new Map(from.body.map((block) => [block.id, JSON.stringify(block)]));
  const blocks: StoryChange['blocks'] = {};
  for (const block of to.body) if (before.get(block.id) !== JSON.stringify(block)) blocks[block.id] = block;
  const there = new Set(to.body.map(({ id }) => id));
  for (const { id } of from.body) if (!there.has(id)) blocks[id] = null;
  const differing = FIELDS.filter((name) => JSON.stringify(from[name]) !== JSON.stringify(to[name]));
  const media = Object.entries(to.media).filter(([id]) => !(id in from.media));
  return {
    blocks,
    order: to.body.map(({ id }) => id),
    fields: Object.fromEntries(differing.map((name) => [name, to[name]])),
    ...(media.length > 0 && { media: Object.fromEntries(media) }),
  };
}
