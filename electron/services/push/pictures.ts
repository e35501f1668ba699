import { fail, ok, type Result } from '../../../src/base/result.ts';
import type { PushPicture } from '../../../src/cms/push/job.ts';
import type { Story } from '../../../src/story/schema.ts';
import { photosOf } from '../../../src/story/walk.ts';
import { storyRenditions, type PictureOrder } from '../renditions.ts';

/** The pictures that a push of this story sends, and their bytes by SHA-256. */
export interface PushedPictures {
  pictures: PushPicture[];
  bytes: Map<string, Uint8Array>;
}

/** CMSs scale pictures themselves and all of them take these. */
const TAKEN = /^image\/(jpeg|png|gif)$/;

/**
 * Of each photo its largest copy as cropped, with its caption and credit written into the file; else its original.
 * Fails as `storyRenditions` does, and with `export.media-missing` (`photo`, `number`): no photo is left out in silence. Throws the disk's errors.
 */
export async function pushPictures(
  story: Story,
  order: Omit<PictureOrder, 'isWidestAlone' | 'each'>,
): Promise<Result<PushedPictures>> {
  const renditions = await storyRenditions(story, { ...order, isWidestAlone: true });
  if (!renditions.ok) return renditions;
  const made: PushedPictures = { pictures: [], bytes: new Map() };
  for (const [index, photo] of photosOf(story).entries()) {
    const file = photo.media === null ? undefined : story.media[photo.media];
    const shown = (renditions.value(photo) ?? []).filter(({ ratio }) => ratio === undefined);
    const bySize = shown.sort((a, b) => b.width - a.width);
    const best = bySize.find(({ type }) => TAKEN.test(type)) ?? bySize[0];
    if (!file) continue;
    if (!best) {
      const about = { photo: file.name, number: index + 1 };
      return fail('export.media-missing', `the picture of photo ${index + 1}, "${file.name}", is not there`, about);
    }
    const { sha256, type, width, height, bytes } = best;
    made.bytes.set(sha256, bytes);
    made.pictures.push({ photo: photo.id, sha256, type, name: file.name, width, height, bytes: bytes.length });
  }
  return ok(made);
}
