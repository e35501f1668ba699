import { utf8 } from '../../base/bytes.ts';
import { stamped } from '../stamp.ts';
import { blocksHtml, contextOf, type PageInput } from './body.ts';
import { focusRules } from './focus.ts';
import { headHtml } from './head.ts';
import { headerHtml } from './header.ts';
import { direction, languageTag } from './language.ts';
import { isBlank } from '../clean.ts';
import { attribute, lines, markup, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';

function bodyHtml({ story }: PageContext, blocks: readonly (Markup | null)[]): Markup {
  const source = isBlank(story.sourceCredit)
    ? null
    : markup`<footer>\n<p class="source">${lines(story.sourceCredit)}</p>\n</footer>\n`;
  return markup`<div class="body">\n${blocks}</div>\n${source}`;
}

function articleHtml(page: PageContext, hasHeader: boolean, attributes: Markup): Markup {
  const header = hasHeader ? headerHtml(page) : null;
  return markup`<article${attributes}>\n${header}${bodyHtml(page, blocksHtml(page))}</article>\n`;
}

function languageOf({ story }: PageContext): Markup {
  const tag = languageTag(story.language);
  return markup`${[attribute('lang', tag), attribute('dir', direction(tag))]}`;
}

/** The story as an `<article>` for another page, with or without its headline, standfirst, byline and dateline. */
export function htmlArticle(input: PageInput, hasHeader: boolean): Markup {
  const page = contextOf(input);
  return articleHtml(page, hasHeader, languageOf(page));
}

/**
 * The story as an HTML page (WHATWG HTML), in UTF-8, complete in itself but for its pictures. Its last line is a stamp
 * by which Copydesk knows its own page again.
 */
export async function htmlPage(input: PageInput): Promise<Uint8Array> {
  // The page's own policy lets no element bring a style of its own.
  const page = contextOf({ ...input, focusBy: 'class', style: (input.style ?? '') + focusRules(input.story) });
  const body = markup`<body>\n<main>\n${articleHtml(page, true, markup``)}</main>\n</body>\n`;
  const whole = markup`<!DOCTYPE html>\n<html${languageOf(page)}>\n${await headHtml(page)}${body}</html>\n`;
  return stamped(utf8(whole.source), input.story.id);
}
