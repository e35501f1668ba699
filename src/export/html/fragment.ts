import { createStory } from '../../story/create.ts';
import type { Block } from '../../story/schema.ts';
import { exportWords } from '../words.ts';
import { blockHtml } from './blocks.ts';
import { Markup } from './markup.ts';

/** Blocks as HTML to be pasted into another program. Pictures stay behind; their captions come along as paragraphs. */
export function htmlFragment(blocks: readonly Block[]): string {
  const story = createStory({ language: 'en', body: [] });
  const context = { story, words: exportWords(story.language), address: () => new Markup(''), leadPhoto: undefined };
  const captions = (block: Block): Block[] =>
    block.type === 'figure'
      ? block.photos.map(({ id, caption }) => ({ type: 'paragraph', id, text: caption }))
      : [block];
  return blocks
    .flatMap(captions)
    .map((block) => blockHtml(block, context)?.source ?? '')
    .join('');
}
