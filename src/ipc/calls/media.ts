import { z } from '../../base/schema.ts';
import { RENDITION_KEY, renditionJobSchema } from '../../picture/renditions.ts';
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
  /**
   * Copies of pictures at the sizes at which they leave, made by the window and kept by the host. `list` answers those of
   * the story, as last saved, that are still to be made; `keep` hands over one that was made, and answers none.
   * Fails with `media.not-a-picture`, `media.write-failed` and what reading a story fails with.
   */
  'media.renditions': call(
    z.discriminatedUnion('do', [
      z.object({ do: z.literal('list'), story: z.string().regex(/^[a-z0-9]{8,40}$/) }),
      z.object({
        do: z.literal('keep'),
        media: z.string().regex(/^[0-9a-f]{64}$/),
        key: z.string().max(80).regex(RENDITION_KEY),
        bytes: z.instanceof(Uint8Array),
      }),
    ]),
    z.array(renditionJobSchema),
  ),
};
