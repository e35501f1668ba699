import type { Photo, Story } from '../../story/schema.ts';
import type { ExportWords } from '../words.ts';
import type { Markup } from './markup.ts';

/** What the parts of a page need to know of the whole. */
export interface PageContext {
  story: Story;
  words: ExportWords;
  /** Where the page finds a picture: `media/01-bridge-….jpg`, or a data: address; written between quotes as it is. */
  address: (mediaId: string) => Markup;
  /** The first photo with a picture, which the browser should not wait for. */
  leadPhoto: Photo | undefined;
}
