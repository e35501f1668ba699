import { shortHash } from '../../base/short-hash.ts';
import { createPhoto } from '../../story/create.ts';
import { safeLink } from '../../story/links.ts';
import { plainText } from '../../story/runs.ts';
import type { Block, FactBoxPart, ListItem, Photo, TableCell } from '../../story/schema.ts';
import { blockText } from '../../story/walk.ts';
import { attributeIn, htmlBlocks, htmlRuns } from '../html-runs.ts';
import { foreignBlock, trimmed, type Unit } from '../units.ts';
import { pieces, withoutDelimiters, type Piece } from './delimiters.ts';

const LABEL = /^(?:photo|ảnh)\s*:\s*/iu;

/** An image block's photo. Its `source` is the picture's address, for as long as it is only read. */
function photoIn(html: string): Photo | null {
  const tag = /<img\b[^>]*>/i.exec(html)?.[0];
  if (tag === undefined) return null;
  const below = /<figcaption[^>]*>([^]*?)<\/figcaption>/i.exec(html)?.[1] ?? '';
  const [, before = below, credit = ''] = /^([^]*?)\s*<span class="credit">([^]*?)<\/span>\s*$/i.exec(below) ?? [];
  return createPhoto({
    alt: attributeIn(tag, 'alt'),
    caption: trimmed(htmlRuns(before)),
    credit: plainText(htmlRuns(credit)).replace(LABEL, ''),
    source: attributeIn(tag, 'src'),
  });
}

function tableIn(html: string): Block | null {
  const rows = [...html.matchAll(/<tr\b[^>]*>([^]*?)<\/tr>/gi)].map(([, row = '']) => ({
    cells: [...row.matchAll(/<(t[hd])\b([^>]*)>([^]*?)<\/\1>/gi)].map(([, tag = '', rest = '', inner = '']) => {
      const cell: TableCell = { text: trimmed(htmlRuns(inner)) };
      if (tag.toLowerCase() === 'th') cell.header = true;
      const [colspan, rowspan] = [
        Number(attributeIn(` ${rest}`, 'colspan')),
        Number(attributeIn(` ${rest}`, 'rowspan')),
      ];
      if (colspan > 1 && colspan <= 100) cell.colspan = colspan;
      if (rowspan > 1 && rowspan <= 1000) cell.rowspan = rowspan;
      return cell;
    }),
  }));
  const filled = rows.filter(({ cells }) => cells.length > 0);
  return filled.length === 0 ? null : { type: 'table', id: 'none', rows: filled };
}

const only = (blocks: readonly Block[]): Block | null => (blocks.length === 1 ? (blocks[0] ?? null) : null);

/** The nested images of a gallery, in order; nothing where it holds anything else (a caption of its own). */
function galleryIn(inner: string): Block | null {
  const html = /^\s*<figure\b[^>]*>([^]*)<\/figure>\s*$/i.exec(inner)?.[1] ?? '';
  const parts = pieces(html);
  const photos = parts.map((part) => (part.name === 'core/image' ? photoIn(part.inner) : null));
  return photos.length > 0 && photos.every((photo) => photo !== null) ? { type: 'figure', id: 'none', photos } : null;
}

function quoteIn(type: 'quote' | 'pull-quote', inner: string): Block | null {
  const html = withoutDelimiters(inner);
  const said = [...html.matchAll(/<p\b[^>]*>([^]*?)<\/p>/gi)].map(([, text = '']) => text);
  const cite = /<cite\b[^>]*>([^]*?)<\/cite>/i.exec(html)?.[1] ?? '';
  if (/<(?:ul|ol|h\d|figure|table|pre)\b/i.test(html.replace(/<figure\b[^>]*>\s*<blockquote/i, ''))) return null;
  const text = said.flatMap((part, index) => (index > 0 ? [{ text: '\n' }, ...htmlRuns(part)] : htmlRuns(part)));
  return { type, id: 'none', text, attribution: trimmed(htmlRuns(cite)) };
}

function boxIn(inner: string): Block | null {
  const html = /^\s*<div\b[^>]*>([^]*)<\/div>\s*$/i.exec(inner)?.[1] ?? '';
  const blocks = pieces(html).map((part) => blockOf(part));
  const [first] = blocks;
  const title = first?.type === 'heading' ? first.text : [];
  const rest = first?.type === 'heading' ? blocks.slice(1) : blocks;
  const parts = rest.filter((part): part is FactBoxPart => part?.type === 'paragraph' || part?.type === 'list');
  if (parts.length !== rest.length) return null;
  return {
    type: 'fact-box',
    id: 'none',
    title,
    blocks: parts.length > 0 ? parts : [{ type: 'paragraph', id: 'none', text: [] }],
  };
}

function cardIn(inner: string): Block | null {
  const [, body = ''] = /<p\b[^>]*>([^]*?)<\/p>/i.exec(inner) ?? [];
  const [name = '', ...about] = body.split(/<br\s*\/?>/i);
  const url = safeLink(attributeIn(/<a\b[^>]*>/i.exec(name)?.[0] ?? '', 'href'));
  if (url === null) return null;
  const title = plainText(htmlRuns(name));
  return {
    type: 'embed',
    id: 'none',
    url,
    title: title === url ? '' : title,
    description: plainText(htmlRuns(about.join('<br>'))),
  };
}

