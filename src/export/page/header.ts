import type { Story } from '../../story/schema.ts';
import { printedByline, printedDateline } from '../printed.ts';
import { isBlank } from '../clean.ts';
import { lines, markup, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

/** A story's instant as `datetime` may hold it: without fractions of a second, and with its offset. */
const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:[.]\d+)?(Z|[+-]\d\d:\d\d)$/;

function paragraph(name: 'kicker' | 'standfirst', text: string): Markup | null {
  return isBlank(text) ? null : markup`<p class="${name}">${lines(text)}</p>\n`;
}

/** The printed line with each person's name in it marked, in order; a name that the line spells otherwise stays plain. */
function bylineHtml(story: Story): Markup | null {
  const { byline } = story;
  const text = printedByline(story);
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

/** The line of place and time; machines read its instant from `<time>`, with the offset of where it was written. */
function datelineHtml({ story, words }: PageContext): Markup | null {
  const { dateline } = story;
  const when = dateline.date === null ? null : INSTANT.exec(dateline.date);
  const text = printedDateline(story, words);
  if (isBlank(text)) return null;
  const line = when ? markup`<time datetime="${when[1]}${when[2]}">${lines(text)}</time>` : lines(text);
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
