import { countWords } from '../base/text.ts';
import type { Story } from './schema.ts';
import { blockText } from './walk.ts';

/** Words of the body and its captions, by Unicode segmentation (a Vietnamese syllable is one). */
export function storyWords(story: Pick<Story, 'body'>): number {
  return story.body.reduce((sum, block) => sum + countWords(blockText(block)), 0);
}
