import { offsetAt, offsetsOfClock } from './dateline-zones.ts';

/** What a form of dateline can hold, each in braces; in capitals (`{PLACE}`) the word is printed in capitals. */
const DATELINE_TOKENS = [
  'weekday',
  'd',
  'dd',
  'm',
  'mm',
  'month',
  'yyyy',
  'time',
  'time12',
  'zone',
  'place',
  'source',
] as const;
type Token = (typeof DATELINE_TOKENS)[number];

/** What a dateline is printed from. */
export interface DatelineFacts {
  /** Milliseconds since the epoch. */
  at: number;
  /** The place's time zone, by its name in the IANA database. */
  timeZone: string;
  /** Empty where there is none. */
  place: string;
  source: string;
}

/** Forms that newsrooms print, the usual one first; the settings offer them. */
export const COMMON_FORMS: Readonly<Record<'vi' | 'en', { line: readonly string[]; mark: readonly string[] }>> = {
  vi: {
    line: [
      '{weekday}, {dd}/{mm}/{yyyy}, {time} [{zone}]',
      '{weekday}, {dd}/{mm}/{yyyy}, {time} ({zone})',
      '{weekday}, {d}/{m}/{yyyy}, {time}',
      '{time}, {dd}/{mm}/{yyyy}',
      '{weekday}, ngày {d} tháng {m} năm {yyyy}, {time}',
    ],
    mark: ['{PLACE} ({source}) -', '({source}) -', '{PLACE}, {d}/{m} ({source}) -', '{source} -'],
  },
  en: {
    line: [
      '{weekday}, {month} {d}, {yyyy}, {time12} {zone}',
      '{weekday}, {month} {d}, {yyyy} {TIME12} {zone}',
      '{weekday}, {d} {month} {yyyy}, {time} {zone}',
      '{month} {d}, {yyyy}',
      '{yyyy}-{mm}-{dd} {time} {zone}',
    ],
    mark: ['{PLACE}, {month} {d} ({source}) -', '{PLACE} ({source}) -', '({source}) -', '{PLACE}, {month} {d} -'],
  },
};

const VI_DAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
const EN_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const EN_MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** The Associated Press shortens these beside a day, and spells the others. */
const AP_MONTHS: Partial<Record<number, string>> = {
  1: 'Jan.',
  2: 'Feb.',
  8: 'Aug.',
  9: 'Sept.',
  10: 'Oct.',
  11: 'Nov.',
  12: 'Dec.',
};
const AMERICAN: Readonly<Record<string, string>> = {
  'America/New_York': 'ET',
  'America/Detroit': 'ET',
  'America/Chicago': 'CT',
  'America/Denver': 'MT',
  'America/Los_Angeles': 'PT',
};

const HOLE = /\{([^{}]*)\}/g;
const two = (number: number): string => String(number).padStart(2, '0');
const isToken = (name: string): name is Token => (DATELINE_TOKENS as readonly string[]).includes(name);

/** The words in braces that a form has and that mean nothing. */
export function unknownTokens(form: string): string[] {
  return [...form.matchAll(HOLE)].flatMap(([all, name = '']) => (isToken(name.toLowerCase()) ? [] : [all]));
}

/** An offset as it is printed: `GMT+7`, `GMT+5:30`, `GMT`. */
export function printOffset(minutes: number): string {
  const size = Math.abs(minutes);
  if (size === 0) return 'GMT';
  return `GMT${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${size % 60 === 0 ? '' : `:${two(size % 60)}`}`;
}

