import type { Block, BlockOf, MediaFile, Photo, Run, Story } from '../../../src/story/schema.ts';
import { createStory } from '../../../src/story/create.ts';

/** Text in the tests' language: a plain string, or runs. */
export type Words = string | Run[];
const runs = (words: Words): Run[] => (typeof words === 'string' ? (words === '' ? [] : [{ text: words }]) : words);

let next = 0;
const id = (): string => `b${String(++next).padStart(9, '0')}`;

export const p = (words: Words): BlockOf<'paragraph'> => ({ type: 'paragraph', id: id(), text: runs(words) });
export const h = (level: 2 | 3 | 4, words: Words): Block => ({ type: 'heading', id: id(), level, text: runs(words) });
export const quote = (words: Words, who: Words = ''): Block => ({
  type: 'quote',
  id: id(),
  text: runs(words),
  attribution: runs(who),
});
export const pullQuote = (words: Words, who: Words = ''): Block => ({
  type: 'pull-quote',
  id: id(),
  text: runs(words),
  attribution: runs(who),
});
export const divider = (): Block => ({ type: 'divider', id: id() });
export const embed = (url: string, title = '', description = ''): Block => ({
  type: 'embed',
  id: id(),
  url,
  title,
  description,
});
export const unknown = (type: string, fallback: string): Block => ({
  type: 'unknown',
  id: 'unknown001',
  original: { type, id: 'unknown001', text: fallback },
  fallback,
});

type Item = Words | { text: Words; sub: Item[]; ordered?: boolean };
const item = (from: Item): BlockOf<'list'>['items'][number] =>
  typeof from === 'string' || Array.isArray(from)
    ? { id: id(), text: runs(from) }
    : { id: id(), text: runs(from.text), sub: { ordered: from.ordered ?? false, items: from.sub.map(item) } };
export const bullets = (...items: Item[]): BlockOf<'list'> => ({
  type: 'list',
  id: id(),
  ordered: false,
  items: items.map(item),
});
export const numbers = (...items: Item[]): BlockOf<'list'> => ({ ...bullets(...items), ordered: true });

export const factBox = (title: Words, ...blocks: (BlockOf<'paragraph'> | BlockOf<'list'>)[]): Block => ({
  type: 'fact-box',
  id: id(),
  title: runs(title),
  blocks,
});

type Cell = BlockOf<'table'>['rows'][number]['cells'][number];
export const th = (words: Words, spans: Partial<Cell> = {}): Cell => ({ ...spans, text: runs(words), header: true });
export const td = (words: Words, spans: Partial<Cell> = {}): Cell => ({ ...spans, text: runs(words) });
export const table = (...rows: Cell[][]): Block => ({
  type: 'table',
  id: id(),
  rows: rows.map((cells) => ({ cells })),
});

/** A picture that the tests have: its bytes, and what the story says of it. */
export interface Original {
  id: string;
  bytes: Uint8Array;
  file: MediaFile;
}

export async function picture(name: string, content = name, type = 'image/jpeg'): Promise<Original> {
  const bytes = new TextEncoder().encode(content);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id: hex, bytes, file: { type, name, width: 1200, height: 800, bytes: bytes.length } };
}

export const photo = (
  of: Original | null,
  fields: Partial<Omit<Photo, 'caption'>> & { caption?: Words } = {},
): Photo => ({
  id: id(),
  media: of?.id ?? null,
  alt: '',
  credit: '',
  source: '',
  rights: '',
  ...fields,
  caption: runs(fields.caption ?? ''),
});
export const figure = (...photos: Photo[]): Block => ({ type: 'figure', id: id(), photos });

/** A story with these fields and blocks; everything else is empty. */
export function story(fields: Partial<Story>, ...body: Block[]): Story {
  return createStory({
    id: 'astorywithanid234567',
    language: 'en',
    createdAt: '2025-06-12T09:00:00.000+07:00',
    updatedAt: '2025-06-12T10:30:00.000+07:00',
    ...fields,
    body,
  });
}

/** What an export is made from: the story with these pictures belonging to it. */
export function withPictures(
  of: Story,
  ...originals: Original[]
): { story: Story; media: (id: string) => Uint8Array | undefined } {
  const media = Object.fromEntries(originals.map((original) => [original.id, original.file]));
  return { story: { ...of, media }, media: (wanted) => originals.find((original) => original.id === wanted)?.bytes };
}
