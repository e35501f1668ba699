import type { Block } from '../../src/story/schema.ts';
import { $blockOf } from './blocks/index.ts';
import { $bodyBlocks } from './sections/blocks.ts';

/** The body as the editor holds it now. */
export function $editorToStory(): Block[] {
  return $bodyBlocks().flatMap((node) => $blockOf(node) ?? []);
}
