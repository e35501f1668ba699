import { withOffset } from '../base/dates.ts';
import { datelineRules, type Found } from './dateline-rules.ts';
import { ZONE, zoneOffset } from './dateline-zones.ts';
import type { Dateline } from './schema.ts';

/** Longer text is no dateline. */
const LONGEST = 300;
const BETWEEN = /[\s,;|·–—-]*/y;
const IS_ZONE = new RegExp(`^(?:${ZONE})$`, 'iu');
/** Words that each begin with a capital, or commas and joining words between such. */
const PLACE =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?:,? (?:(?:of|the|and|de|la|le|du|da|và)(?= )|\p{Lu}[\p{L}\p{M}.'’-]*|\d{1,2}(?= |$)))*$/u;

interface Reading extends Found {
  place: string;
  source: string;
}

const skip = (text: string, from: number): number => {
  BETWEEN.lastIndex = from;
  return from + (BETWEEN.exec(text)?.[0].length ?? 0);
};

/** Every part of `text` from `from` on by some rule; null when anything is left over or said twice. */
function readParts(text: string, from: number, language: string): Found | null {
  const rules = datelineRules(language);
  const found: Found = {};
  for (let place = skip(text, from); place < text.length;) {
    let length = 0;
    for (const rule of rules) {
      rule.pattern.lastIndex = place;
      const match = rule.pattern.exec(text);
      if (!match) continue;
      const said = Object.entries(rule.read(match.groups ?? {})).filter(([, value]) => value !== undefined);
      if (said.some(([key]) => key in found)) return null;
      Object.assign(found, Object.fromEntries(said));
      length = match[0].length;
      break;
    }
    if (length === 0) return null;
    const end = place + length;
    // The full stop of an abbreviated weekday belongs to it.
    place = skip(text, text[end] === '.' ? end + 1 : end);
  }
  return found;
}

const VIETNAMESE_WEEKDAY = /(?:^|[^\p{L}])(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)(?!\p{L})/iu;

/** The line's parts, or null when some of it is in no known form. */
function readLine(printed: string, storyLanguage: string): Reading | null {
  let text = printed.normalize('NFC').replace(/\s+/g, ' ').trim();
  // Whoever writes the weekday in Vietnamese writes the day before the month, whatever the story's language is set to.
  const language = VIETNAMESE_WEEKDAY.test(text) ? 'vi' : storyLanguage;
  if (text.length > LONGEST) return null;
  text = text.replace(/[ –—-]+$/, '');
  let source = '';
  const mark = /(?:^| )\(([^()]+)\)$/.exec(text);
  if (mark?.[1] && !IS_ZONE.test(mark[1].trim())) {
    source = mark[1].trim();
    text = text.slice(0, mark.index);
  }
  const whole = readParts(text, 0, language);
  if (whole) return { ...whole, place: '', source };
  // A place stands before the rest; it ends where the first part begins that reads through to the end.
  for (const { index } of `${text} `.matchAll(/,? /g)) {
    const place = text.slice(0, index);
    if (!PLACE.test(place)) continue;
    const rest = readParts(text, index, language);
    if (rest) return { ...rest, place, source };
  }
  return null;
}

/** The date and time said, as milliseconds if the clock were UTC; null where one is missing, NaN where there is no such moment. */
function wallClock({ year, month, day, hour, minute }: Found): number | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  if (day < 1 || new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day || month < 1 || month > 12) return NaN;
  if (hour === undefined || minute === undefined) return null;
  return hour > 23 || minute > 59 ? NaN : Date.UTC(year, month - 1, day, hour, minute);
}

function isImpossible(line: Found): boolean {
  if (Number.isNaN(wallClock(line) ?? 0)) return true;
  const { month, day, hour, minute, zone } = line;
  // Without a year, 29 February may be a day.
  if (month !== undefined && day !== undefined && Number.isNaN(wallClock({ year: line.year ?? 2024, month, day }) ?? 0))
    return true;
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59) return true;
  return zone !== undefined && /\d/.test(zone) && zoneOffset(zone, 0) === null;
}

