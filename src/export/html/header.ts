import { printByline } from '../../story/byline-print.ts';
import type { Dateline, Story } from '../../story/schema.ts';
import type { ExportWords } from '../words.ts';
import { isBlank, lines, markup, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d(?::\d\d)?)(?:[.]\d+)?(Z|[+-]\d\d:\d\d)$/;

function paragraph(name: 'kicker' | 'standfirst', text: string): Markup | null {
  return isBlank(text) ? null : markup`<p class="${name}">${lines(text)}</p>\n`;
}

/** The printed line with each person's name in it marked, in order; a name that the line spells otherwise stays plain. */
function bylineHtml({ byline, language }: Story): Markup | null {
  const text = isBlank(byline.text) ? printByline(byline.people, language) : byline.text;
  if (isBlank(text)) return null;
  const parts: Markup[] = [];
  let from = 0;
  for (const { name } of byline.people) {
    const at = text.indexOf(name, from);
    if (at < 0) continue;
    parts.push(lines(text.slice(from, at)), markup`<span class="author">${name}</span>`);
    from = at + name.length;
  }
  return markup`<p class="byline">${parts}${lines(text.slice(from))}</p>\n`;
}

/** `+07:00` as readers know it: GMT+7. */
function zone(offset: string): string {
  const [, sign = '', hours = '', minutes = ''] = /^([+-])0?(\d+):(\d\d)$/.exec(offset) ?? [];
  if (Number(hours) === 0 && Number(minutes) === 0) return 'GMT';
  return `GMT${sign}${hours}${minutes === '00' ? '' : `:${minutes}`}`;
}

/** What the dateline says where no line was written: its place and source, and the day and time. */
function spokenDateline({ place, source }: Dateline, when: RegExpExecArray | null, words: ExportWords): string {
  const [, year, month, day, time = '', offset = ''] = when ?? [];
  const instant =
    when && words.instant(Number(year), Number(month), Number(day), `${time.slice(0, 5)} ${zone(offset)}`);
  return [place, source, instant ?? ''].filter((part) => !isBlank(part)).join(', ');
}

/** The line of place and time; machines read its instant from `<time>`, with the offset of where it was written. */
function datelineHtml({ story, words }: PageContext): Markup | null {
  const { dateline } = story;
  const when = dateline.date === null ? null : INSTANT.exec(dateline.date);
  const text = isBlank(dateline.text) ? spokenDateline(dateline, when, words) : dateline.text;
  if (isBlank(text)) return null;
  const [, year, month, day, time, offset] = when ?? [];
  const line = when
    ? markup`<time datetime="${year}-${month}-${day}T${time}${offset}">${lines(text)}</time>`
    : lines(text);
  return markup`<p class="dateline">${line}</p>\n`;
}

/** The head of the article: kicker, headline, standfirst, byline and dateline, each where it is filled in. */
export function headerHtml(page: PageContext): Markup {
  const { story, words } = page;
  const headline = isBlank(story.headline)
    ? markup`<h1 class="to-come">${words.untitled}</h1>\n`
    : markup`<h1>${lines(story.headline)}</h1>\n`;
  const byline = bylineHtml(story);
  const dateline = datelineHtml(page);
  const signature = byline || dateline ? markup`<div class="signature">\n${byline}${dateline}</div>\n` : null;
  const titles = markup`${paragraph('kicker', story.kicker)}${headline}${paragraph('standfirst', story.standfirst)}`;
  return markup`<header>\n${titles}${signature}</header>\n`;
}
