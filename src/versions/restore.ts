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
  // What is absent there says nothing; a change can only say so.
  const none: Partial<Record<keyof StoryFields, unknown>> = { people: {}, threads: [], record: [] };
  return {
    blocks,
    order: to.body.map(({ id }) => id),
    fields: Object.fromEntries(differing.map((name) => [name, to[name] ?? none[name] ?? null])),
    ...(media.length > 0 && { media: Object.fromEntries(media) }),
  };
}

/**
 * An earlier version as it is brought back into the story of today: its text, fields and suggestions; what was said since stays said,
 * and the story stands where it stood, but that one which was approved or sent out must be looked at again.
 */
export function broughtBack(now: Story, wanted: Story): Story {
  const { people, threads, record } = now;
  const isDone = now.review.state === 'approved' || now.review.state === 'pushed';
  return {
    ...wanted,
    ...(people && { people }),
    ...(threads && { threads }),
    ...(record && { record }),
    review: isDone ? { ...now.review, state: now.review.state === 'pushed' ? 'corrected' : 'in-review' } : now.review,
  };
}