/** `9:11 p.m.`, `9 p.m.`, `noon`. Midnight stays `12 a.m.`: the word does not say of which day. */
function clock12(hour: number, minute: number): string {
  if (hour === 12 && minute === 0) return 'noon';
  return `${hour % 12 || 12}${minute === 0 ? '' : `:${two(minute)}`} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}

/** In capitals; in English what follows a city stays: `AUSTIN, Texas`. */
function inCapitals(token: Token, text: string, isVietnamese: boolean): string {
  if (token === 'time12') return text.replaceAll('.', '').toUpperCase();
  const comma = isVietnamese || token !== 'place' ? -1 : text.indexOf(',');
  return comma < 0 ? text.toLocaleUpperCase() : text.slice(0, comma).toLocaleUpperCase() + text.slice(comma);
}

/** Takes away what only stood round a word that is not there: empty brackets, a comma with nothing before or behind it. */
function withoutGaps(line: string): string {
  return line
    .replace(/\(\s*\)|\[\s*\]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s+(?=,)/g, '')
    .replace(/(?:,\s*)+(?=,)/g, '')
    .replace(/,\s*(?=[-–—]|$)/g, ' ')
    .replace(/^[\s,–—-]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A dateline in a house's form. `{weekday}`, `{d}` or `{dd}`, `{m}` or `{mm}`, `{month}` (English by the Associated Press:
 * `Jan.` beside a day, `March` always spelled), `{yyyy}`, `{time}` (21:11), `{time12}` (9:11 p.m.), `{zone}` (`GMT+7`; `ET` and
 * its like in English, where the hour says which), `{place}`, `{source}`. What has no value leaves no gap. Empty where nothing
 * but signs is left.
 *
 * @param language the story's, BCP 47
 */
export function printDateline(form: string, language: string, { at, timeZone, place, source }: DatelineFacts): string {
  const isVietnamese = /^vi\b/i.test(language);
  const offset = offsetAt(at, timeZone);
  const wallClock = at + offset * 60_000;
  const when = new Date(wallClock);
  const [day, month, hour, minute] = [
    when.getUTCDate(),
    when.getUTCMonth() + 1,
    when.getUTCHours(),
    when.getUTCMinutes(),
  ];
  const hasDay = /\{dd?\}/i.test(form);
  const american = isVietnamese || offsetsOfClock(wallClock, timeZone).length !== 1 ? undefined : AMERICAN[timeZone];
  const values: Record<Token, string> = {
    weekday: (isVietnamese ? VI_DAYS : EN_DAYS)[when.getUTCDay()] ?? '',
    d: String(day),
    dd: two(day),
    m: String(month),
    mm: two(month),
    month: isVietnamese ? `tháng ${month}` : ((hasDay ? AP_MONTHS[month] : undefined) ?? EN_MONTHS[month - 1] ?? ''),
    yyyy: String(when.getUTCFullYear()),
    time: `${two(hour)}:${two(minute)}`,
    time12: clock12(hour, minute),
    zone: american ?? printOffset(offset),
    place: place.trim(),
    source: source.trim(),
  };
  const line = form.replace(HOLE, (all, name: string) => {
    const token = name.toLowerCase();
    if (!isToken(token)) return all;
    return name === token ? values[token] : inCapitals(token, values[token], isVietnamese);
  });
  const tidy = withoutGaps(line);
  return /[\p{L}\p{N}]/u.test(tidy) ? tidy : '';
}

const ONE: Readonly<Record<Token, string>> = {
  weekday: '(?<weekday>[\\p{L}]+(?: [\\p{L}\\d]+)?)',
  d: '(?<day>\\d{1,2})',
  dd: '(?<day>\\d{1,2})',
  m: '(?<month>\\d{1,2})',
  mm: '(?<month>\\d{1,2})',
  month: '(?<monthName>\\p{L}+\\.?(?: \\d{1,2})?)',
  yyyy: '(?<year>\\d{4})',
  time: '(?<time>\\d{1,2}[:h]\\d{2})',
  time12: '(?<time>\\d{1,2}(?::\\d{2})? ?[ap]\\.?m\\.?|noon)',
  zone: '(?<zone>[^\\])]+?)',
  place: '(?<place>\\p{Lu}[^()]*?)',
  source: '(?<source>[^()]+?)',
};

/** Longer text is no line of a house's own form; it also bounds what a form of many loose parts can cost. */
const LONGEST = 120;

/** The form as a pattern; null where it holds an unknown word, or one twice. */
function patternOf(form: string): RegExp | null {
  if (unknownTokens(form).length > 0) return null;
  const seen = new Set<string>();
  const pieces = form
    .trim()
    .split(/(\{[^{}]*\})/)
    .map((piece) => {
      const token = /^\{(.*)\}$/.exec(piece)?.[1]?.toLowerCase();
      if (token === undefined || !isToken(token))
        return piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
      const group = /\?<(\w+)>/.exec(ONE[token])?.[1] ?? '';
      const isAgain = seen.has(group);
      seen.add(group);
      return isAgain ? null : ONE[token];
    });
  return pieces.includes(null) ? null : new RegExp(`^${pieces.join('')}$`, 'iu');
}

/** Day and month as every rule for dates reads them. */
function dateOf({ day, month, monthName, year }: Record<string, string | undefined>): string | undefined {
  if (day !== undefined && monthName !== undefined)
    return [/^tháng/i.test(monthName) ? `${day} ${monthName}` : `${monthName} ${day}`, year].filter(Boolean).join(', ');
  if (day === undefined || month === undefined) return undefined;
  // An ISO date reads the same in every language.
  return year === undefined ? `${day}/${month}` : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * A line that was printed in a house's form, as a line that needs no house to be read, with its place and source apart; null where it
 * is not of this form, or the form holds no date.
 */
export function fromForm(form: string, text: string): { general: string; place: string; source: string } | null {
  const line = text.replace(/\s+/g, ' ').trim();
  const groups = line.length > LONGEST ? undefined : patternOf(form)?.exec(line)?.groups;
  const date = groups && dateOf(groups);
  if (!date) return null;
  const { weekday, time, zone, place = '', source = '' } = groups;
  return { general: [weekday, date, time, zone].filter(Boolean).join(', '), place, source };
}
