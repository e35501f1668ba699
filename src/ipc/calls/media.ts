import { z } from '../../base/schema.ts';
import { mediaFileSchema } from '../../story/schema.ts';
import { call } from '../call.ts';

/** The largest picture file that is taken in, in bytes (100 MiB). */
export const MAX_PICTURE_BYTES = 100 * 1024 * 1024;

export const mediaCalls = {
  /**
   * Keeps a picture's original bytes; answers its SHA-256 and what it is. The same bytes twice are kept once.
   * Fails with `media.not-a-picture`, `media.unsupported`, `media.too-large`, `media.write-failed`; each names the file.
   */
  'media.add': call(
    z.object({ name: z.string().max(1024), bytes: z.instanceof(Uint8Array) }),
    z.object({ id: z.string(), file: mediaFileSchema }),
  ),
};
