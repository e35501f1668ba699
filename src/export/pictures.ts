import { fail, ok, type Result } from '../base/result.ts';
import { plainText } from '../story/runs.ts';
import type { MediaFile, Photo, Story } from '../story/schema.ts';
import { slugify } from '../story/slug.ts';
import { photosOf } from '../story/walk.ts';
import type { ExportInput } from './format.ts';

/** A picture that the story prints, once however often it is printed. */
export interface Picture {
  /** SHA-256 of the original, in hex. */
  id: string;
  file: MediaFile;
  bytes: Uint8Array;
  /** The first photo that prints it. */
  photo: Photo;
}

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
};

/** The end of the picture's file name; `bin` for a media type that Copydesk does not take in. */
export const extensionOf = (file: MediaFile): string => EXTENSIONS[file.type] ?? 'bin';

/** The media type to declare: never one that a browser would run. */
export const safeType = (file: MediaFile): string => (file.type in EXTENSIONS ? file.type : 'application/octet-stream');

const LONGEST_NAME = 40;

/** `01-lu-tren-song-lam-3fa9c1d2e0b4.jpg`: its place in the story, what it shows, and what proves it is that picture. */
export function pictureName(picture: Picture, number: number): string {
  const slug = slugify(picture.photo.alt || plainText(picture.photo.caption)) || 'photo';
  const end = slug.length > LONGEST_NAME ? slug.lastIndexOf('-', LONGEST_NAME) : LONGEST_NAME;
  const words = slug.slice(0, end > 0 ? end : LONGEST_NAME);
  return `${String(number).padStart(2, '0')}-${words}-${picture.id.slice(0, 12)}.${extensionOf(picture.file)}`;
}

/** How a message names a photo: its file, else the beginning of its caption or alt text. */
function photoLabel(photo: Photo, number: number, file: MediaFile | undefined): string {
  const text = file?.name || plainText(photo.caption).trim() || photo.alt.trim();
  return text === '' ? `photo ${number}` : text.slice(0, 80).toWellFormed();
}

/** The ids of the pictures that the story prints, each once, in reading order. */
export function pictureIds(story: Pick<Story, 'body'>): string[] {
  return [...new Set(photosOf(story).flatMap((photo) => photo.media ?? []))];
}

/**
 * The pictures that the story prints, in reading order. A photo still to be supplied (`media: null`) is none.
 * Fails with `export.media-missing` (`photo` names the one whose picture is not there, `number` counts photos from 1).
 */
export function picturesOf({ story, media }: ExportInput): Result<Picture[]> {
  const pictures = new Map<string, Picture>();
  for (const [index, photo] of photosOf(story).entries()) {
    if (photo.media === null || pictures.has(photo.media)) continue;
    const file = Object.hasOwn(story.media, photo.media) ? story.media[photo.media] : undefined;
    const bytes = file && media(photo.media);
    if (!file || !bytes) {
      const label = photoLabel(photo, index + 1, file);
      return fail('export.media-missing', `the picture of photo ${index + 1}, "${label}", is not there`, {
        photo: label,
        number: index + 1,
      });
    }
    pictures.set(photo.media, { id: photo.media, file, bytes, photo });
  }
  return ok([...pictures.values()]);
}
