import type { FileDetails } from '../../src/picture/read/index.ts';
import type { RenditionJob } from '../../src/picture/renditions.ts';

/** What the thread for pictures is asked: to look at a file that comes in, or to make renditions of one original. */
export type PictureJob =
  | { do: 'look'; file: Blob; language: string; view: RenditionJob | null }
  | { do: 'make'; address: string; jobs: readonly RenditionJob[] };

/** A rendition as it was made. */
export interface Made {
  key: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * What the thread answers: what the file says of its picture and the copy to be shown, or the renditions (none of a
 * picture that moves). `unreadable` where the picture cannot be decoded.
 */
export type PictureAnswer =
  { is: 'seen'; details: FileDetails; view: Made | null } | { is: 'made'; renditions: Made[] } | { is: 'unreadable' };
