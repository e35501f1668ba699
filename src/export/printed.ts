import { printByline } from '../story/byline-print.ts';
import type { Story } from '../story/schema.ts';
import { isBlank } from './clean.ts';
import type { ExportWords } from './words.ts';

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/;
const OFFSET = /([+-])0?(\d+):(\d\d)$/;

/** The byline as it is printed: the line as written, else one made of its people; empty for nobody. */
export function printedByline({ byline, language }: Pick<Story, 'byline' | 'language'>): string {
  return isBlank(byline.text) ? printByline(byline.people, language) : byline.text;
}

/** `+07:00` as readers know it: GMT+7. */
function zone(instant: string): string {
  const [, sign = '', hours = '', minutes = ''] = OFFSET.exec(instant) ?? [];
  if (Number(hours) === 0 && Number(minutes) === 0) return 'GMT';
  return `GMT${sign}${hours}${minutes === '00' ? '' : `:${minutes}`}`;
}

/** A day and time (RFC 3339 with offset) as readers of these words know it; empty for what is none. */
function printedInstant(instant: string, words: ExportWords): string {
  const [, year, month, day, time = ''] = INSTANT.exec(instant) ?? [];
  if (year === undefined) return '';
  return words.instant(Number(year), Number(month), Number(day), `${time} ${zone(instant)}`);
}

/** The dateline as it is printed: the line as written, else its place and source, and the day and time; may be empty. */
export function printedDateline({ dateline }: Pick<Story, 'dateline'>, words: ExportWords): string {
  if (!isBlank(dateline.text)) return dateline.text;
  const when = dateline.date === null ? '' : printedInstant(dateline.date, words);
  return [dateline.place, dateline.source, when].filter((part) => !isBlank(part)).join(', ');
}
