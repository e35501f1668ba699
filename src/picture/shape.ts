import type { MediaFile, Photo } from '../story/schema.ts';
import { CROP_RATIOS, type Crop, type CropRatio } from '../story/photo-details.ts';
import { around, turnPoint, WHOLE, type Point } from './frame.ts';

/** What a photo shows of its original: which part, and how it is turned. */
export type Shape = Pick<Photo, 'crop' | 'rotation'>;

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

/** Width to height: `16:9` is 1.78. */
export function ratioNumber(ratio: CropRatio): number {
  const [wide = 1, high = 1] = ratio.split(':').map(Number);
  return wide / high;
}

/**
 * What a photo shows where a certain ratio is wanted, by ratio: the crop that was made for it, or, where the photo has a
 * focal point, the largest part of that ratio with the point as near its middle as can be. None for other ratios: there
 * the page must do with what is shown everywhere.
 */
export function ratioCrops(
  { crop = WHOLE, crops = {}, focalPoint, rotation }: Photo,
  { width, height }: Pick<MediaFile, 'width' | 'height'>,
): { ratio: CropRatio; crop: Crop }[] {
  const isOnItsSide = rotation === 90 || rotation === 270;
  return CROP_RATIOS.flatMap((ratio) => {
    const own = crops[ratio];
    if (own) return [{ ratio, crop: own }];
    if (!focalPoint) return [];
    const upright = isOnItsSide ? 1 / ratioNumber(ratio) : ratioNumber(ratio);
    return [{ ratio, crop: around(focalPoint, (upright * height) / width, crop) }];
  });
}

/** The focal point on the photo as it is shown, in fractions from its upper left corner; null where none was set. */
export function shownFocus({ crop = WHOLE, focalPoint, rotation }: Photo): Point | null {
  if (!focalPoint) return null;
  const within = (at: number): number => Math.min(Math.max(at, 0), 1);
  const point = { x: within((focalPoint.x - crop.x) / crop.width), y: within((focalPoint.y - crop.y) / crop.height) };
  return turnPoint(point, rotation ?? 0);
}
