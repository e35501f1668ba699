import { attribute, Markup, markup } from '../../export/page/markup.ts';
import { runsHtml } from '../../export/page/runs.ts';
import type { ListItem } from '../../story/schema.ts';
import { unescaped } from '../html-runs.ts';
import { childrenOf, itemsOf, memberText, nodesIn, runsOf, sayNode } from './content.ts';
import type { Node } from './lexical.ts';

const inline = (node: Node): Markup => runsHtml(runsOf(childrenOf(node)));

function listHtml(isOrdered: boolean, items: readonly ListItem[]): Markup {
  const tag = new Markup(isOrdered ? 'ol' : 'ul');
  const inner = items.map(
    ({ text, sub }) => markup`<li>${runsHtml(text)}${sub ? listHtml(sub.ordered, sub.items) : null}</li>`,
  );
  return markup`<${tag}>${inner}</${tag}>`;
}

function imageHtml(node: Node): Markup {
  const text = (name: string): string => memberText(node[name]);
  const size = (name: 'width' | 'height'): Markup =>
    attribute(name, typeof node[name] === 'number' ? String(node[name]) : null);
  const width = text('cardWidth') === 'wide' || text('cardWidth') === 'full' ? ` kg-width-${text('cardWidth')}` : '';
  const title = attribute('title', text('title') || null);
  const image = markup`<img${attribute('src', text('src'))} class="kg-image"${attribute('alt', text('alt'))}${title}${size('width')}${size('height')}>`;
  const linked = text('href') === '' ? image : markup`<a${attribute('href', text('href'))}>${image}</a>`;
  // Ghost keeps a caption as HTML, and gives it back as it got it.
  const caption = text('caption') === '' ? null : markup`<figcaption>${new Markup(text('caption'))}</figcaption>`;
  return markup`<figure class="kg-card kg-image-card${width}">${linked}${caption}</figure>`;
}

/** A link card as ours are; one with what its page gave (a picture, an icon) comes back without that. */
function bookmarkHtml(node: Node): Markup | null {
  const { title, description, ...more } = (node['metadata'] ?? {}) as Record<string, unknown>;
  if (memberText(node['caption']) !== '' || Object.values(more).some((value) => value !== '' && value !== null))
    return null;
  return markup`<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container"${attribute('href', memberText(node['url']))}><div class="kg-bookmark-content"><div class="kg-bookmark-title">${memberText(title)}</div><div class="kg-bookmark-description">${memberText(description)}</div></div></a></figure>`;
}

/** What Ghost gives an HTML card that everybody sees. */
const FOR_ALL = 'status:free,status:-free';
const isForAll = ({ visibility }: Node): boolean =>
  visibility === undefined ||
  JSON.stringify(visibility) ===
    JSON.stringify({ web: { nonMember: true, memberSegment: FOR_ALL }, email: { memberSegment: FOR_ALL } });

/** A node as HTML that Ghost makes the same node of; null where there is no such HTML. */
function nodeHtml(node: Node): Markup | null {
  switch (node.type) {
    case 'paragraph':
      return markup`<p>${inline(node)}</p>`;
    case 'heading':
    case 'extended-heading': {
      const tag = new Markup(/^h[1-6]$/.exec(memberText(node['tag']))?.[0] ?? 'h2');
      return markup`<${tag}>${inline(node)}</${tag}>`;
    }
    case 'list':
      return listHtml(node['listType'] === 'number', itemsOf(node));
    case 'quote':
    case 'extended-quote':
    case 'aside':
      return markup`<blockquote>${inline(node)}</blockquote>`;
    case 'image':
      return imageHtml(node);
    case 'horizontalrule':
      return markup`<hr>`;
    case 'bookmark':
      return bookmarkHtml(node);
    case 'html':
      if (!isForAll(node)) return null;
      return markup`<!--kg-card-begin: html-->\n${new Markup(memberText(node['html']))}\n<!--kg-card-end: html-->`;
    default:
      return null;
  }
}

/** Whether the post holds a card of Ghost's own that no HTML brings back: it may only go as it came. */
export const hasOwnCards = (lexical: string): boolean => nodesIn(lexical).some((node) => nodeHtml(node) === null);

/** A post's Lexical text as HTML for `?source=html`. A card that HTML has no form for is printed as a paragraph of its words. */
export const htmlOf = (lexical: string): string =>
  nodesIn(lexical)
    .map((node) => (nodeHtml(node) ?? markup`<p>${sayNode(node)}</p>`).source)
    .join('\n');

const TEXTS = ['paragraph', 'heading', 'extended-heading', 'quote', 'extended-quote', 'aside', 'list'];

/** The text of those paragraphs, headings, quotations and lists that a page, as HTML, does not show. */
export function notShown(lexical: string, page: string): string[] {
  const letters = (text: string): string => text.replace(/\s+/g, '');
  const shown = letters(unescaped(page.replace(/<[^>]*>/g, '')));
  const texts = nodesIn(lexical).filter(({ type }) => TEXTS.includes(type));
  return texts.map(sayNode).filter((text) => !shown.includes(letters(text)));
}

/** What Ghost makes of `htmlOf` again, as Lexical text: an aside comes back as a quotation, a foreign card as a paragraph. */
export function throughHtml(lexical: string): string {
  const children = nodesIn(lexical).map((node): Node => {
    if (node.type === 'aside') return { ...node, type: 'extended-quote' };
    if (nodeHtml(node) !== null) return node;
    return { ...node, type: 'paragraph', children: [{ type: 'extended-text', text: sayNode(node), format: 0 }] };
  });
  return JSON.stringify({ root: { type: 'root', children } });
}
