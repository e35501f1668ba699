import type { Crop } from '../story/photo-details.ts';

/*
 * Frames on a picture, in fractions of its width and height. A frame is moved and sized on the picture as it is shown,
 * turned; the story keeps it on the upright original.
 */

export type Rotation = 0 | 90 | 180 | 270;
/** A place on a picture, in fractions of its width and height. */
export interface Point {
  x: number;
  y: number;
}
export type Corner = 'nw' | 'ne' | 'sw' | 'se';

export const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 };
/** A frame is at least this wide and high, as a fraction. */
const LEAST = 0.05;

const clamp = (value: number, from: number, to: number): number => Math.min(Math.max(value, from), to);

/** The frame on the picture turned clockwise by so many degrees. */
export function turn({ x, y, width, height }: Crop, rotation: Rotation): Crop {
  switch (rotation) {
    case 0:
      return { x, y, width, height };
    case 90:
      return { x: 1 - y - height, y: x, width: height, height: width };
    case 180:
      return { x: 1 - x - width, y: 1 - y - height, width, height };
    case 270:
      return { x: y, y: 1 - x - width, width: height, height: width };
  }
}

/** The other way round: `turn(turn(frame, rotation), back(rotation))` is the frame. */
export const back = (rotation: Rotation): Rotation => ((360 - rotation) % 360) as Rotation;

/** A point on the turned picture. */
export function turnPoint({ x, y }: Point, rotation: Rotation): Point {
  const turned = turn({ x, y, width: 0, height: 0 }, rotation);
  return { x: turned.x, y: turned.y };
}

export const moved = (frame: Crop, dx: number, dy: number): Crop => ({
  ...frame,
  x: clamp(frame.x + dx, 0, 1 - frame.width),
  y: clamp(frame.y + dy, 0, 1 - frame.height),
});

/**
 * The frame with one corner moved and the opposite one held.
 *
 * @param shape width to height in fractions, which is kept; null where any will do
 */
export function sized(frame: Crop, corner: Corner, dx: number, dy: number, shape: number | null): Crop {
  const isEast = corner.endsWith('e');
  const isSouth = corner.startsWith('s');
  const held = { x: isEast ? frame.x : frame.x + frame.width, y: isSouth ? frame.y : frame.y + frame.height };
  const room = { width: isEast ? 1 - held.x : held.x, height: isSouth ? 1 - held.y : held.y };
  let width = clamp(frame.width + (isEast ? dx : -dx), Math.min(LEAST, room.width), room.width);
  let height = clamp(frame.height + (isSouth ? dy : -dy), Math.min(LEAST, room.height), room.height);
  if (shape !== null) {
    // What was pulled further decides; the other side follows.
    if (Math.abs(dx) >= Math.abs(dy)) height = width / shape;
    else width = height * shape;
    const scale = Math.min(1, room.width / width, room.height / height);
    width *= scale;
    height *= scale;
  }
  return { x: isEast ? held.x : held.x - width, y: isSouth ? held.y : held.y - height, width, height };
}

/** The largest frame of this shape (width to height in fractions), as near as can be to the middle of the one before. */
export function fitted(shape: number, { x, y, width, height }: Crop): Crop {
  const size = shape > 1 ? { width: 1, height: 1 / shape } : { width: shape, height: 1 };
  return moved({ x: 0, y: 0, ...size }, x + width / 2 - size.width / 2, y + height / 2 - size.height / 2);
}

/** The largest frame of this shape (width to height in fractions) within another, with a point as near its middle as can be. */
export function around(point: Point, shape: number, within: Crop): Crop {
  const width = Math.min(within.width, within.height * shape);
  const height = width / shape;
  return {
    x: clamp(point.x - width / 2, within.x, within.x + within.width - width),
    y: clamp(point.y - height / 2, within.y, within.y + within.height - height),
    width,
    height,
  };
}

const tidy = (n: number): number => Math.round(n * 100_000) / 100_000;

/** The frame with as many digits as the story keeps. */
export function tidied({ x, y, width, height }: Crop): Crop {
  const frame = { x: tidy(Math.max(0, x)), y: tidy(Math.max(0, y)), width: tidy(width), height: tidy(height) };
  frame.width = tidy(Math.min(frame.width, 1 - frame.x));
  frame.height = tidy(Math.min(frame.height, 1 - frame.y));
  return frame;
}

/** The frame as the story keeps it; undefined where it is the whole picture. */
export function kept(whole: Crop): Crop | undefined {
  const frame = tidied(whole);
  return frame.width > 0.9999 && frame.height > 0.9999 ? undefined : frame;
}
