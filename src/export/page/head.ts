import { base64, sha256, utf8 } from '../../base/bytes.ts';
import { cardsHtml } from './cards.ts';
import { newsArticleHtml } from './json-ld.ts';
import { cleanLine, isBlank } from '../clean.ts';
import { attribute, markup, Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';
import { STYLE } from './style.ts';

/**
 * What the page may do: show its own pictures and this one style sheet. `file:` is for pages opened from a disk, where
 * some browsers do not count the folder as 'self'. A site's own policy, if it has one, holds besides.
 */
async function policy(sheet: string): Promise<Markup> {
  const style = base64(await sha256(utf8(sheet)));
  return new Markup(
    `default-src 'none'; img-src 'self' file: data:; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'`,
  );
}

/** The page's `<head>`: what browsers, search engines and those who share it read. */
export async function headHtml(page: PageContext): Promise<Markup> {
  const { story, words, address } = page;
  const title = [story.headline, story.slug].map(cleanLine).find((text) => !isBlank(text)) ?? words.untitled;
  const description = cleanLine(story.standfirst);
  const sheet = STYLE + page.style;
  const entries = [
    markup`<meta charset="utf-8">\n`,
    markup`<meta http-equiv="Content-Security-Policy" content="${await policy(sheet)}">\n`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1">\n`,
    markup`<meta name="color-scheme" content="light dark">\n`,
    markup`<meta name="generator" content="Copydesk">\n`,
    markup`<title>${title}</title>\n`,
    isBlank(description) ? null : markup`<meta name="description"${attribute('content', description)}>\n`,
    address === '' ? null : markup`<link rel="canonical"${attribute('href', address)}>\n`,
    cardsHtml(page, { title, description }),
    newsArticleHtml(page),
    markup`<style>${new Markup(sheet)}</style>\n`,
  ];
  return markup`<head>\n${entries}</head>\n`;
}
