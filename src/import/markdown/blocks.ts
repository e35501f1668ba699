import type { Image, Paragraph, RootContent, TableRow } from 'mdast';
import { newBlockId } from '../../base/ids.ts';
import { createParagraph, createPhoto } from '../../story/create.ts';
import { plainRuns, plainText, tidyRuns } from '../../story/runs.ts';
import type { Block, BlockOf, ListItem, Run } from '../../story/schema.ts';
import { besidePath } from '../beside.ts';
import { tally } from '../receipt.ts';
import { inlineRuns } from './inline.ts';
import type { Reading } from './reading.ts';

type ListNode = Extract<RootContent, { type: 'list' }>;
type Quote = Extract<RootContent, { type: 'blockquote' }>;

const lines = (parts: readonly (readonly Run[])[]): Run[] =>
  tidyRuns(
    parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : [{ text: '\n' }, ...part])),
  );

function textOf(nodes: readonly RootContent[], reading: Reading): Run[] {
  return lines(nodes.map((node) => ('children' in node ? textInside(node, reading) : plainRuns(valueOf(node)))));
}

const valueOf = (node: RootContent): string => ('value' in node && node.type !== 'html' ? node.value : '');

function textInside(node: RootContent, reading: Reading): Run[] {
  if (node.type === 'paragraph' || node.type === 'heading') return inlineRuns(node.children, reading);
  return 'children' in node ? textOf(node.children, reading) : [];
}

function itemsOf(list: ListNode, reading: Reading): ListItem[] {
  return list.children.map((item) => {
    const under = item.children.find((child) => child.type === 'list');
    const text = textOf(
      item.children.filter((child) => child !== under),
      reading,
    );
    const made: ListItem = { id: newBlockId(), text };
    if (under) made.sub = { ordered: under.ordered ?? false, items: itemsOf(under, reading) };
    return made;
  });
}

/** A quotation; a last line that begins with a dash says who spoke. */
function quoteOf(node: Quote, reading: Reading): BlockOf<'quote'> {
  const parts = node.children.map((child) => textInside(child, reading));
  const last = parts.at(-1) ?? [];
  const speaker = parts.length > 1 ? /^[-–—]+\s*(.+)$/u.exec(plainText(last))?.[1] : undefined;
  return {
    type: 'quote',
    id: newBlockId(),
    text: lines(speaker === undefined ? parts : parts.slice(0, -1)),
    attribution: speaker === undefined ? [] : plainRuns(speaker),
  };
}

function tableOf(rows: readonly TableRow[], reading: Reading): BlockOf<'table'> {
  return {
    type: 'table',
    id: newBlockId(),
    rows: rows.map((row, index) => ({
      cells: row.children.map((cell) => ({
        text: inlineRuns(cell.children, reading),
        ...(index === 0 && { header: true }),
      })),
    })),
  };
}

/** A picture that stands alone in its paragraph is a photo; its file may lie beside the document. */
function figureOf(image: Image, reading: Reading): BlockOf<'figure'> {
  const id = newBlockId();
  const alt = reading.clean(image.alt ?? '');
  const path = besidePath(image.url);
  const isRemote = /^https?:/i.test(image.url);
  if (path !== null) reading.pictures.push({ photoId: id, alt, source: { kind: 'beside', path } });
  else {
    if (isRemote) reading.pictures.push({ photoId: id, alt, source: { kind: 'address', address: image.url } });
    tally(reading.receipt.dropped, isRemote ? 'remote-picture' : 'missing-picture');
  }
  const caption = plainRuns(reading.clean(image.title ?? ''));
  return { type: 'figure', id: newBlockId(), photos: [createPhoto({ id, alt, caption })] };
}

function paragraphOf(node: Paragraph, reading: Reading): Block[] {
  const images = node.children.filter((child) => child.type === 'image');
  const rest = node.children.filter((child) => child.type !== 'image');
  const isAlone = rest.every((child) => child.type === 'text' && child.value.trim() === '');
  if (images.length > 0 && isAlone) return images.map((image) => figureOf(image, reading));
  const text = inlineRuns(node.children, reading);
  return plainText(text).trim() === '' ? [] : [createParagraph(text)];
}

/** Markdown's blocks as the story's. */
export function blocksOf(nodes: readonly RootContent[], reading: Reading): Block[] {
  return nodes.flatMap((node): Block[] => {
    switch (node.type) {
      case 'paragraph':
        return paragraphOf(node, reading);
      case 'heading': {
        const level = node.depth <= 2 ? 2 : node.depth === 3 ? 3 : 4;
        if (level !== node.depth) tally(reading.receipt.changed, 'heading-level');
        const text = inlineRuns(node.children, reading);
        return text.length === 0 ? [] : [{ type: 'heading', id: newBlockId(), level, text }];
      }
      case 'list':
        return [{ type: 'list', id: newBlockId(), ordered: node.ordered ?? false, items: itemsOf(node, reading) }];
      case 'blockquote':
        return [quoteOf(node, reading)];
      case 'table':
        return [tableOf(node.children, reading)];
      case 'thematicBreak':
        return [{ type: 'divider', id: newBlockId() }];
      case 'code':
        tally(reading.receipt.changed, 'code-as-text');
        return node.value.trim() === ''
          ? []
          : [createParagraph([{ text: reading.clean(node.value), marks: ['code'] }])];
      case 'footnoteDefinition': {
        const text = textOf(node.children, reading);
        return [createParagraph([...plainRuns(`${node.label ?? node.identifier}. `), ...text])];
      }
      case 'html':
        return [...reading.htmlBlocks(node.value)];
      default:
        return [];
    }
  });
}
