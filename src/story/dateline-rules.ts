import { ZONE } from './dateline-zones.ts';

/** What a rule found. Months are 1-12, weekdays 0 (Sunday) to 6. */
export interface Found {
  weekday?: number;
  day?: number;
  month?: number;
  year?: number;
  hour?: number;
  minute?: number;
  zone?: string;
}

/** One part of a dated line, as one language writes it. Patterns match at a given place (`y`), whatever the case (`i`). */
export interface Rule {
  name: string;
  pattern: RegExp;
  read: (groups: Record<string, string | undefined>) => Found;
}

const EN_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const EN_MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const EN_DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const VI_DAYS = ['chủ nhật', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy'];
const END = '(?![\\p{L}\\p{N}])';

const at = (pattern: string): RegExp => new RegExp(pattern + END, 'iuy');
const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
const enMonth = (text: string | undefined): number => EN_MONTHS.indexOf((text ?? '').slice(0, 3).toLowerCase()) + 1;
const numbers = (groups: Record<string, string | undefined>): Found => ({
  day: number(groups.day),
  month: number(groups.month),
  year: number(groups.year),
});
const clock = (groups: Record<string, string | undefined>): Found => ({
  hour: number(groups.hour),
  minute: Number(groups.minute ?? 0),
});

function clock12({ hour, minute, half }: Record<string, string | undefined>): Found {
  const said = Number(hour);
  // 13 p.m. is no time; 24 + 13 is refused where the clock is checked.
  const from = said < 1 || said > 12 ? 24 + said : said % 12;
  return { hour: from + (half?.toLowerCase() === 'p' ? 12 : 0), minute: Number(minute ?? 0) };
}

/** The same in every language. */
const COMMON: Rule[] = [
  {
    // 2022-01-19T21:11:00+07:00, 2022-01-19 21:11 +07:00, 2022-01-19
    name: 'iso',
    pattern: at(
      '(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:[T ](?<hour>\\d{2}):(?<minute>\\d{2})(?::\\d{2}(?:\\.\\d+)?)?\\s?(?<zone>Z|[+-]\\d{2}:?\\d{2})?)?',
    ),
    read: (groups) => ({ ...numbers(groups), ...(groups.hour ? { ...clock(groups), zone: groups.zone } : {}) }),
  },
  {
    // [GMT+7], (GMT+7), GMT+7, UTC+05:30, ET
    name: 'zone',
    pattern: at(`\\[\\s?(?<square>${ZONE})\\s?\\]|\\(\\s?(?<round>${ZONE})\\s?\\)|(?<bare>${ZONE})`),
    read: ({ square, round, bare }) => ({ zone: square ?? round ?? bare }),
  },
];

const VI: Rule[] = [
  {
    // Thứ Tư, Chủ nhật, T4, CN
    name: 'vi.weekday',
    pattern: at('(?:(?:thứ|t\\.?)\\s?(?<number>[2-7])|thứ\\s(?<word>hai|ba|tư|năm|sáu|bảy)|(?<sunday>chủ\\snhật|cn))'),
    read: ({ number: digit, word, sunday }) => ({
      weekday: sunday ? 0 : digit ? Number(digit) - 1 : VI_DAYS.indexOf((word ?? '').toLowerCase()),
    }),
  },
  {
    // ngày 19 tháng 1 năm 2022
    name: 'vi.written-date',
    pattern: at('(?:ngày\\s)?(?<day>\\d{1,2})\\stháng\\s(?<month>\\d{1,2})(?:(?:\\snăm\\s|,\\s?)(?<year>\\d{4}))?'),
    read: numbers,
  },
  {
    // 21h11, 21 giờ 11 phút, 21 giờ
    name: 'vi.clock',
    pattern: at('(?:lúc\\s)?(?<hour>\\d{1,2})\\s?(?:h|g|giờ)(?:\\s?(?<minute>\\d{2})(?:\\sphút)?)?'),
    read: clock,
  },
];

const EN: Rule[] = [
  {
    // Wednesday, Wed.
    name: 'en.weekday',
    pattern: at(
      '(?:(?<long>sunday|monday|tuesday|wednesday|thursday|friday|saturday)|(?<short>sun|mon|tues?|wed|thur?s?|fri|sat)(?=[.,]))',
    ),
    read: ({ long, short }) => ({ weekday: EN_DAYS.indexOf((long ?? short ?? '').slice(0, 3).toLowerCase()) }),
  },
  {
    // Jan. 19, 2022; January 19
    name: 'en.month-day',
    pattern: at(`${EN_MONTH}\\.?\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s(?<year>\\d{4}))?`),
    read: (groups) => ({ ...numbers(groups), month: enMonth(groups.month) }),
  },
  {
    // 19 January 2022
    name: 'en.day-month',
    pattern: at(`(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s${EN_MONTH}\\.?(?:,?\\s(?<year>\\d{4}))?`),
    read: (groups) => ({ ...numbers(groups), month: enMonth(groups.month) }),
  },
  {
    // 9:11 PM, 9 p.m.
    name: 'en.clock',
    pattern: at('(?:at\\s)?(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))?\\s?(?<half>[ap])(?:\\.m\\.|m)'),
    read: clock12,
  },
  {
    name: 'en.noon',
    pattern: at('(?:at\\s)?noon'),
    read: () => ({ hour: 12, minute: 0 }),
  },
];

/** Tried last, because every other rule says more. */
const LAST: Rule[] = [
  {
    // 21:11, 21:11:30, lúc 21:11
    name: 'clock',
    pattern: at('(?:lúc\\s|at\\s)?(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::\\d{2})?'),
    read: clock,
  },
];

/** 19/01/2022 where the day comes first, as everywhere but in the United States. */
const DAY_FIRST: Rule = {
  name: 'day-month-year',
  pattern: at('(?:ngày\\s)?(?<day>\\d{1,2})(?<mark>[/.-])(?<month>\\d{1,2})(?:\\k<mark>(?<year>\\d{4}))?'),
  read: numbers,
};

/** 01/19/2022 */
const MONTH_FIRST: Rule = {
  name: 'month-day-year',
  pattern: at('(?<month>\\d{1,2})(?<mark>[/-])(?<day>\\d{1,2})(?:\\k<mark>(?<year>\\d{4}))?'),
  read: numbers,
};

/** English alone does not say which of the two it writes, so only dates that can be one thing are read: 19/01/2022, 01/19/2022. */
const UNMISTAKABLE: Rule[] = [
  {
    ...DAY_FIRST,
    pattern: at('(?<day>1[3-9]|[23]\\d)(?<mark>[/.-])(?<month>0?[1-9]|1[0-2])(?:\\k<mark>(?<year>\\d{4}))?'),
  },
  {
    ...MONTH_FIRST,
    pattern: at('(?<month>0?[1-9]|1[0-2])(?<mark>[/-])(?<day>1[3-9]|[23]\\d)(?:\\k<mark>(?<year>\\d{4}))?'),
  },
];

function numericRules(language: string): Rule[] {
  if (/^en-US\b/i.test(language)) return [MONTH_FIRST];
  return /^en$/i.test(language) ? UNMISTAKABLE : [DAY_FIRST];
}

/** The rules for a story's language (BCP 47), in the order in which they are tried; the other language's forms are read too. */
export function datelineRules(language: string): Rule[] {
  return [...COMMON, ...VI, ...EN, ...numericRules(language), ...LAST];
}
