import { plainText } from './runs.ts';
import type { Block, ListItem, Photo, Run, Story } from './schema.ts';

function itemTexts(items: readonly ListItem[]): Run[][] {
  return items.flatMap((item) => [item.text, ...(item.sub ? itemTexts(item.sub.items) : [])]);
}

/** Every rich text of a block, in reading order: the paragraph, each list item, each caption, each cell. */
export function blockTexts(block: Block): Run[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.text];
    case 'list':
      return itemTexts(block.items);
    case 'quote':
    case 'pull-quote':
      return [block.text, block.attribution];
    case 'figure':
      return block.photos.map((photo) => photo.caption);
    case 'fact-box':
      return [block.title, ...block.blocks.flatMap(blockTexts)];
    case 'table':
      return block.rows.flatMap((row) => row.cells.map((cell) => cell.text));
    case 'divider':
      return [];
    case 'embed':
      return [[{ text: block.title || block.url }]];
    case 'unknown':
      return block.fallback ? [[{ text: block.fallback }]] : [];
  }
}

/** A block's readable text, one line a part. */
export function blockText(block: Block): string {
  return blockTexts(block).map(plainText).filter(Boolean).join('\n');
}

/** All photos of the story, in reading order. */
export function photosOf(story: Pick<Story, 'body'>): Photo[] {
  return story.body.flatMap((block) => (block.type === 'figure' ? block.photos : []));
}

/**
 * The photo that stands for the story in lists and shares (ninjs and NewsArticle: its main image): the chosen one, or the
 * first with a picture where none is chosen or the chosen one is gone.
 */
export function leadPhotoOf(story: Pick<Story, 'body' | 'leadPhoto'>): Photo | undefined {
  const photos = photosOf(story).filter((photo) => photo.media !== null);
  return photos.find((photo) => photo.id === story.leadPhoto) ?? photos[0];
}
