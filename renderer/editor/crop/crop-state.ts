import { back, fitted, kept, tidied, turn, turnPoint, WHOLE, type Rotation } from '../../../src/picture/frame.ts';
import { ratioNumber } from '../../../src/picture/shape.ts';
import { CROP_RATIOS, type Crop, type CropRatio } from '../../../src/story/photo-details.ts';
import type { MediaFile, Photo } from '../../../src/story/schema.ts';

/** What is being cropped: for every page, or for those that want one ratio. */
export type Target = 'everywhere' | CropRatio;

/** The dialog's state: every frame lies on the picture as it is shown, turned. */
export interface CropState {
  rotation: Rotation;
  frames: Partial<Record<Target, Crop>>;
  focal: { x: number; y: number } | null;
  target: Target;
  /** The ratio that the frame for everywhere keeps, or none. */
  ratio: CropRatio | 'free';
}

export type Shaped = Pick<Photo, 'crop' | 'crops' | 'focalPoint' | 'rotation'>;

export function begin(photo: Shaped): CropState {
  const rotation = photo.rotation ?? 0;
  const frames: CropState['frames'] = {};
  if (photo.crop) frames.everywhere = turn(photo.crop, rotation);
  for (const ratio of CROP_RATIOS) {
    const crop = photo.crops?.[ratio];
    if (crop) frames[ratio] = turn(crop, rotation);
  }
  const focal = photo.focalPoint ? turnPoint(photo.focalPoint, rotation) : null;
  return { rotation, frames, focal, target: 'everywhere', ratio: 'free' };
}

/** What the story keeps of it. */
export function shapeOf({ rotation, frames, focal }: CropState): Shaped {
  const upright = (frame: Crop): Crop => turn(frame, back(rotation));
  const crops: Partial<Record<CropRatio, Crop>> = {};
  for (const ratio of CROP_RATIOS) {
    const frame = frames[ratio];
    if (frame) crops[ratio] = tidied(upright(frame));
  }
  return {
    crop: frames.everywhere && kept(upright(frames.everywhere)),
    crops: Object.keys(crops).length > 0 ? crops : undefined,
    focalPoint: focal ? turnPoint(focal, back(rotation)) : undefined,
    rotation: rotation === 0 ? undefined : rotation,
  };
}

export function turned(state: CropState, by: 90 | 270): CropState {
  const frames: CropState['frames'] = {};
  for (const [target, frame] of Object.entries(state.frames)) frames[target as Target] = turn(frame, by);
  const rotation = ((state.rotation + by) % 360) as Rotation;
  // A ratio is of the turned picture: what was 16:9 is 9:16 now.
  for (const ratio of CROP_RATIOS) delete frames[ratio];
  return { ...state, rotation, frames, focal: state.focal && turnPoint(state.focal, by), ratio: 'free' };
}

/** Width to height of the picture as it is shown. */
export function aspect({ width, height }: Pick<MediaFile, 'width' | 'height'>, rotation: Rotation): number {
  return rotation === 90 || rotation === 270 ? height / width : width / height;
}

/** The shape that the frame must keep, in fractions of the picture shown; null where any will do. */
export function frameShape({ target, ratio, rotation }: CropState, file: MediaFile): number | null {
  const wanted = target === 'everywhere' ? ratio : target;
  if (wanted === 'free') return null;
  return ratioNumber(wanted) / aspect(file, rotation);
}

/** The frame on show. Where there is none yet for a ratio, the largest in the middle of what is shown everywhere. */
export function frameOf(state: CropState, file: MediaFile): Crop {
  const own = state.frames[state.target];
  if (own) return own;
  const everywhere = state.frames.everywhere ?? WHOLE;
  const shape = frameShape(state, file);
  return shape === null ? everywhere : fitted(shape, everywhere);
}
