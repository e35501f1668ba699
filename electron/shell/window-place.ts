/** Where the window stood: screen pixels independent of scale. */
export interface WindowPlace {
  x: number;
  y: number;
  width: number;
  height: number;
  isMaximized: boolean;
}

/** A rectangle of a screen that windows may cover. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const SMALLEST = { width: 720, height: 520 };
const USUAL = { width: 1280, height: 860 };
/** So much of the title bar must lie on a screen that a hand can drag the window back. */
const GRIP = { width: 120, height: 32 };

/**
 * Where to open the window: as it stood if that can still be seen and grasped on today's screens, else at its old size
 * (never above the screen's) with the place left to the system.
 *
 * @param remembered what the preferences hold, unchecked
 * @param screens the work areas of today's screens, the main one first
 */
export function fitPlace(
  remembered: unknown,
  screens: Area[],
): Partial<WindowPlace> & { width: number; height: number; isMaximized: boolean } {
  const main = screens[0] ?? { x: 0, y: 0, ...USUAL };
  const place = isPlace(remembered) ? remembered : null;
  const screen = place && screens.find((area) => isGraspable(place, area));
  const within = (size: 'width' | 'height'): number =>
    Math.round(Math.max(SMALLEST[size], Math.min(place?.[size] ?? USUAL[size], (screen ?? main)[size])));
  const size = { width: within('width'), height: within('height'), isMaximized: place?.isMaximized ?? false };
  return place && screen ? { x: Math.round(place.x), y: Math.round(place.y), ...size } : size;
}

function isGraspable(place: WindowPlace, area: Area): boolean {
  const left = Math.max(place.x, area.x);
  const right = Math.min(place.x + place.width, area.x + area.width);
  return right - left >= GRIP.width && place.y >= area.y && place.y + GRIP.height <= area.y + area.height;
}

function isPlace(value: unknown): value is WindowPlace {
  if (typeof value !== 'object' || value === null) return false;
  const place = value as Record<string, unknown>;
  return (
    ['x', 'y', 'width', 'height'].every((key) => Number.isFinite(place[key])) &&
    typeof place['isMaximized'] === 'boolean'
  );
}
