import { isBlank } from '../../export/clean.ts';
import { creditToPrint } from '../../export/credit.ts';
import { attribute, lines, markup } from '../../export/page/markup.ts';
import { isBlankText, linkAddress, runsHtml } from '../../export/page/runs.ts';
import type { ExportWords } from '../../export/words.ts';
import type { Block, BlockOf, FactBoxPart, ListItem, Photo, Run, TableCell } from '../../story/schema.ts';
import { block as core, type Attributes } from './delimiters.ts';

/** A photo's picture as the site's media library has it. */
export interface SiteImage {
  id: number;
  url: string;
}

/** What a block is written with. */
export interface Page {
  words: ExportWords;
  /** Undefined for a photo whose picture is still to be supplied. */
  image: (photo: Photo) => SiteImage | undefined;
}

// A square bracket could begin a shortcode, so it goes as an entity.
const rich = (runs: readonly Run[]): string => runsHtml(runs).source.replaceAll('[', '&#91;');
const plain = (text: string): string => lines(text).source.replaceAll('[', '&#91;');

/** A line of plain text as a paragraph, under a class of its own. */
export const line = (text: string, className: string, mark: Attributes): string =>
  paragraph(plain(text), { ...mark, className });

function paragraph(html: string, attributes: Attributes = {}): string {
  const name = typeof attributes['className'] === 'string' ? ` class="${attributes['className']}"` : '';
  return core('paragraph', attributes, `<p${name}>${html}</p>`);
}

function listItem(item: ListItem): string | null {
  const sub = item.sub ? list(item.sub.ordered, item.sub.items, {}) : null;
  if (sub === null && isBlankText(item.text)) return null;
  return core('list-item', {}, `<li>${rich(item.text)}${sub ?? ''}</li>`);
}

function list(isOrdered: boolean, items: readonly ListItem[], mark: Attributes): string | null {
  const inner = items.map(listItem).filter((item) => item !== null);
  if (inner.length === 0) return null;
  const tag = isOrdered ? 'ol' : 'ul';
  const attributes = isOrdered ? { ordered: true, ...mark } : mark;
  return core('list', attributes, `<${tag} class="wp-block-list">${inner.join('\n\n')}</${tag}>`);
}

const cite = (attribution: readonly Run[]): string =>
  isBlankText(attribution) ? '' : `<cite>${rich(attribution)}</cite>`;

function quote({ text, attribution }: BlockOf<'quote'>, mark: Attributes): string | null {
  if (isBlankText(text) && isBlankText(attribution)) return null;
  const said = isBlankText(text) ? '' : paragraph(rich(text));
  return core('quote', mark, `<blockquote class="wp-block-quote">${said}${cite(attribution)}</blockquote>`);
}

function pullQuote({ text, attribution }: BlockOf<'pull-quote'>, mark: Attributes): string | null {
  if (isBlankText(text) && isBlankText(attribution)) return null;
  const inner = `<blockquote><p>${rich(text)}</p>${cite(attribution)}</blockquote>`;
  return core('pullquote', mark, `<figure class="wp-block-pullquote">${inner}</figure>`);
}

/** Caption and credit as they are printed under the photo: WordPress has no field for the credit. */
export function captionHtml(photo: Photo, { words }: Pick<Page, 'words'>): string {
  const name = creditToPrint(photo);
  const credit = name === '' ? '' : `<span class="credit">${plain(words.credit + name)}</span>`;
  const caption = isBlankText(photo.caption) ? '' : rich(photo.caption);
  return [caption, credit].filter(Boolean).join(' ');
}

/** A photo still to come is words: the block editor's own empty image has no caption. */
function image(photo: Photo, page: Page, mark: Attributes): string {
  const caption = captionHtml(photo, page);
  const there = page.image(photo);
  if (!there) {
    const text = [page.words.photoToCome, photo.alt].filter((part) => !isBlank(part)).map(plain);
    return paragraph(`<em>${text.join(': ')}</em>${caption === '' ? '' : `<br>${caption}`}`, mark);
  }
  const alt = attribute('alt', photo.decorative ? '' : photo.alt);
  const source = markup`<img src="${there.url}"${alt} class="wp-image-${there.id}"/>`.source;
  const below = caption === '' ? '' : `<figcaption class="wp-element-caption">${caption}</figcaption>`;
  return core(
    'image',
    { id: there.id, sizeSlug: 'full', linkDestination: 'none', ...mark },
    `<figure class="wp-block-image size-full">${source.replaceAll('[', '&#91;')}${below}</figure>`,
  );
}

