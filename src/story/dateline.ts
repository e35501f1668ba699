import { withOffset } from '../base/dates.ts';
import { formsFor, NO_HOUSE, type DatelineHouse } from './dateline-house.ts';
import { fromForm } from './dateline-print.ts';
import { datelineRules, type Found } from './dateline-rules.ts';
import { offsetOfPlace, offsetsOfClock, ZONE, zoneOffset } from './dateline-zones.ts';
import { zoneOfPlace } from './places.ts';
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

/** The line's parts, in a form that everyone knows or in one of the house's own; null when some of it is in none. */
function readLine(printed: string, language: string, house: DatelineHouse): Reading | null {
  const known = readKnown(printed, language);
  if (known) return known;
  for (const form of Object.values(formsFor(house, language))) {
    const own = fromForm(form, printed.normalize('NFC'));
    const parts = own && readKnown(own.general, language);
    if (parts) return { ...parts, place: own.place, source: own.source };
  }
  return null;
}

function readKnown(printed: string, storyLanguage: string): Reading | null {
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

/** The offset that a line states, or its place had then where the house says where that is. */
function offsetOf({ zone, place }: Reading, clock: number, house: DatelineHouse): number | null {
  if (zone !== undefined) return zoneOffset(zone, clock);
  const [own] = house.places;
  if (!own) return null;
  const timeZone = zoneOfPlace(place || own.name, house.places);
  return timeZone === null ? null : offsetOfPlace(clock, timeZone);
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
 *
 * @param house the newsroom: its forms are read too, and a line without a zone is of the place that it names, or else of the house's own
 */
export function readDateline(
  text: string,
  language: string,
  house: DatelineHouse = NO_HOUSE,
): Pick<Dateline, 'place' | 'source' | 'date'> {
  const line = readLine(text, language, house);
  if (!line) return { place: '', source: '', date: null };
  const { place, source } = line;
  const clock = isImpossible(line) || isWrongWeekday(line) ? null : wallClock(line);
  const offset = clock === null ? null : offsetOf(line, clock, house);
  return {
    place,
    source,
    date: clock === null || offset === null ? null : withOffset(clock - offset * 60_000, offset),
  };
}

/** What may be wrong with a dateline that was understood. */
export type DatelineWarning = 'dateline.wrong-weekday' | 'dateline.impossible-date' | 'dateline.wrong-offset';

/** Where a dateline was written, as far as that is known beside its own words. */
export interface DatelineSetting {
  house?: DatelineHouse;
  /** The place and source that the rest of the story's dateline names; empty where it names none. */
  place?: string;
  source?: string;
}

/**
 * Minutes east of Greenwich at which the place of a dated line was then, as [what the line may say]; null where the line states no
 * offset, or its place is not known. A line that names no place is of the house's own, unless another source wrote it.
 */
export function offsetsThere(text: string, language: string, setting: DatelineSetting = {}): number[] | null {
  const { house = NO_HOUSE } = setting;
  const line = readLine(text, language, house);
  const clock = line && !isImpossible(line) ? wallClock(line) : null;
  if (!line?.zone || clock === null) return null;
  const source = line.source || setting.source;
  // `ET` says itself where it is of.
  const isOwn = (!source || source === house.source) && /\d/.test(line.zone);
  const place = line.place || setting.place || (isOwn ? house.places[0]?.name : undefined);
  const timeZone = place && zoneOfPlace(place, house.places);
  return timeZone ? offsetsOfClock(clock, timeZone) : null;
}

/**
 * The warning that a printed dateline deserves: `dateline.impossible-date` for a day, time or offset that does not exist,
 * `dateline.wrong-weekday` when the date falls on another day of the week, `dateline.wrong-offset` when its place was not at that
 * offset then. Null when none is so, or the line is in no known form.
 *
 * @param language the story's language; it matters only for dates in numbers (see readDateline)
 */
export function checkDateline(text: string, language = 'vi', setting: DatelineSetting = {}): DatelineWarning | null {
  const line = readLine(text, language, setting.house ?? NO_HOUSE);
  if (!line) return null;
  if (isImpossible(line)) return 'dateline.impossible-date';
  if (isWrongWeekday(line)) return 'dateline.wrong-weekday';
  const there = offsetsThere(text, language, setting);
  const said = there && zoneOffset(line.zone ?? '', wallClock(line) ?? 0);
  return there && said !== null && !there.includes(said) ? 'dateline.wrong-offset' : null;
}

/** Whether the text is a dated line: nothing but a day, and what belongs to one (weekday, time, zone, place, source). */
export function isDatedLine(text: string, language: string): boolean {
  const line = readLine(text, language, NO_HOUSE);
  return line?.day !== undefined && line.month !== undefined;
}

/** The dateline with another mark at the head of the lead; an empty one takes it away. */
export function withMarkOf(dateline: Dateline, mark: string, language: string, house?: DatelineHouse): Dateline {
  const { text } = dateline;
  const said = { text, ...readDateline(text, language, house) };
  return mark === '' ? said : datelineOf({ ...said, mark }, text, language, house);
}

/** The dateline with another printed line. The mark at the head of the lead stays, and says what the line does not. */
export function datelineOf(
  { mark }: Pick<Dateline, 'mark'>,
  text: string,
  language: string,
  house: DatelineHouse = NO_HOUSE,
): Dateline {
  const read = readDateline(text, language, house);
  if (mark === undefined) return { text, ...read };
  const head = readMark(mark, language, house);
  return {
    text,
    mark,
    place: read.place || head.place,
    source: read.source || head.source,
    date: read.date ?? head.date,
  };
}

/** What the mark at the head of a lead says: `(TTV) -`, `TTO -`, `HÀ NỘI (TTXVN) -`. A name alone is a source where it is one of an agency. */
export function readMark(
  mark: string,
  language: string,
  house: DatelineHouse = NO_HOUSE,
): Pick<Dateline, 'place' | 'source' | 'date'> {
  const read = readDateline(mark.replace(/[_\s]+$/, ''), language, house);
  const bare = mark.replace(/[\s–—_-]+$/u, '');
  return AGENCIES.test(bare) || (bare !== '' && bare === house.source) ? { place: '', source: bare, date: null } : read;
}

/** Names of agencies and papers that begin a lead by themselves (`TTO - Sáng 19/1, …`). */
export const AGENCIES =
  /^(?:TTO|TNO|NLĐO|NLDO|LĐO|VOV|VTV|TTXVN|VTC News|VNA|VNS|AP|AFP|Reuters|REUTERS|dpa|EFE|ANSA|Xinhua|Dân trí|VietnamPlus|PLO|SGGPO|HNMO|CAND|QĐND)$/u;
