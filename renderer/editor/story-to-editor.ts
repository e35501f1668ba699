import { $createParagraphNode, $getRoot } from 'lexical';
import type { Block } from '../../src/story/schema.ts';
import { $nodeOf } from './blocks/index.ts';
import { $sectioned } from './sections/sections.ts';

/** Fills the empty editor with the story's body; a body without blocks becomes one empty paragraph. */
export function $storyToEditor(body: readonly Block[]): void {
  const nodes = body.map($nodeOf);
  $getRoot()
    .clear()
    .append(...$sectioned(nodes.length > 0 ? nodes : [$createParagraphNode()]));
}