function isWrongWeekday({ year, month, day, weekday }: Found): boolean {
  if (weekday === undefined || year === undefined || month === undefined || day === undefined) return false;
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() !== weekday;
}

/**
 * What a printed dateline says: `place` and `source` as printed, empty where it names none, and `date` as RFC 3339 with
 * its offset, null unless day, year, time and zone are all stated and agree.
 *
 * Reads dated lines (`Thứ Tư, 19/01/2022, 21:11 [GMT+7]`, `Wednesday, Jan. 19, 2022 9:11 PM ET`, ISO 8601) and heads
 * (`HÀ NỘI (TTXVN) -`, `(TTV) -`, `HANOI, Jan. 19 (Agency) -`) in either language. A line with anything in no known form says nothing;
 * nothing is guessed. In numbers American English (`en-US`) writes the month first, every other language the day; plain `en` does not say,
 * so there 05/06/2022 is not read.
 */
export function readDateline(text: string, language: string): Pick<Dateline, 'place' | 'source' | 'date'> {
  const line = readLine(text, language);
  if (!line) return { place: '', source: '', date: null };
  const { place, source, zone } = line;
  const clock = isImpossible(line) || isWrongWeekday(line) ? null : wallClock(line);
  const offset = clock === null || zone === undefined ? null : zoneOffset(zone, clock);
  return {
    place,
    source,
    date: clock === null || offset === null ? null : withOffset(clock - offset * 60_000, offset),
  };
}

/** What may be wrong with a dateline that was understood. */
export type DatelineWarning = 'dateline.wrong-weekday' | 'dateline.impossible-date';

/**
 * The warning that a printed dateline deserves: `dateline.impossible-date` for a day, time or offset that does not exist,
 * `dateline.wrong-weekday` when the date falls on another day of the week. Null when neither is so, or the line is in no known form.
 *
 * @param language the story's language; it matters only for dates in numbers (see readDateline)
 */
export function checkDateline(text: string, language = 'vi'): DatelineWarning | null {
  const line = readLine(text, language);
  if (!line) return null;
  if (isImpossible(line)) return 'dateline.impossible-date';
  return isWrongWeekday(line) ? 'dateline.wrong-weekday' : null;
}

/** Whether the text is a dated line: nothing but a day, and what belongs to one (weekday, time, zone, place, source). */
export function isDatedLine(text: string, language: string): boolean {
  const line = readLine(text, language);
  return line?.day !== undefined && line.month !== undefined;
}

/** The dateline with another mark at the head of the lead; an empty one takes it away. */
export function withMarkOf(dateline: Dateline, mark: string, language: string): Dateline {
  const { text } = dateline;
  const said = { text, ...readDateline(text, language) };
  return mark === '' ? said : datelineOf({ ...said, mark }, text, language);
}

/** The dateline with another printed line. The mark at the head of the lead stays, and says what the line does not. */
export function datelineOf({ mark }: Dateline, text: string, language: string): Dateline {
  const read = readDateline(text, language);
  if (mark === undefined) return { text, ...read };
  const head = readMark(mark, language);
  return {
    text,
    mark,
    place: read.place || head.place,
    source: read.source || head.source,
    date: read.date ?? head.date,
  };
}

/** What the mark at the head of a lead says: `(TTV) -`, `TTO -`, `HÀ NỘI (TTXVN) -`. A name alone is a source where it is one of an agency. */
export function readMark(mark: string, language: string): Pick<Dateline, 'place' | 'source' | 'date'> {
  const read = readDateline(mark.replace(/[_\s]+$/, ''), language);
  const bare = mark.replace(/[\s–—_-]+$/u, '');
  return AGENCIES.test(bare) ? { place: '', source: bare, date: null } : read;
}

/** Names of agencies and papers that begin a lead by themselves (`TTO - Sáng 19/1, …`). */
export const AGENCIES =
  /^(?:TTO|TNO|NLĐO|NLDO|LĐO|VOV|VTV|TTXVN|VTC News|VNA|VNS|AP|AFP|Reuters|REUTERS|dpa|EFE|ANSA|Xinhua|Dân trí|VietnamPlus|PLO|SGGPO|HNMO|CAND|QĐND)$/u;
