/** Hours east of Greenwich of zones that say whether it is summer. */
const FIXED: Record<string, number> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  BST: 1,
  CET: 1,
  CEST: 2,
  ICT: 7,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

/** Zones printed without saying whether it is summer: the place's own rules decide. */
const BY_PLACE: Record<string, string> = {
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
};

/** How a zone is written: `GMT+7`, `UTC+05:30`, `+07:00`, `ET`, `giờ Việt Nam`. */
export const ZONE =
  '(?:GMT|UTC)\\s?(?:[+-]\\d{1,2}(?::?\\d{2})?)?|[+-]\\d{1,2}:?\\d{2}|Z|E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|BST|CES?T|ICT|giờ\\s(?:Việt\\sNam|Hà\\sNội)';

/** Making one takes a thousand times what asking it takes. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  clocks.set(timeZone, made);
  return made;
}

/** Minutes east of Greenwich in a place at an instant, by the time zone database that comes with the program. */
export function offsetAt(at: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(at);
  const [, sign, hours, minutes] =
    /GMT([+-])(\d\d):(\d\d)/.exec(parts.find((part) => part.type === 'timeZoneName')?.value ?? '') ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -size : size;
}

/** The offsets at which the clock of a place showed this: none in an hour that was left out, two in one that came twice. */
export function offsetsOfClock(wallClock: number, timeZone: string): number[] {
  const around = [-1, 1].map((days) => offsetAt(wallClock + days * 86_400_000, timeZone));
  return [...new Set(around)].filter((offset) => offsetAt(wallClock - offset * 60_000, timeZone) === offset);
}

/** What the clock of a place showed, as an offset; null in the hour that did not exist or came twice. */
export function offsetOfPlace(wallClock: number, timeZone: string): number | null {
  const [offset, ...others] = offsetsOfClock(wallClock, timeZone);
  return offset === undefined || others.length > 0 ? null : offset;
}

/**
 * Minutes east of Greenwich that a printed zone means, or null where it means none or more than one.
 *
 * @param printed as ZONE matches it
 * @param wallClock what the clock showed, in milliseconds as if it were UTC
 */
export function zoneOffset(printed: string, wallClock: number): number | null {
  const name = printed.trim().toUpperCase();
  if (name.startsWith('GIỜ')) return 7 * 60;
  const place = BY_PLACE[name];
  if (place) return offsetOfPlace(wallClock, place);
  const fixed = FIXED[name];
  if (fixed !== undefined) return fixed * 60;
  const [, sign, hours, minutes] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(name) ?? [];
  if (sign === undefined) return null;
  const size = Number(hours) * 60 + Number(minutes ?? 0);
  // No place on earth is further from Greenwich.
  if (size > 14 * 60 || Number(minutes ?? 0) > 59) return null;
  return sign === '-' ? -size : size;
}
