import { isAnimated } from '../../../src/picture/animated.ts';
import { profileOf, withProfile } from '../../../src/picture/profile.ts';
import { isShaped, type RenditionJob } from '../../../src/picture/renditions.ts';
import { onWhite, scaled, turnedPixels, type Pixels } from '../../../src/picture/scale.ts';
import { shownPart } from '../../../src/picture/shape.ts';
import type { Copies } from '../renditions.ts';
import { decodePicture, encodePicture } from './codecs.ts';

/** An original as it was decoded last; more than one at a time would fill the memory. */
interface Decoded {
  media: string;
  pixels: Pixels | null;
  isMoving: boolean;
  profile: Uint8Array | null;
  /** What was drawn of it last, which is encoded as JPEG and as WebP. */
  drawn: { shape: string; pixels: Pixels } | null;
}

function draw(picture: Pixels, job: RenditionJob): Pixels {
  const { rotation = 0 } = job;
  const isOnItsSide = rotation === 90 || rotation === 270;
  const [width, height] = isOnItsSide ? [job.height, job.width] : [job.width, job.height];
  return turnedPixels(scaled(picture, shownPart(picture, job), width, height), rotation);
}

/**
 * Makes renditions where no window does, as the command line needs them: the same crops, sizes and forms, with the
 * original's colour profile. Of a picture that moves only parts are made; of one that cannot be decoded here, none.
 */
export function madeCopies(original: (media: string) => Promise<Uint8Array | undefined>): Copies {
  let last: Decoded | null = null;

  async function decoded(media: string): Promise<Decoded> {
    if (last?.media === media) return last;
    last = null;
    const bytes = await original(media);
    const pixels = bytes ? await decodePicture(bytes) : null;
    const isMoving = bytes !== undefined && isAnimated(bytes);
    last = { media, pixels, isMoving, profile: bytes ? profileOf(bytes) : null, drawn: null };
    return last;
  }

  return {
    async copy(job) {
      const picture = await decoded(job.media);
      if (!picture.pixels || (picture.isMoving && !isShaped(job))) return null;
      const shape = job.key.replace(/\.\w+$/, '');
      if (picture.drawn?.shape !== shape) picture.drawn = { shape, pixels: draw(picture.pixels, job) };
      const { pixels } = picture.drawn;
      const flat = job.type === 'image/jpeg' ? onWhite(pixels) : pixels;
      return withProfile(await encodePicture(flat, job.type), picture.profile);
    },
  };
}
