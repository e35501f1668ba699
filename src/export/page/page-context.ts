import type { CropRatio } from '../../story/photo-details.ts';
import type { Photo, Story } from '../../story/schema.ts';
import type { ExportWords } from '../words.ts';
import type { Markup } from './markup.ts';

/** A photo's picture at one width, or cut for one ratio. */
export interface PageImage {
  /** `media/01-bridge-….jpg`, or a data: address; written between quotes as it is. */
  address: Markup;
  /** Media type. */
  type: string;
  /** Cut for places that want this ratio; absent: as the photo is shown in the page. */
  ratio?: CropRatio | undefined;
  /** Pixels. */
  width: number;
  height: number;
}

/** What the parts of a page need to know of the whole. */
export interface PageContext {
  story: Story;
  words: ExportWords;
  /** Where the page finds a photo's picture, the widest first; none where there is none to show. */
  images: (photo: Photo) => readonly PageImage[];
  /** Where those find it who want a certain ratio: cards, search engines. */
  cuts: (photo: Photo) => readonly PageImage[];
  /** How an image says which part of it must stay in sight: by a class of the page's sheet, or by itself. */
  focusBy: 'class' | 'style';
  /** The first photo with a picture, which the browser should not wait for. */
  leadPhoto: Photo | undefined;
  /** Where the page itself will lie; empty where that is not known. */
  address: string;
  /** The organisation that publishes; may be empty. */
  publisher: string;
  /** A picture's address for those who read the page elsewhere; undefined where it has none, being inside the page. */
  webAddress: (image: Markup) => string | undefined;
  /** Whether every picture is fetched at once, as printing needs it. */
  loadsAtOnce?: boolean;
  /** A style sheet of this page alone, after the common one: the paper to print on. */
  style: string;
}