const classNames = ({ attributes }: Piece): string =>
  typeof attributes['className'] === 'string' ? attributes['className'] : '';

function paragraphIn(piece: Piece): Block | null {
  if (classNames(piece).includes('copydesk-card')) return cardIn(piece.inner);
  const text = /<p\b[^>]*>([^]*)<\/p>/i.exec(piece.inner)?.[1];
  return text === undefined ? null : { type: 'paragraph', id: 'none', text: trimmed(htmlRuns(text)) };
}

function headingIn({ inner }: Piece): Block | null {
  const [, level = '', text = ''] = /<h([2-4])\b[^>]*>([^]*)<\/h\1>/i.exec(inner) ?? [];
  const number = Number(level);
  if (number !== 2 && number !== 3 && number !== 4) return null;
  return { type: 'heading', id: 'none', level: number, text: trimmed(htmlRuns(text)) };
}

/** What the core block says, as a block of a story; null where a story has no such block, or not all of this one. */
function blockOf(piece: Piece): Block | null {
  switch (piece.name) {
    case 'core/paragraph':
      return paragraphIn(piece);
    case 'core/heading':
      return headingIn(piece);
    case 'core/list': {
      const list = only(htmlBlocks(withoutDelimiters(piece.inner)));
      return list?.type === 'list' ? list : null;
    }
    case 'core/quote':
      return quoteIn('quote', piece.inner);
    case 'core/pullquote':
      return quoteIn('pull-quote', piece.inner);
    case 'core/image': {
      const photo = photoIn(piece.inner);
      return photo && { type: 'figure', id: 'none', photos: [photo] };
    }
    case 'core/gallery':
      return galleryIn(piece.inner);
    case 'core/table':
      return /<figcaption/i.test(piece.inner) ? null : tableIn(piece.inner);
    case 'core/separator':
      return { type: 'divider', id: 'none' };
    case 'core/group':
      return classNames(piece).includes('copydesk-fact-box') ? boxIn(piece.inner) : null;
    default:
      return null;
  }
}

/** The id that our mark gives it, of the story that it names. */
function markOf({ attributes }: Piece): { story: string; block: string } | null {
  const metadata = attributes['metadata'];
  const mark = typeof metadata === 'object' && metadata !== null && 'copydesk' in metadata ? metadata.copydesk : null;
  const [, story = '', block = ''] =
    /^([a-z0-9]{8,40})[.]([a-z0-9-]{4,40})$/.exec(typeof mark === 'string' ? mark : '') ?? [];
  return story === '' ? null : { story, block };
}

const withItemIds = (items: readonly ListItem[], name: string): ListItem[] =>
  items.map((item, index) => {
    const id = `${name}${index.toString(36)}`;
    return { ...item, id, ...(item.sub && { sub: { ...item.sub, items: withItemIds(item.sub.items, `${id}s`) } }) };
  });

/** The block under its id, and what is within it under ids made from that one. */
function named(block: Block, id: string): Block {
  const base = id.slice(0, 30);
  if (block.type === 'list') return { ...block, id, items: withItemIds(block.items, `${base}i`) };
  if (block.type === 'figure')
    return { ...block, id, photos: block.photos.map((photo, index) => ({ ...photo, id: `${base}p${index}` })) };
  if (block.type === 'fact-box')
    return { ...block, id, blocks: block.blocks.map((part, index) => named(part, `${base}b${index}`) as FactBoxPart) };
  return { ...block, id };
}

/** HTML outside any block (a post of the classic editor) as the blocks that it makes; what is no block stays whole. */
function classicUnits({ source }: Piece): { block: Block; source: string }[] {
  const blocks = htmlBlocks(source.replace(/\n{2,}/g, '<p>'));
  return blocks.length === 0 ? [] : blocks.map((block) => ({ block, source: '' }));
}

/**
 * A post's content as the units that it is made of. Same content, same ids. A core block whose attributes a story has no
 * place for (an alignment, a colour) is read for what it says; its source is what goes back while that stays unchanged.
 */
export function unitsOf(content: string): Unit[] {
  const units: Unit[] = [];
  const taken = new Set<string>();
  for (const piece of pieces(content)) {
    const parts = piece.name === null ? classicUnits(piece) : [{ block: blockOf(piece), source: piece.source }];
    for (const { block, source } of parts) {
      const text = withoutDelimiters(piece.inner);
      const read = block ?? foreignBlock('wordpress', source, htmlBlocks(text).map(blockText).join(' ').slice(0, 500));
      const mark = markOf(piece)?.block;
      const isOurs = mark !== undefined && !taken.has(mark);
      const id = isOurs ? mark : `w${units.length.toString(36)}${shortHash(source || blockText(read))}`.padEnd(4, '0');
      taken.add(id);
      units.push({ id, block: named(read, id), source });
    }
  }
  return units;
}

/** The id of the story whose mark the content bears; empty where it bears none. */
export function storyIn(content: string): string {
  for (const piece of pieces(content)) {
    const mark = markOf(piece);
    if (mark) return mark.story;
  }
  return '';
}
