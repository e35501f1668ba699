import { printByline } from '../story/byline-print.ts';
import { tidyRuns } from '../story/runs.ts';
import { createParagraph } from '../story/create.ts';
import type { Story } from '../story/schema.ts';
import { storyAs } from '../review/index.ts';
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
export function printedInstant(instant: string, words: ExportWords): string {
  const [, year, month, day, time = ''] = INSTANT.exec(instant) ?? [];
  if (year === undefined) return '';
  return words.instant(Number(year), Number(month), Number(day), `${time} ${zone(instant)}`);
}

/**
 * The dateline as it is printed: the line as written, else its place and source, and the day and time; may be empty. What
 * the mark at the head of the lead says already is not said twice.
 */
export function printedDateline({ dateline }: Pick<Story, 'dateline'>, words: ExportWords): string {
  if (!isBlank(dateline.text)) return dateline.text;
  const when = dateline.date === null ? '' : printedInstant(dateline.date, words);
  const said = isBlank(dateline.mark ?? '') ? [dateline.place, dateline.source] : [];
  return [...said, when].filter((part) => !isBlank(part)).join(', ');
}

/**
 * The story with the mark of its dateline (`(TTV) -`, `HÀ NỘI (TTXVN) -`) at the head of its first paragraph, as it is printed. The
 * story itself holds the mark apart from the text, so that it is never there twice.
 */
export function withMark<S extends Pick<Story, 'body' | 'dateline'>>(story: S): S {
  const mark = (story.dateline.mark ?? '').trim();
  if (mark === '') return story;
  const lead = story.body.findIndex((block) => block.type === 'paragraph');
  const block = story.body[lead];
  if (block?.type !== 'paragraph') return { ...story, body: [createParagraph([{ text: mark }]), ...story.body] };
  const body = [...story.body];
  body[lead] = { ...block, text: tidyRuns([{ text: `${mark} ` }, ...block.text]) };
  return { ...story, body };
}

/**
 * A story as it leaves the house, in whatever form and to whatever place: without comments, without what is only suggested
 * (`storyAs(story, 'original')`), with its mark. The one gate: every export passes it in index.ts, and whoever hands a story out
 * otherwise (a package's page, a CMS) asks for it here.
 */
export const leavingStory = (story: Story): Story => withMark(storyAs(story, 'original'));
