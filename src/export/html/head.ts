import { base64, sha256, utf8 } from '../../base/bytes.ts';
import { attribute, isBlank, markup, Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';
import { STYLE } from './style.ts';

/** For a window's title and for search engines: one line, without the signs that turn the direction of text round. */
const plainLine = (text: string): string =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * What the page may do: show its own pictures and this one style sheet. `file:` is for pages opened from a disk, where
 * some browsers do not count the folder as 'self'. A site's own policy, if it has one, holds besides.
 */
async function policy(): Promise<Markup> {
  const style = base64(await sha256(utf8(STYLE)));
  return new Markup(
    `default-src 'none'; img-src 'self' file: data:; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'`,
  );
}

/** The page's `<head>`: what browsers and search engines read. */
export async function headHtml({ story, words }: PageContext): Promise<Markup> {
  const title = [story.headline, story.slug].map(plainLine).find((text) => !isBlank(text)) ?? words.untitled;
  const description = plainLine(story.standfirst);
  const entries = [
    markup`<meta charset="utf-8">\n`,
    markup`<meta http-equiv="Content-Security-Policy" content="${await policy()}">\n`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1">\n`,
    markup`<meta name="color-scheme" content="light dark">\n`,
    markup`<meta name="generator" content="Copydesk">\n`,
    markup`<title>${title}</title>\n`,
    isBlank(description) ? null : markup`<meta name="description"${attribute('content', description)}>\n`,
    markup`<style>${new Markup(STYLE)}</style>\n`,
  ];
  return markup`<head>\n${entries}</head>\n`;
}
