import { createState } from 'lexical';
import type { Photo } from '../../../../src/story/schema.ts';

/** What the story says of a photo besides its caption, which is text in the editor, and its id, which every block has. */
export type PhotoFields = Omit<Photo, 'id' | 'caption'>;

const EMPTY: PhotoFields = { media: null, alt: '', credit: '', source: '', rights: '' };
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function parsePhoto(value: unknown): PhotoFields {
  if (typeof value !== 'object' || value === null) return EMPTY;
  const { media, alt, credit, source, rights } = value as Record<string, unknown>;
  return {
    media: typeof media === 'string' ? media : null,
    alt: text(alt),
    credit: text(credit),
    source: text(source),
    rights: text(rights),
  };
}

export const photoState = createState('photo', { parse: parsePhoto });
