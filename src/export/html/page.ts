import { utf8 } from '../../base/bytes.ts';
import type { Story } from '../../story/schema.ts';
import { leadPhotoOf } from '../../story/walk.ts';
import { exportWords, type ExportWords } from '../words.ts';
import { blockHtml } from './blocks.ts';
import { headHtml } from './head.ts';
import { headerHtml } from './header.ts';
import { direction, languageTag } from './language.ts';
import { attribute, isBlank, lines, markup, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';
import { stamped } from './stamp.ts';

/** What a page is made from. */
export interface PageInput {
  story: Story;
  /** Where the page finds a picture, by its id; written between quotes as it is. */
  address: (mediaId: string) => Markup;
  words?: ExportWords;
}

function articleHtml(page: PageContext): Markup {
  const { body, sourceCredit } = page.story;
  const blocks = body.map((block) => blockHtml(block, page)).filter((block) => block !== null);
  const source = isBlank(sourceCredit)
    ? null
    : markup`<footer>\n<p class="source">${lines(sourceCredit)}</p>\n</footer>\n`;
  return markup`<article>\n${headerHtml(page)}<div class="body">\n${blocks}</div>\n${source}</article>\n`;
}

/**
 * The story as an HTML page (WHATWG HTML), in UTF-8, complete in itself but for its pictures. Its last line is a stamp
 * by which Copydesk knows its own page again.
 */
export async function htmlPage({
  story,
  address,
  words = exportWords(story.language),
}: PageInput): Promise<Uint8Array> {
  const leadPhoto = leadPhotoOf(story);
  const page: PageContext = { story, words, address, leadPhoto };
  const tag = languageTag(story.language);
  const language = [attribute('lang', tag), attribute('dir', direction(tag))];
  const body = markup`<body>\n<main>\n${articleHtml(page)}</main>\n</body>\n`;
  const whole = markup`<!DOCTYPE html>\n<html${language}>\n${await headHtml(page)}${body}</html>\n`;
  return stamped(utf8(whole.source), story.id);
}
