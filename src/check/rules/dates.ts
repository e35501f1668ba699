import { checkDateline } from '../../story/dateline.ts';
import { datelineRules, type Found as Parts } from '../../story/dateline-rules.ts';
import type { Story } from '../../story/schema.ts';
import type { Found } from '../finding.ts';
import { bodyPieces, fieldPieces, type Piece } from '../read/pieces.ts';
import type { Rule } from '../rule.ts';

/** The line of day and time, or a dated kicker, that cannot be right. */
const dateline: Rule = {
  id: 'dateline.wrong',
  level: 'error',
  codes: ['dateline.wrong-weekday', 'dateline.impossible-date', 'dateline.wrong-offset'],
  find: ({ story }) =>
    fieldPieces(story).flatMap((piece): Found[] => {
      const place = piece.at();
      if (place.in !== 'field' || (place.field !== 'dateline' && place.field !== 'kicker')) return [];
      const code = checkDateline(piece.text, story.language, story.dateline);
      return code ? [{ code, place, about: { text: piece.text } }] : [];
    }),
};

/** Weekdays as running text has them. `lần thứ hai` counts, `thứ tư từ trái sang` is a place in a row: no date follows these. */
const WEEKDAY =
  /(?<![\p{L}\p{N}])(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|(?:sun|mon|tues|wednes|thurs|fri|satur)day|(?:sun|mon|tues?|wed|thurs?|fri|sat)\.)(?![\p{L}\p{N}])/giu;
const COUNTED = /(?:lần|đợt|vòng|kỳ|khóa|khoá|hạng|vị trí|người|thế hệ|tháng|năm|quý)\s$/iu;
const BEFORE_DATE = /^(?:,?\s(?:\(|ngày\s|the\s|on\s)?|\s?\()/iu;
/** `12/6/2025 (thứ Năm)` */
const DATE_BEFORE = /(?:ngày\s)?(?<date>\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)\s?[(,]\s?$/iu;

const WEEKDAY_RULES = new Set(['vi.weekday', 'en.weekday']);
const DATE_RULES = new Set([
  'iso',
  'vi.written-date',
  'en.month-day',
  'en.day-month',
  'day-month-year',
  'month-day-year',
]);

type Reader = (text: string, from: number) => { parts: Parts; to: number } | null;

const reader = (language: string, names: ReadonlySet<string>): Reader => {
  const rules = datelineRules(language).filter(({ name }) => names.has(name));
  return (text, from) => {
    for (const { pattern, read } of rules) {
      pattern.lastIndex = from;
      const match = pattern.exec(text);
      if (match) return { parts: read(match.groups ?? {}), to: from + match[0].length };
    }
    return null;
  };
};

const DAY = 86_400_000;
/** A date without a year this near to the story's own day is of the same year. */
const NEAR = 120 * DAY;

/** Whether the date can fall on that weekday. Without a year it may be last year's or the next one's, unless it is near. */
function agrees({ day, month, year }: Parts, weekday: number, around: number): boolean {
  if (day === undefined || month === undefined) return true;
  const stamp = (of: number): number => Date.UTC(of, month - 1, day);
  const isDay = (of: number): boolean => new Date(stamp(of)).getUTCDate() === day;
  if (year !== undefined) return !isDay(year) || new Date(stamp(year)).getUTCDay() === weekday;
  const now = new Date(around).getUTCFullYear();
  const years = [now - 1, now, now + 1].filter(isDay);
  const near = years.filter((of) => Math.abs(stamp(of) - around) < NEAR);
  const candidates = near.length > 0 ? near : years;
  return candidates.length === 0 || candidates.some((of) => new Date(stamp(of)).getUTCDay() === weekday);
}

function disagreements(piece: Piece, readDay: Reader, readDate: Reader, around: number): Found[] {
  return [...piece.text.matchAll(WEEKDAY)].flatMap(({ 0: printed, index }): Found[] => {
    const before = piece.text.slice(Math.max(0, index - 30), index);
    if (COUNTED.test(before)) return [];
    const weekday = readDay(piece.text, index)?.parts.weekday;
    if (weekday === undefined) return [];
    const end = index + printed.length;
    const gap = BEFORE_DATE.exec(piece.text.slice(end))?.[0].length;
    const after = gap === undefined ? null : readDate(piece.text, end + gap);
    const earlier = after ? undefined : DATE_BEFORE.exec(before)?.groups?.date;
    const from = earlier === undefined ? index : piece.text.lastIndexOf(earlier, index);
    const date = after ?? (earlier === undefined ? null : readDate(piece.text, from));
    if (!date || agrees(date.parts, weekday, around)) return [];
    const to = after ? after.to : end;
    return [{ code: 'date.weekday', place: piece.at(from, to), about: { text: piece.text.slice(from, to) } }];
  });
}

const aroundOf = (story: Story): number => Date.parse(story.dateline.date ?? story.schedule ?? story.createdAt);

/** A day of the week and a date beside it that are not the same day. */
const weekday: Rule = {
  id: 'date.weekday',
  level: 'warning',
  codes: ['date.weekday'],
  find: ({ story }) => {
    const pieces = [...fieldPieces(story), ...bodyPieces(story)];
    const readDay = reader(story.language, WEEKDAY_RULES);
    const readDate = reader(story.language, DATE_RULES);
    const around = aroundOf(story);
    return pieces.flatMap((piece): Found[] => {
      const place = piece.at();
      // The dateline has a rule of its own.
      if (place.in === 'field' && (place.field === 'dateline' || place.field === 'byline')) return [];
      return disagreements(piece, readDay, readDate, around);
    });
  },
};

export const dateRules: readonly Rule[] = [dateline, weekday];
