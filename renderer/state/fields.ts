import type { Part } from '../../src/import/recognise/index.ts';
import type { Block, StoryFields } from '../../src/story/schema.ts';
import { blockText } from '../../src/story/walk.ts';

/** Whether the field that lines of this part go to has something in it. */
export function isFilled(fields: StoryFields, part: Part): boolean {
  switch (part) {
    case 'headline':
    case 'kicker':
    case 'standfirst':
      return fields[part] !== '';
    case 'source-credit':
      return fields.sourceCredit !== '';
    case 'byline':
    case 'dateline':
      return fields[part].text !== '';
    case 'mark':
      return (fields.dateline.mark ?? '') !== '';
    case 'keywords':
      return fields.keywords.length > 0;
    case 'body':
    case 'alt':
    case 'caption':
    case 'credit':
    case 'furniture':
      return false;
  }
}

const SHOWN: readonly Part[] = ['headline', 'kicker', 'standfirst', 'byline', 'dateline', 'source-credit'];

/** Whether nothing has been written yet: no field that the page shows, no word and no photo in the body. */
export function isEmptyStory({ body, ...fields }: StoryFields & { body: readonly Block[] }): boolean {
  const isBare = (block: Block): boolean =>
    (block.type === 'paragraph' || block.type === 'heading') && blockText(block).trim() === '';
  return !SHOWN.some((part) => isFilled(fields, part)) && body.every(isBare);
}
