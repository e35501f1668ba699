import type { Block, Story } from '../story/schema.ts';
import type { Flag } from './flag.ts';

/** Whose of two wordings is to stand; `both` is as the merge has it. */
export type Side = 'mine' | 'theirs' | 'both';

/** The block of a story that is, or holds, what bears this id; its place, or -1. */
function placeOf(story: Pick<Story, 'body'>, id: string): number {
  const direct = story.body.findIndex((block) => block.id === id);
  return direct >= 0 ? direct : story.body.findIndex((block) => JSON.stringify(block).includes(`"id":"${id}"`));
}

/**
 * The merged story with one flag decided: the field, or the whole block, as that side has it. Where a side took the block
 * out, it goes; where it never had it under this id, or for `both`, all stays as the merge has it.
 */
export function settleFlag(merged: Story, mine: Story, theirs: Story, flag: Flag, side: Side): Story {
  if (side === 'both') return merged;
  const from = side === 'mine' ? mine : theirs;
  if (flag.block === null) return { ...merged, [flag.part]: from[flag.part as keyof Story] };
  const at = placeOf(merged, flag.block);
  const found = from.body[placeOf(from, flag.block)];
  const body: Block[] = [...merged.body];
  if (at < 0) return merged;
  if (found) body[at] = found;
  else if (flag[side] === '') body.splice(at, 1);
  return { ...merged, body };
}
