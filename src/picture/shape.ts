import type { MediaFile, Photo } from '../story/schema.ts';
import type { Crop } from '../story/photo-details.ts';

/** What a photo shows of its original: which part, and how it is turned. */
export type Shape = Pick<Photo, 'crop' | 'rotation'>;

const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 };

/** The part of the original that is shown, in whole pixels of the upright original. */
export function shownPart(file: Pick<MediaFile, 'width' | 'height'>, { crop = WHOLE }: Shape): Crop {
  const x = Math.min(Math.round(crop.x * file.width), file.width - 1);
  const y = Math.min(Math.round(crop.y * file.height), file.height - 1);
  return {
    x,
    y,
    width: Math.max(1, Math.min(Math.round(crop.width * file.width), file.width - x)),
    height: Math.max(1, Math.min(Math.round(crop.height * file.height), file.height - y)),
  };
}

/** Pixels of the photo as it is shown: cropped and turned. */
export function shownSize(file: Pick<MediaFile, 'width' | 'height'>, shape: Shape): { width: number; height: number } {
  const { width, height } = shownPart(file, shape);
  return shape.rotation === 90 || shape.rotation === 270 ? { width: height, height: width } : { width, height };
}
