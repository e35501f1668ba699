import type { Block } from '../../story/schema.ts';

/**
 * A reading of one block that is done once for each state of it: a change puts a new block in the old one's place
 * (src/story/change.ts), so what stayed the same is known already.
 */
export function byBlock<T>(read: (block: Block) => T): (block: Block) => T {
  const known = new WeakMap<Block, { value: T }>();
  return (block) => {
    let found = known.get(block);
    if (!found) known.set(block, (found = { value: read(block) }));
    return found.value;
  };
}
