import type { Pictures } from '../pictures.ts';
import type { ExportWords } from '../words.ts';

/** What the parts of a document need to know of the whole. */
export interface DocumentContext {
  pictures: Pictures;
  words: ExportWords;
  isRightToLeft: boolean;
  /** A number for each list, so that each begins at 1. */
  nextList: () => number;
  /** A number for each picture, which Word wants to be its own. */
  nextPicture: () => number;
}
