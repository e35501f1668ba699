import type { Block, StoryFields } from '../story/schema.ts';
import type { Receipt } from './receipt.ts';

/**
 * A picture that came in with the text, by the photo it belongs to (`Photo.id`; that photo's `media` is still null).
 *
 * - `bytes`: the picture itself, its media type as the source called it; to be stored as media, where it is checked.
 * - `address`: where the picture lies. Never fetched by the import.
 * - `beside`: the picture's path from the folder that the document lies in; whoever knows the folder reads it, and nothing outside.
 */
export interface ImportedPicture {
  photoId: string;
  alt: string;
  source:
    | { kind: 'bytes'; type: string; bytes: Uint8Array }
    | { kind: 'address'; address: string }
    | { kind: 'beside'; path: string };
}

/** Text from outside as story blocks, with what happened to it on the way. */
export interface Imported {
  blocks: Block[];
  pictures: ImportedPicture[];
  receipt: Receipt;
  /** The title that the document gives itself, in plain text; empty where it has none. */
  title: string;
  /** Fields that the document states outright, as front matter and ninjs do; nothing is recognised for these. */
  fields?: Partial<StoryFields>;
}
