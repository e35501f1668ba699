import type { ListItem } from '../../story/schema.ts';
import { markup, type Markup } from './markup.ts';
import { isBlankText, runsHtml } from './runs.ts';

function itemHtml(item: ListItem): Markup | null {
  const sub = item.sub ? listHtml(item.sub.ordered, item.sub.items) : null;
  if (!sub && isBlankText(item.text)) return null;
  return markup`<li>${runsHtml(item.text)}${sub && markup`\n${sub}`}</li>\n`;
}

/** A bulleted or numbered list with those nested in it, its `lang` where it has one; null where every item is empty. */
export function listHtml(isOrdered: boolean, items: readonly ListItem[], lang?: Markup): Markup | null {
  const written = items.map(itemHtml).filter((item) => item !== null);
  if (written.length === 0) return null;
  return isOrdered ? markup`<ol${lang}>\n${written}</ol>\n` : markup`<ul${lang}>\n${written}</ul>\n`;
}
