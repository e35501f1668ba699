import { canonicalJson } from '../base/json.ts';
import { plainRuns } from '../story/runs.ts';
import type { Block, ListItem, MediaFile, Photo, Run } from '../story/schema.ts';
import type { BlockLook, PartName } from './result.ts';

/** One text of a block, with the key by which it is found again in another version. */
export interface Part {
  key: string;
  part: PartName;
  number: number;
  depth: number;
  text: readonly Run[];
}

export type MediaFiles = Record<string, MediaFile>;

const single = (part: PartName, text: readonly Run[]): Part => ({ key: part, part, number: 0, depth: 0, text });

function itemParts(items: readonly ListItem[], depth: number): Part[] {
  return items.flatMap(({ id, text, sub }) => [
    { key: `item ${id}`, part: 'item' as const, number: 0, depth, text },
    ...(sub ? itemParts(sub.items, depth + 1) : []),
  ]);
}

/** Values by their names, as lines. */
function said(details: Record<string, unknown>): string {
  return Object.entries(details)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : canonicalJson(value)}`)
    .join('\n');
}

function photoParts(photo: Photo, number: number, media: MediaFiles): Part[] {
  const { id, caption, alt, credit, source, rights, media: picture, ...details } = photo;
  const name = picture === null ? '' : (media[picture]?.name ?? picture);
  const texts: [PartName, readonly Run[]][] = [
    ['media', plainRuns(name)],
    ['caption', caption],
    ['credit', plainRuns(credit)],
    ['alt', plainRuns(alt)],
    ['source', plainRuns(source)],
    ['rights', plainRuns(rights)],
    ['details', plainRuns(said(details))],
  ];
  return texts.map(([part, text]) => ({ key: `${part} ${id}`, part, number, depth: 0, text }));
}

/** Every text of a block, in reading order. */
export function partsOf(block: Block, media: MediaFiles): Part[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [single('text', block.text)];
    case 'list':
      return itemParts(block.items, 0);
    case 'quote':
    case 'pull-quote':
      return [single('text', block.text), single('attribution', block.attribution)];
    case 'figure':
      return block.photos.flatMap((photo, index) => photoParts(photo, block.photos.length > 1 ? index + 1 : 0, media));
    case 'fact-box':
      return [
        single('title', block.title),
        ...block.blocks.flatMap((inner) =>
          inner.type === 'list'
            ? itemParts(inner.items, 0)
            : [{ key: `text ${inner.id}`, part: 'text' as const, number: 0, depth: 0, text: inner.text }],
        ),
      ];
    case 'table':
      return block.rows.flatMap(({ cells }, row) =>
        cells.map((cell, column) => ({
          key: `cell ${row} ${column}`,
          part: 'cell' as const,
          number: row + 1,
          depth: 0,
          text: cell.text,
        })),
      );
    case 'divider':
      return [];
    case 'embed':
      return [
        single('title', plainRuns(block.title)),
        single('description', plainRuns(block.description)),
        single('url', plainRuns(block.url)),
      ];
    case 'unknown':
      return [single('fallback', plainRuns(block.fallback))];
  }
}

/** What the block is, its level or numbering included. */
export function lookOf(block: Block): BlockLook {
  if (block.type === 'heading') return `heading-${block.level}`;
  if (block.type === 'list') return block.ordered ? 'numbered-list' : 'bulleted-list';
  return block.type;
}
