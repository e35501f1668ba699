import { base64, sha256Hex } from '../../base/bytes.ts';
import { fail, ok } from '../../base/result.ts';
import { photosOf } from '../../story/walk.ts';
import type { ExportedFile, ExportFormat } from '../format.ts';
import { pictureName, picturesOf, safeType } from '../pictures.ts';
import { Markup } from './markup.ts';
import { htmlPage } from './page.ts';
import { isStampedFor } from './stamp.ts';

const PAGE = 'index.html';
const PICTURE = /^media\/\d{2,}-[a-z0-9-]+-([0-9a-f]{12})[.][a-z]+$/;

async function isPicture({ path, bytes }: ExportedFile): Promise<boolean> {
  const short = PICTURE.exec(path)?.[1];
  return short !== undefined && (await sha256Hex(bytes)).startsWith(short);
}

/**
 * A web page with its pictures beside it: `index.html` and `media/01-what-it-shows-<hash>.jpg`, each picture once.
 * Fails with `export.media-missing`.
 */
export const htmlFolder: ExportFormat = {
  id: 'html',
  writes: 'folder',
  mediaType: 'text/html',
  extension: 'html',
  failures: ['export.media-missing'],
  async write(input) {
    const found = picturesOf(input);
    if (!found.ok) return found;
    const pictures = found.value.map((picture, index) => ({
      ...picture,
      path: `media/${pictureName(picture, index + 1)}`,
    }));
    const paths = new Map(pictures.map(({ id, path }) => [id, path]));
    const page = await htmlPage({ ...input, address: (id) => new Markup(paths.get(id) ?? '') });
    return ok([{ path: PAGE, bytes: page }, ...pictures.map(({ path, bytes }) => ({ path, bytes }))]);
  },
  async wrote(files, storyId) {
    const page = files.find((file) => file.path === PAGE);
    if (!page || !(await isStampedFor(page.bytes, storyId))) return false;
    for (const file of files) if (file !== page && !(await isPicture(file))) return false;
    return true;
  },
};

/** The most that a page with its pictures inside may carry; beyond it, mail and browsers give up (150 MiB of pictures). */
export const MAX_INLINE_BYTES = 150 * 1024 * 1024;

/**
 * One web page that holds its pictures, to be sent by mail or opened anywhere.
 * Fails with `export.media-missing`, `export.too-large` (`megabytes` of pictures, `limit`).
 */
export const htmlSingle: ExportFormat = {
  id: 'html-single',
  writes: 'file',
  mediaType: 'text/html',
  extension: 'html',
  failures: ['export.media-missing', 'export.too-large'],
  async write(input) {
    const found = picturesOf(input);
    if (!found.ok) return found;
    const pictures = new Map(found.value.map((picture) => [picture.id, picture]));
    const size = photosOf(input.story).reduce(
      (sum, { media }) => sum + (pictures.get(media ?? '')?.bytes.length ?? 0),
      0,
    );
    if (size > MAX_INLINE_BYTES) {
      const about = { megabytes: Math.ceil(size / 1024 / 1024), limit: MAX_INLINE_BYTES / 1024 / 1024 };
      return fail(
        'export.too-large',
        `${about.megabytes} MB of pictures do not fit in one page (${about.limit} MB); export to html instead`,
        about,
      );
    }
    const address = (id: string): Markup => {
      const picture = pictures.get(id);
      return new Markup(picture ? `data:${safeType(picture.file)};base64,${base64(picture.bytes)}` : '');
    };
    return ok([{ path: PAGE, bytes: await htmlPage({ ...input, address }) }]);
  },
  async wrote(files, storyId) {
    const [page] = files;
    return files.length === 1 && page !== undefined && (await isStampedFor(page.bytes, storyId));
  },
};
