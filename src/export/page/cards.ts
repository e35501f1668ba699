import type { PageContext } from './page-context.ts';
import { languageTag } from './language.ts';
import { instantText } from '../identity.ts';
import { isBlank } from '../clean.ts';
import { attribute, markup, type Markup } from './markup.ts';

/** What a card shows, in one line each. */
export interface CardText {
  title: string;
  description: string;
}

/** `vi` as Open Graph names it: `vi_VN`, with the country where most of its readers are. */
function locale(language: string): string {
  const tag = languageTag(language);
  if (tag === 'und') return '';
  const { language: code, region } = new Intl.Locale(tag).maximize();
  return region === undefined ? '' : `${code}_${region}`;
}

/** The page as others show it where it is shared: Open Graph (ogp.me) and Twitter's card. What is empty is left out. */
export function cardsHtml(page: PageContext, { title, description }: CardText): Markup {
  const { story, leadPhoto, address, publisher } = page;
  // A card is nearly twice as wide as high; a photo cut for 16:9 is what its editor wants to see there.
  const wide = leadPhoto && page.cuts(leadPhoto).find(({ ratio }) => ratio === '16:9');
  const image = wide ?? (leadPhoto && page.images(leadPhoto)[0]);
  const picture = address === '' || !image ? '' : (page.webAddress(image.address) ?? '');
  const has = (value: string): string => (picture === '' ? '' : value);
  const property = (name: string, value: string): Markup | null =>
    isBlank(value) ? null : markup`<meta property="${name}"${attribute('content', value)}>\n`;
  const named = (name: string, value: string): Markup | null =>
    isBlank(value) ? null : markup`<meta name="${name}"${attribute('content', value)}>\n`;
  return markup`${[
    property('og:type', 'article'),
    property('og:title', title),
    property('og:description', description),
    property('og:url', address),
    property('og:site_name', publisher || story.dateline.source),
    property('og:locale', locale(story.language)),
    property('og:image', picture),
    property('og:image:width', has(String(image?.width ?? ''))),
    property('og:image:height', has(String(image?.height ?? ''))),
    property('og:image:alt', has(leadPhoto?.alt ?? '')),
    property('article:published_time', instantText(story.dateline.date ?? story.schedule ?? '')),
    property('article:modified_time', instantText(story.updatedAt)),
    property('article:section', story.section),
    story.keywords.map((keyword) => property('article:tag', keyword)),
    named('twitter:card', picture === '' ? 'summary' : 'summary_large_image'),
    named('twitter:title', title),
    named('twitter:description', description),
    named('twitter:image', picture),
    named('twitter:image:alt', has(leadPhoto?.alt ?? '')),
  ]}`;
}
