import { base64, utf8 } from '../../base/bytes.ts';
import { fail, ok } from '../../base/result.ts';
import { photosOf } from '../../story/walk.ts';
import type { ExportFormat, ExportInput } from '../format.ts';
import { ADDRESS, CAMERA, chosen, HEADER, PUBLISHER } from '../options.ts';
import { Markup } from '../page/markup.ts';
import type { PageInput } from '../page/body.ts';
import { htmlArticle, htmlPage } from '../page/page.ts';
import {
  cutsAt,
  imagesAt,
  isOwnFolder,
  pictureFiles,
  picturesOf,
  safeType,
  type PictureFile,
  type Pictures,
} from '../pictures.ts';
import { isStampedFor, stamped } from '../stamp.ts';

const PAGE = 'index.html';
const FRAGMENT = 'fragment.html';

const pageInput = (
  { story, words, options }: ExportInput,
  { images, cuts }: Pick<PageInput, 'images' | 'cuts'>,
): PageInput => ({
  story,
  words,
  images,
  ...(cuts && { cuts }),
  address: chosen(ADDRESS, options),
  publisher: chosen(PUBLISHER, options),
});

/**
 * A web page with its pictures beside it: `index.html` and `media/01-what-it-shows-<hash>.jpg`, each picture once.
 * Fails with `export.media-missing`.
 */
export const htmlFolder: ExportFormat = {
  id: 'html',
  writes: 'folder',
  mediaType: 'text/html',
  extension: 'html',
  pictures: 'beside',
  options: [ADDRESS, PUBLISHER, CAMERA],
  failures: ['export.media-missing'],
  async write(input) {
    const found = picturesOf(input);
    if (!found.ok) return found;
    const { files, cutFiles } = found.value;
    const page = await htmlPage(pageInput(input, { images: imagesAt(found.value), cuts: cutsAt(found.value) }));
    return ok([{ path: PAGE, bytes: page }, ...pictureFiles(files, cutFiles)]);
  },
  wrote: (files, storyId) => isOwnFolder(files, PAGE, (page) => isStampedFor(page, storyId)),
};

/** The most that a page with its pictures inside may carry; beyond it, mail and browsers give up (150 MiB of pictures). */
export const MAX_INLINE_BYTES = 150 * 1024 * 1024;

/**
 * One web page that holds its pictures, each at its widest, to be sent by mail or opened anywhere.
 * Fails with `export.media-missing`, `export.too-large` (`megabytes` of pictures, `limit`).
 */
export const htmlSingle: ExportFormat = {
  id: 'html-single',
  writes: 'file',
  mediaType: 'text/html',
  extension: 'html',
  pictures: 'inside',
  options: [ADDRESS, PUBLISHER, CAMERA],
  failures: ['export.media-missing', 'export.too-large'],
  async write(input) {
    const found = picturesOf(input);
    if (!found.ok) return found;
    const widest = (photo: Parameters<Pictures['of']>[0]): PictureFile[] => found.value.of(photo).slice(0, 1);
    const size = photosOf(input.story)
      .flatMap(widest)
      .reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (size > MAX_INLINE_BYTES) {
      const about = { megabytes: Math.ceil(size / 1024 / 1024), limit: MAX_INLINE_BYTES / 1024 / 1024 };
      return fail(
        'export.too-large',
        `${about.megabytes} MB of pictures do not fit in one page (${about.limit} MB); export to html instead`,
        about,
      );
    }
    const addresses = new Map(
      photosOf(input.story)
        .flatMap(widest)
        .map((picture) => [picture.sha256, new Markup(`data:${safeType(picture)};base64,${base64(picture.bytes)}`)]),
    );
    const images: PageInput['images'] = (photo) =>
      widest(photo).map(({ sha256, type, width, height }) => ({
        address: addresses.get(sha256) ?? new Markup(''),
        type,
        width,
        height,
      }));
    return ok([{ path: PAGE, bytes: await htmlPage(pageInput(input, { images })) }]);
  },
  async wrote(files, storyId) {
    const [page] = files;
    return files.length === 1 && page !== undefined && (await isStampedFor(page.bytes, storyId));
  },
};

/**
 * The article alone, for a page of another system: `fragment.html`, one `<article>` without style, and its pictures
 * beside it. Fails with `export.media-missing`.
 */
export const htmlFragmentFolder: ExportFormat = {
  id: 'html-fragment',
  writes: 'folder',
  mediaType: 'text/html',
  extension: 'html',
  pictures: 'beside',
  options: [HEADER, CAMERA],
  failures: ['export.media-missing'],
  async write(input) {
    const found = picturesOf(input);
    if (!found.ok) return found;
    const article = htmlArticle(pageInput(input, { images: imagesAt(found.value) }), chosen(HEADER, input.options));
    const page = await stamped(utf8(article.source), input.story.id);
    return ok([{ path: FRAGMENT, bytes: page }, ...pictureFiles(found.value.files)]);
  },
  wrote: (files, storyId) => isOwnFolder(files, FRAGMENT, (page) => isStampedFor(page, storyId)),
};
