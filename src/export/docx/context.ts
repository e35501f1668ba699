import type { Pictures } from '../pictures.ts';
import type { ExportWords } from '../words.ts';
import type { Review } from './review.ts';

/** What the parts of a document need to know of the whole. */
export interface DocumentContext {
  pictures: Pictures;
  words: ExportWords;
  isRightToLeft: boolean;
  /** Comments and suggestions, where the document is to have them. */
  review: Review | null;
  /** A number for each list, so that each begins at 1. */
  nextList: () => number;
  /** A number for each picture, which Word wants to be its own. */
  nextPicture: () => number;
}
