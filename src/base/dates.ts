/**
 * An instant as RFC 3339 with the offset of the place it was written in: `2025-06-12T10:30:00.000+07:00`.
 *
 * @param at milliseconds since the epoch
 * @param offsetMinutes minutes east of Greenwich (420 for Vietnam)
 */
export function withOffset(at: number, offsetMinutes: number): string {
  const sign = offsetMinutes < 0 ? '-' : '+';
  const size = Math.abs(offsetMinutes);
  const two = (n: number): string => String(n).padStart(2, '0');
  const local = new Date(at + offsetMinutes * 60_000).toISOString().slice(0, -1);
  return `${local}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Now, with this computer's own offset. */
export function now(): string {
  const at = new Date();
  return withOffset(at.getTime(), -at.getTimezoneOffset());
}

/** The instant on this computer's clock, to the minute: `2025-06-12T10:30`, as a `datetime-local` field has it. */
export function localTime(instant: string): string {
  const at = Date.parse(instant);
  return withOffset(at, -new Date(at).getTimezoneOffset()).slice(0, 16);
}

/** The other way round: what this computer's clock shows, as RFC 3339 with offset. */
export function atLocal(time: string): string {
  const at = new Date(time);
  return withOffset(at.getTime(), -at.getTimezoneOffset());
}

/** Today on this computer's clock, as YYYY-MM-DD. */
export const localDay = (): string => now().slice(0, 10);
