import { shortened } from '../base/text.ts';
import { sha256Hex } from '../base/bytes.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { plainText } from '../story/runs.ts';
import type { CropRatio } from '../story/photo-details.ts';
import type { MediaFile, Photo } from '../story/schema.ts';
import { slugify } from '../story/slug.ts';
import { beside } from './address.ts';
import { markup } from './page/markup.ts';
import type { PageImage } from './page/page-context.ts';
import { photosOf } from '../story/walk.ts';
import type { ExportedFile, ExportInput, Rendition } from './format.ts';

/** A picture's file, at the place that an export with files gives it. */
export interface PictureFile extends Rendition {
  /** `media/01-lu-tren-song-lam-3fa9c1d2e0b4.jpg`: its place in the story, what it shows, and what proves it is that picture. */
  path: string;
}

/** The pictures of an export. */
export interface Pictures {
  /** Every file once, in reading order, but those of a certain ratio. */
  files: readonly PictureFile[];
  /** A photo's files as it is shown everywhere, the widest first, JPEG before WebP; none for one that is still to be supplied. */
  of: (photo: Photo) => readonly PictureFile[];
  /** Every file of a certain ratio once, for formats that have a place for them. */
  cutFiles: readonly PictureFile[];
  /** A photo's files of a certain ratio, each with its `ratio`. */
  cut: (photo: Photo) => readonly CutFile[];
}

/** A picture's file that was cut for a certain ratio. */
type CutFile = PictureFile & { ratio: CropRatio };

const isCut = (file: PictureFile): file is CutFile => file.ratio !== undefined;

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
};

/** The end of the picture's file name; `bin` for a media type that Copydesk does not take in. */
export const extensionOf = ({ type }: { type: string }): string => EXTENSIONS[type] ?? 'bin';

/** The media type to declare: never one that a browser would run. */
export const safeType = ({ type }: { type: string }): string =>
  type in EXTENSIONS ? type : 'application/octet-stream';

const LONGEST_NAME = 40;

function pathOf(photo: Photo, picture: Rendition, number: number): string {
  const slug = slugify(photo.alt || plainText(photo.caption)) || 'photo';
  const end = slug.length > LONGEST_NAME ? slug.lastIndexOf('-', LONGEST_NAME) : LONGEST_NAME;
  const words = slug.slice(0, end > 0 ? end : LONGEST_NAME);
  const file = `${String(number).padStart(2, '0')}-${words}-${picture.sha256.slice(0, 12)}.${extensionOf(picture)}`;
  return `media/${file}`;
}

const PICTURE = /^media\/\d{2,}-[a-z0-9-]+-([0-9a-f]{12})[.][a-z]+$/;

/** Whether the file is a picture that an export put there, and nobody has changed it since. */
async function isPictureFile({ path, bytes }: ExportedFile): Promise<boolean> {
  const short = PICTURE.exec(path)?.[1];
  return short !== undefined && (await sha256Hex(bytes)).startsWith(short);
}

/** How a message names a photo: its file, else the beginning of its caption or alt text. */
function photoLabel(photo: Photo, number: number, file: MediaFile | undefined): string {
  const text = file?.name || plainText(photo.caption).trim() || photo.alt.trim();
  return text === '' ? `photo ${number}` : shortened(text, 80);
}

/** What is printed of a photo that has a picture; null where that picture is not there. */
function renditionsOf(photo: Photo, { story, media, renditions }: ExportInput): readonly Rendition[] | null {
  const made = renditions?.(photo) ?? [];
  // What a reader shows that knows no WebP is the first.
  if (made.length > 0) return [...made].sort((a, b) => b.width - a.width || (a.type < b.type ? -1 : 1));
  const id = photo.media ?? '';
  const file = Object.hasOwn(story.media, id) ? story.media[id] : undefined;
  const bytes = file && media(id);
  return bytes ? [{ sha256: id, type: file.type, width: file.width, height: file.height, bytes }] : null;
}

/**
 * The pictures that the story prints: of each photo the widths that `renditions` gives, else the original.
 * Fails with `export.media-missing` (`photo` names the one whose picture is not there, `number` counts photos from 1).
 */
export function picturesOf(input: ExportInput): Result<Pictures> {
  const files = new Map<string, PictureFile>();
  const photos = new Map<Photo, PictureFile[]>();
  let number = 0;
  for (const [index, photo] of photosOf(input.story).entries()) {
    if (photo.media === null) continue;
    const found = renditionsOf(photo, input);
    if (!found) {
      const label = photoLabel(photo, index + 1, input.story.media[photo.media]);
      return fail('export.media-missing', `the picture of photo ${index + 1}, "${label}", is not there`, {
        photo: label,
        number: index + 1,
      });
    }
    if (found.some(({ sha256 }) => !files.has(sha256))) number += 1;
    const own = found.map((picture) => {
      const { path } = files.get(picture.sha256) ?? { path: pathOf(photo, picture, number) };
      return { ...picture, path };
    });
    for (const file of own) files.set(file.sha256, file);
    photos.set(photo, own);
  }
  const all = [...files.values()];
  return ok({
    files: all.filter((file) => !isCut(file)),
    cutFiles: all.filter(isCut),
    of: (photo) => (photos.get(photo) ?? []).filter((file) => !isCut(file)),
    cut: (photo) => (photos.get(photo) ?? []).filter(isCut),
  });
}

/** The pictures as files of an export, after its first; with `cutFiles` where the format says where those are. */
export const pictureFiles = (...files: readonly (readonly PictureFile[])[]): ExportedFile[] =>
  files.flat().map(({ path, bytes }) => ({ path, bytes }));

/** Whether these are the first file, known by `isFirst`, and pictures that came with it, all untouched. */
export async function isOwnFolder(
  files: readonly ExportedFile[],
  first: string,
  isFirst: (bytes: Uint8Array) => Promise<boolean>,
): Promise<boolean> {
  const own = files.find((file) => file.path === first);
  if (!own || !(await isFirst(own.bytes))) return false;
  for (const file of files) if (file !== own && !(await isPictureFile(file))) return false;
  return true;
}

/** Where a document says that a picture lies: absolute where the document's own address is known. */
const placed =
  (address: string) =>
  ({ path, type, width, height, ratio }: PictureFile): PageImage => ({
    address: markup`${beside(address, path) ?? path}`,
    type,
    width,
    height,
    ratio,
  });

/** A photo's pictures as a page shows them. */
export const imagesAt =
  (pictures: Pictures, address = ''): ((photo: Photo) => PageImage[]) =>
  (photo) =>
    pictures.of(photo).map(placed(address));

/** A photo's pictures that are cut for a certain ratio. */
export const cutsAt =
  (pictures: Pictures): ((photo: Photo) => PageImage[]) =>
  (photo) =>
    pictures.cut(photo).map(placed(''));
