const DAY_MS = 86_400_000;

/** The time of day to the second: `10:31:07`. Empty for what is no instant. */
function clockTime(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  // Hours, minutes and seconds stand the same in both languages; a fixed form also keeps the line from jumping.
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** When the disk last took something: the time to the second, and the day where it is not today's. */
export function saveTime(instant: string, language: string, now: Date): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime()) || at.toDateString() === now.toDateString()) return clockTime(instant);
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(at);
  return `${clockTime(instant)}, ${day}`;
}

/** When a story was last changed, as short as it can be said: the time today, `yesterday`, the date before that. */
export function shortWhen(instant: string, language: string, yesterday: string, now: Date): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  if (at.getTime() >= midnight)
    return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at);
  if (at.getTime() >= midnight - DAY_MS) return yesterday;
  const isThisYear = at.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(
    language,
    isThisYear ? { day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short', year: 'numeric' },
  ).format(at);
}

/** When something was made, in this computer's own time: the day and the time. Empty for what is no instant. */
export function longMoment(instant: string, language: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  }).format(at);
}

/** An instant as a dateline means it, in the offset it was written with: the day, then the time (`10:30 GMT+7`). */
export function longWhen(instant: string, language: string): [day: string, time: string] {
  const offset = /([+-])(\d\d):(\d\d)$/.exec(instant);
  const [, sign = '+', hours = '00', minutes = '00'] = offset ?? [];
  const shift = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  const at = new Date(Date.parse(instant) + shift);
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'full',
    timeZone: 'UTC',
  }).format(at);
  const time = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: 'UTC',
  }).format(at);
  const zone = `GMT${Number(hours) + Number(minutes) === 0 ? '' : `${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`}`;
  return [day, `${time} ${zone}`];
}

/** Minutes and seconds, or hours before them: 2:05, 1:02:05. */
export function clock(seconds: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
