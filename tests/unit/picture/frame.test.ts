import { describe, expect, test } from 'vitest';
import { back, fitted, kept, moved, sized, turn, turnPoint, WHOLE, type Rotation } from '../../../src/picture/frame.ts';
import { renditionJobs, RENDITION_KEY, viewJob } from '../../../src/picture/renditions.ts';
import { shownFocus, shownPart, shownSize } from '../../../src/picture/shape.ts';
import { createPhoto } from '../../../src/story/create.ts';
import type { Photo } from '../../../src/story/schema.ts';
import type { MediaFile } from '../../../src/story/schema.ts';

const frame = { x: 0.1, y: 0.2, width: 0.5, height: 0.25 };
const file = (width: number, height: number, type = 'image/jpeg'): MediaFile => ({
  type,
  name: 'a',
  width,
  height,
  bytes: 1,
});

describe('a frame on a picture', () => {
  test.each<Rotation>([0, 90, 180, 270])('turned by %s degrees and back is where it was', (rotation) => {
    const again = turn(turn(frame, rotation), back(rotation));
    for (const side of ['x', 'y', 'width', 'height'] as const) expect(again[side]).toBeCloseTo(frame[side], 9);
  });

  test('turned clockwise, its upper left corner is on the right', () => {
    const corner = { x: 0, y: 0, width: 0.2, height: 0.1 };
    expect(turn(corner, 90)).toEqual({ x: 0.9, y: 0, width: 0.1, height: 0.2 });
    expect(turnPoint({ x: 0, y: 0 }, 90)).toEqual({ x: 1, y: 0 });
  });

  test('stays on the picture when it is moved', () => {
    expect(moved(frame, 2, -2)).toEqual({ ...frame, x: 0.5, y: 0 });
  });

  test('holds the opposite corner when one is pulled, and never turns over', () => {
    expect(sized(frame, 'se', 0.1, 0.1, null)).toMatchObject({ x: 0.1, y: 0.2, width: 0.6, height: 0.35 });
    const small = sized(frame, 'se', -5, -5, null);
    expect(small).toMatchObject({ x: 0.1, y: 0.2 });
    expect(small.width).toBeGreaterThan(0);
    const northWest = sized(frame, 'nw', -5, -5, null);
    expect(northWest.x).toBeCloseTo(0, 9);
    expect(northWest.x + northWest.width).toBeCloseTo(0.6, 9);
  });

  test.each([0.5, 1, 16 / 9])('keeps its shape %s, even at the edge', (shape) => {
    const pulled = sized(fitted(shape, frame), 'se', 0.7, 0.2, shape);
    expect(pulled.width / pulled.height).toBeCloseTo(shape, 6);
    expect(pulled.x + pulled.width).toBeLessThanOrEqual(1.000001);
    expect(pulled.y + pulled.height).toBeLessThanOrEqual(1.000001);
  });

  test('is not kept where it is the whole picture', () => {
    expect(kept(WHOLE)).toBeUndefined();
    expect(kept(frame)).toEqual(frame);
  });
});

describe('what a photo shows', () => {
  test('is whole pixels of the original, at least one', () => {
    expect(shownPart(file(1000, 500), { crop: frame })).toEqual({ x: 100, y: 100, width: 500, height: 125 });
    expect(shownPart(file(3, 3), { crop: { x: 0.99, y: 0.99, width: 0.01, height: 0.01 } })).toMatchObject({
      width: 1,
      height: 1,
    });
  });

  test('stands on its side when it is turned', () => {
    expect(shownSize(file(1000, 500), { crop: frame, rotation: 90 })).toEqual({ width: 125, height: 500 });
  });
});

describe('the renditions of a photo', () => {
  const photo = createPhoto({ media: 'a'.repeat(64) });
  const widths = (wide: number, high: number) => [
    ...new Set(renditionJobs(photo, file(wide, high)).map(({ width }) => width)),
  ];

  test.each([
    [6000, 4000, [640, 1280, 2048]],
    [1600, 1066, [640, 1280, 1600]],
    [300, 200, [300]],
  ])('of %s × %s pixels are never larger than it is', (wide, high, expected) => {
    expect(widths(wide, high)).toEqual(expected);
  });

  test('are JPEG and WebP at each width, with names of their own for each part and turn', () => {
    const shapes = [{}, { crop: frame }, { rotation: 90 as const }, { crop: frame, rotation: 90 as const }];
    const keys = shapes.flatMap((shape) => renditionJobs({ ...photo, ...shape }, file(600, 600)).map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(RENDITION_KEY);
    expect(renditionJobs(photo, file(600, 600)).map(({ type }) => type)).toEqual(['image/jpeg', 'image/webp']);
  });

  test('are none of a GIF, which keeps its movement, unless a part of it is shown', () => {
    expect(renditionJobs(photo, file(600, 600, 'image/gif'))).toEqual([]);
    expect(renditionJobs({ ...photo, crop: frame }, file(600, 600, 'image/gif'))).not.toEqual([]);
  });

  const cuts = (fields: Partial<Photo>, wide = 3000, high = 2000) =>
    renditionJobs({ ...photo, ...fields }, file(wide, high)).filter(({ ratio }) => ratio !== undefined);

  test('are one JPEG more for each ratio that has a crop of its own', () => {
    const crop = { x: 0.25, y: 0.1, width: 0.5, height: 0.421875 };
    expect(cuts({ crops: { '16:9': crop } })).toMatchObject([
      { ratio: '16:9', crop, type: 'image/jpeg', width: 1500, height: 844 },
    ]);
    expect(cuts({})).toEqual([]);
  });

  test('keep the focal point in sight, in every ratio, within what is shown, turned or not', () => {
    const focalPoint = { x: 0.9, y: 0.5 };
    const crop = { x: 0, y: 0, width: 0.95, height: 1 };
    for (const rotation of [undefined, 90, 180, 270] as const) {
      const made = cuts({ focalPoint, crop, rotation });
      expect(made.map(({ ratio }) => ratio)).toEqual(['16:9', '4:3', '1:1']);
      for (const { crop: part, ratio, width, height, key } of made) {
        expect(key).toMatch(RENDITION_KEY);
        expect(part!.x).toBeLessThanOrEqual(0.9);
        expect(part!.x + part!.width).toBeGreaterThanOrEqual(0.9);
        expect(part!.x + part!.width).toBeLessThanOrEqual(0.95 + 1e-9);
        const [w = 1, h = 1] = ratio!.split(':').map(Number);
        expect(width / height).toBeCloseTo(w / h, 2);
        const shown = shownSize(file(3000, 2000), { crop: part, rotation });
        expect(shown.width / shown.height).toBeCloseTo(w / h, 1);
      }
    }
  });

  test('say where the focal point lies on what is shown', () => {
    const crop = { x: 0.5, y: 0, width: 0.5, height: 1 };
    expect(shownFocus({ ...photo, focalPoint: { x: 0.75, y: 0.2 }, crop })).toEqual({ x: 0.5, y: 0.2 });
    expect(shownFocus({ ...photo, focalPoint: { x: 0.75, y: 0.2 }, crop, rotation: 90 })).toEqual({ x: 0.8, y: 0.5 });
    expect(shownFocus(photo)).toBeNull();
  });

  test('begin with a copy for the screen where the original is larger than that', () => {
    expect(viewJob('a'.repeat(64), file(6000, 4000))).toMatchObject({ width: 1600, height: 1067 });
    expect(viewJob('a'.repeat(64), file(1600, 900))).toBeNull();
  });
});
