import type { Block, BlockOf, FactBoxPart, Run } from '../../story/schema.ts';
import { cardHtml } from './card.ts';
import { figureHtml } from './figure.ts';
import { languageTag } from './language.ts';
import { listHtml } from './list.ts';
import { isBlank } from '../clean.ts';
import { attribute, markup, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';
import { isBlankText, runsHtml } from './runs.ts';
import { tableHtml } from './table.ts';

/** `lang` of what is not in the language round it. */
const lang = (language: string | undefined): Markup =>
  attribute('lang', language === undefined ? null : languageTag(language));

function paragraphHtml(text: readonly Run[], language?: string): Markup | null {
  return isBlankText(text) ? null : markup`<p${lang(language)}>${runsHtml(text)}</p>\n`;
}

function headingHtml({ level, text, language }: BlockOf<'heading'>): Markup | null {
  if (isBlankText(text)) return null;
  switch (level) {
    case 2:
      return markup`<h2${lang(language)}>${runsHtml(text)}</h2>\n`;
    case 3:
      return markup`<h3${lang(language)}>${runsHtml(text)}</h3>\n`;
    case 4:
      return markup`<h4${lang(language)}>${runsHtml(text)}</h4>\n`;
  }
}

function quoteHtml({ text, attribution, language }: BlockOf<'quote'>): Markup | null {
  const said = paragraphHtml(text);
  const speaker = isBlankText(attribution) ? null : markup`<figcaption>${runsHtml(attribution)}</figcaption>\n`;
  if (!said && !speaker) return null;
  return markup`<figure class="quote"${lang(language)}>\n<blockquote>\n${said}</blockquote>\n${speaker}</figure>\n`;
}

function pullQuoteHtml({ text, attribution, language }: BlockOf<'pull-quote'>): Markup | null {
  const said = paragraphHtml(text);
  const speaker = isBlankText(attribution) ? null : markup`<p class="attribution">${runsHtml(attribution)}</p>\n`;
  if (!said && !speaker) return null;
  return markup`<aside class="pull-quote"${lang(language)}>\n${said}${speaker}</aside>\n`;
}

const partHtml = (part: FactBoxPart): Markup | null =>
  part.type === 'list'
    ? listHtml(part.ordered, part.items, lang(part.language))
    : paragraphHtml(part.text, part.language);

function factBoxHtml({ title, blocks }: BlockOf<'fact-box'>): Markup | null {
  const heading = isBlankText(title) ? null : markup`<h2>${runsHtml(title)}</h2>\n`;
  const parts = blocks.map(partHtml).filter((part) => part !== null);
  if (!heading && parts.length === 0) return null;
  return markup`<aside class="fact-box">\n${heading}${parts}</aside>\n`;
}

function unknownHtml({ original, fallback }: BlockOf<'unknown'>): Markup | null {
  if (isBlank(fallback)) return null;
  const kind = typeof original.type === 'string' ? original.type : 'unknown';
  return markup`<p${attribute('data-kind', kind)}>${fallback}</p>\n`;
}

/** A block of the body; null where it is empty and the page would show nothing. */
export function blockHtml(block: Block, page: PageContext): Markup | null {
  switch (block.type) {
    case 'paragraph':
      return paragraphHtml(block.text, block.language);
    case 'heading':
      return headingHtml(block);
    case 'list':
      return listHtml(block.ordered, block.items, lang(block.language));
    case 'quote':
      return quoteHtml(block);
    case 'pull-quote':
      return pullQuoteHtml(block);
    case 'figure':
      return figureHtml(block, page);
    case 'fact-box':
      return factBoxHtml(block);
    case 'table':
      return tableHtml(block, page.words.table);
    case 'divider':
      return markup`<hr>\n`;
    case 'embed':
      return cardHtml(block);
    case 'unknown':
      return unknownHtml(block);
  }
}
