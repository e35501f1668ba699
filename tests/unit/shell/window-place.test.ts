import { describe, expect, it } from 'vitest';
import { fitPlace, SMALLEST } from '../../../electron/shell/window-place.ts';

const laptop = { x: 0, y: 24, width: 1366, height: 744 };
const second = { x: 1366, y: 0, width: 1920, height: 1080 };
const at = (x: number, y: number, width = 1000, height = 700, isMaximized = false) => ({
  x,
  y,
  width,
  height,
  isMaximized,
});

describe('where the window opens', () => {
  it('is where it stood, on either screen', () => {
    expect(fitPlace(at(40, 60), [laptop, second])).toEqual(at(40, 60));
    expect(fitPlace(at(1500, 100, 1600, 900, true), [laptop, second])).toEqual(at(1500, 100, 1600, 900, true));
  });

  it('is left to the system, at the old size, where the screen it stood on is gone', () => {
    expect(fitPlace(at(1500, 100), [laptop])).toEqual({ width: 1000, height: 700, isMaximized: false });
  });

  it.each([at(1366 - 50, 60), at(-950, 60), at(40, 744 + 10), at(40, 0), at(40, -500)])(
    'is left to the system where no hand could grasp the title bar (%o)',
    (place) => {
      expect(fitPlace(place, [laptop])).not.toHaveProperty('x');
    },
  );

  it('keeps to the screen’s size and to the smallest useful one', () => {
    expect(fitPlace(at(40, 60, 5000, 4000), [laptop])).toMatchObject({ width: 1366, height: 744 });
    expect(fitPlace(at(40, 60, 10, 10), [laptop])).toMatchObject(SMALLEST);
  });

  it.each([
    undefined,
    null,
    'left',
    [],
    {},
    { ...at(0, 30), x: Number.NaN },
    { ...at(0, 30), width: '1000' },
    { x: 1, y: 30, width: 1000, height: 700 },
  ])('is the usual one where nothing sensible is remembered (%o)', (remembered) => {
    expect(fitPlace(remembered, [second])).toEqual({ width: 1280, height: 860, isMaximized: false });
  });

  it('needs no screen to be found', () => {
    expect(fitPlace(at(40, 60), [])).toMatchObject({ width: 1000, height: 700 });
  });
});
