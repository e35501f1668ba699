import { extensionOf } from '../export/pictures.ts';
import { plainText } from '../story/runs.ts';
import type { Photo } from '../story/schema.ts';
import { slugify } from '../story/slug.ts';
import type { PushPicture } from './push/job.ts';

/** So much of a picture's SHA-256 as stands in its file's name on a site, by which a copy that is there already is found. */
export const hashInName = ({ sha256 }: Pick<PushPicture, 'sha256'>): string => sha256.slice(0, 16);

/** The picture's name on a site: `lu-tren-song-lam-3fa9c1d2e0b45a67.jpg`. */
export function photoName(picture: PushPicture, photo: Photo): string {
  const words = slugify(photo.alt || plainText(photo.caption) || picture.name.replace(/[.][^.]*$/, '')).slice(0, 60);
  return `${words.replace(/-+$/, '') || 'photo'}-${hashInName(picture)}.${extensionOf(picture)}`;
}
