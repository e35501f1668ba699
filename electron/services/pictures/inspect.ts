import { imageSize } from 'image-size';
import { fail, ok, type Result } from '../../../src/base/result.ts';
import { MAX_PICTURE_BYTES } from '../../../src/ipc/calls/media.ts';
import type { MediaFile } from '../../../src/story/schema.ts';
import { sniff, type PictureType } from './sniff.ts';
import { wholePicture } from './whole.ts';

/** The most pixels that a picture may have: four bytes each, a gigabyte once it is shown. */
const MAX_PICTURE_PIXELS = 250_000_000;

const TAKEN = 'JPEG, PNG, WebP, GIF, AVIF';
const MEGA = 1024 * 1024;

/** Pixels as displayed: EXIF orientations 5 to 8 lay the picture on its side. */
function displayedSize(header: Uint8Array): { width: number; height: number } | null {
  try {
    const { width, height, orientation = 1 } = imageSize(header);
    const isPicture = Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0;
    if (!isPicture) return null;
    return orientation >= 5 && orientation <= 8 ? { width: height, height: width } : { width, height };
  } catch {
    // image-size throws on whatever makes no sense to it: then there is no picture to speak of.
    return null;
  }
}

/**
 * What a picture file is, by its content.
 *
 * Fails with `media.too-large` (more than MAX_PICTURE_BYTES: `size` and `limit` in MB, or more pixels than
 * MAX_PICTURE_PIXELS: `size` and `limit` in megapixels; `unit` says which), `media.unsupported` (a picture of the type
 * `type`; `formats` lists those that are taken), `media.not-a-picture` (anything else, also a picture that was cut
 * short). Each names the `file`.
 */
export function inspectPicture(name: string, bytes: Uint8Array): Result<{ file: MediaFile; picture: PictureType }> {
  if (bytes.length > MAX_PICTURE_BYTES) {
    const about = { file: name, size: Math.ceil(bytes.length / MEGA), limit: MAX_PICTURE_BYTES / MEGA, unit: 'MB' };
    return fail('media.too-large', `${name} has ${bytes.length} bytes, more than ${MAX_PICTURE_BYTES}`, about);
  }
  const sniffed = sniff(bytes);
  if (sniffed && 'foreign' in sniffed) {
    const about = { file: name, type: sniffed.foreign, formats: TAKEN };
    return fail('media.unsupported', `${name} is ${sniffed.foreign}; taken are ${TAKEN}`, about);
  }
  const header = sniffed && wholePicture(sniffed.taken, bytes);
  const size = header ? displayedSize(bytes.subarray(0, header)) : null;
  if (!sniffed || !size)
    return fail('media.not-a-picture', `${name} is not a picture, or not all of one`, { file: name, formats: TAKEN });
  const pixels = size.width * size.height;
  if (pixels > MAX_PICTURE_PIXELS) {
    const about = { file: name, size: Math.ceil(pixels / 1e6), limit: MAX_PICTURE_PIXELS / 1e6, unit: 'megapixels' };
    return fail('media.too-large', `${name} has ${size.width} x ${size.height} pixels`, about);
  }
  return ok({ file: { type: sniffed.taken.type, name, ...size, bytes: bytes.length }, picture: sniffed.taken });
}
