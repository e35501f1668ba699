import { createStory } from '../../story/create.ts';
import type { Block } from '../../story/schema.ts';
import { bodyBlocksHtml } from './body.ts';

/** Blocks as HTML to be pasted into another program. Pictures stay behind; their captions come along as paragraphs. */
export function htmlFragment(blocks: readonly Block[]): string {
  const story = createStory({ language: 'en', body: [] });
  const captions = (block: Block): Block[] =>
    block.type === 'figure'
      ? block.photos.map(({ id, caption }) => ({ type: 'paragraph', id, text: caption }))
      : [block];
  return bodyBlocksHtml({ story: { ...story, body: blocks.flatMap(captions) }, images: () => [] }).source;
}
