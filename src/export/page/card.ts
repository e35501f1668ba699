import type { BlockOf } from '../../story/schema.ts';
import { isBlank } from '../clean.ts';
import { attribute, markup, type Markup } from './markup.ts';
import { linkAddress } from './runs.ts';

/** The place an address leads to, without the name that `https://bank.example@elsewhere.example` pretends. */
const hostOf = (address: string): string => /^https?:\/\/(?:[^/?#\\]*@)?([^/?#@\\]+)/i.exec(address)?.[1] ?? address;

/** An embed as a card with a plain link: nothing of the other site is loaded. Null where it says nothing. */
export function cardHtml({ url, title, description }: BlockOf<'embed'>): Markup | null {
  const href = linkAddress(url);
  const name = isBlank(title) ? url : title;
  if (isBlank(name) && isBlank(description)) return null;
  const about = isBlank(description) ? null : markup`<span class="about">${description}</span>`;
  const where = href === null || isBlank(title) ? null : markup`<span class="where">${hostOf(href)}</span>`;
  const card = markup`<span class="name">${name}</span>${about}${where}`;
  const link = href === null ? card : markup`<a${attribute('href', href)} rel="noopener">${card}</a>`;
  return markup`<p class="card">${link}</p>\n`;
}
