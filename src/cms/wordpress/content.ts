import type { Story } from '../../story/schema.ts';
import { arrange, type There } from '../arrange.ts';
import { blockMarkup, line, type Page } from './blocks.ts';
import type { Attributes } from './delimiters.ts';

/** The story as a post's content in block markup, each block with our mark. */
export function contentOf(story: Story, page: Page, there: There | null): string {
  const mark = (block: string): Attributes => ({ metadata: { copydesk: `${story.id}.${block}` } });
  const pieces = arrange<string>(story, there, {
    field: (name, text) => line(text, `copydesk-${name}`, mark(name)),
    block: (block) => blockMarkup(block, page, mark(block.id)),
    kept: (source) => source,
  });
  return pieces.join('\n\n');
}