function figure({ photos }: BlockOf<'figure'>, page: Page, mark: Attributes): string {
  const [only] = photos;
  if (photos.length === 1 && only) return image(only, page, mark);
  // A gallery holds images alone: what is still to come follows it.
  const there = photos.filter((photo) => page.image(photo));
  const missing = photos.filter((photo) => !page.image(photo)).map((photo) => image(photo, page, {}));
  if (there.length === 0) return missing.join('\n\n');
  const inner = there.map((photo) => image(photo, page, {})).join('\n\n');
  const html = `<figure class="wp-block-gallery has-nested-images columns-default is-cropped">${inner}</figure>`;
  return [core('gallery', { linkTo: 'none', ...mark }, html), ...missing].join('\n\n');
}

function part(one: FactBoxPart): string | null {
  if (one.type === 'list') return list(one.ordered, one.items, {});
  return isBlankText(one.text) ? null : paragraph(rich(one.text));
}

function factBox({ title, blocks }: BlockOf<'fact-box'>, mark: Attributes): string | null {
  const heading = isBlankText(title)
    ? null
    : core('heading', { level: 3 }, `<h3 class="wp-block-heading">${rich(title)}</h3>`);
  const inner = [heading, ...blocks.map(part)].filter((one) => one !== null);
  if (inner.length === 0) return null;
  const html = `<div class="wp-block-group copydesk-fact-box">${inner.join('\n\n')}</div>`;
  return core('group', { ...mark, className: 'copydesk-fact-box' }, html);
}

function card({ url, title, description }: BlockOf<'embed'>, mark: Attributes): string | null {
  if (isBlank(url) && isBlank(title) && isBlank(description)) return null;
  const href = linkAddress(url);
  const name = plain(isBlank(title) ? url : title);
  const link = href === null ? name : `<a${attribute('href', href).source} rel="noopener">${name}</a>`;
  const about = isBlank(description) ? '' : `<br>${plain(description)}`;
  return paragraph(link + about, { ...mark, className: 'copydesk-card' });
}

function cell({ text, header, colspan, rowspan }: TableCell): string {
  const tag = header ? 'th' : 'td';
  const spans = [
    attribute('colspan', colspan ? String(colspan) : null),
    attribute('rowspan', rowspan ? String(rowspan) : null),
  ];
  return `<${tag}${markup`${spans}`.source}>${rich(text)}</${tag}>`;
}

function table({ rows }: BlockOf<'table'>, mark: Attributes): string {
  const html = rows.map(({ cells }) => `<tr>${cells.map(cell).join('')}</tr>`);
  const isHead = rows.length > 1 && rows[0]?.cells.every(({ header, rowspan }) => header && !rowspan);
  const head = isHead ? `<thead>${html[0]}</thead>` : '';
  const body = `<tbody>${html.slice(isHead ? 1 : 0).join('')}</tbody>`;
  return core(
    'table',
    { hasFixedLayout: false, ...mark },
    `<figure class="wp-block-table"><table>${head}${body}</table></figure>`,
  );
}

function unknown({ original, fallback }: BlockOf<'unknown'>, mark: Attributes): string | null {
  if (original['type'] === 'wordpress' && typeof original['source'] === 'string') return original['source'];
  return isBlank(fallback) ? null : paragraph(plain(fallback), mark);
}

/**
 * A block of the story as Gutenberg block markup, exactly as the core block itself saves it; null where it is empty. `mark`
 * carries our identifier in the block's `metadata`, which the block editor keeps.
 */
export function blockMarkup(block: Block, page: Page, mark: Attributes): string | null {
  switch (block.type) {
    case 'paragraph':
      return isBlankText(block.text) ? null : paragraph(rich(block.text), mark);
    case 'heading': {
      if (isBlankText(block.text)) return null;
      const { level, text } = block;
      return core(
        'heading',
        level === 2 ? mark : { level, ...mark },
        `<h${level} class="wp-block-heading">${rich(text)}</h${level}>`,
      );
    }
    case 'list':
      return list(block.ordered, block.items, mark);
    case 'quote':
      return quote(block, mark);
    case 'pull-quote':
      return pullQuote(block, mark);
    case 'figure':
      return figure(block, page, mark);
    case 'fact-box':
      return factBox(block, mark);
    case 'table':
      return table(block, mark);
    case 'divider':
      return core('separator', mark, '<hr class="wp-block-separator has-alpha-channel-opacity"/>');
    case 'embed':
      return card(block, mark);
    case 'unknown':
      return unknown(block, mark);
  }
}
