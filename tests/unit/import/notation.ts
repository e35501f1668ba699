import { expect } from 'vitest';
import { htmlToBlocks } from '../../../src/import/html/index.ts';
import type { Imported } from '../../../src/import/imported.ts';
import { tidyRuns } from '../../../src/story/runs.ts';
import { blockSchema, type Block, type Mark, type Run } from '../../../src/story/schema.ts';

// Blocks as one would say them: `p('Water ', b('rose'), '.')`. Ids are left out: an import makes fresh ones.

type Words = (string | Run)[];
interface Item {
  text: Run[];
  sub?: { ordered: boolean; items: Item[] };
}
interface Cell {
  text: Run[];
  header?: true;
  colspan?: number;
  rowspan?: number;
}

export const runs = (...words: Words): Run[] =>
  tidyRuns(words.map((word) => (typeof word === 'string' ? { text: word } : word)));

const marked =
  (...marks: Mark[]) =>
  (word: string | Run): Run => {
    const run = typeof word === 'string' ? { text: word } : word;
    return { ...run, marks: [...(run.marks ?? []), ...marks] };
  };
export const b = marked('strong');
export const i = marked('emphasis');
export const u = marked('underline');
export const s = marked('strike');
export const sub = marked('sub');
export const sup = marked('sup');
export const code = marked('code');
export const link = (href: string, word: string | Run): Run => ({
  ...(typeof word === 'string' ? { text: word } : word),
  href,
});

export const p = (...words: Words) => ({ type: 'paragraph', text: runs(...words) });
const heading =
  (level: number) =>
  (...words: Words) => ({ type: 'heading', level, text: runs(...words) });
export const h2 = heading(2);
export const h3 = heading(3);
export const h4 = heading(4);

export const li = (word: string | Run, under?: { ordered: boolean; items: Item[] }): Item => ({
  text: runs(word),
  ...(under && { sub: { ordered: under.ordered, items: under.items } }),
});
const list =
  (ordered: boolean) =>
  (...items: (string | Item)[]) => ({
    type: 'list',
    ordered,
    items: items.map((one) => (typeof one === 'string' ? li(one) : one)),
  });
export const ul = list(false);
export const ol = list(true);

export const quote = (text: string | Words, by: string | Words = []) => ({
  type: 'quote',
  text: runs(...[text].flat()),
  attribution: runs(...[by].flat()),
});
export const photo = (fields: { alt?: string; caption?: Words; credit?: string }) => ({
  media: null,
  alt: fields.alt ?? '',
  caption: runs(...(fields.caption ?? [])),
  credit: fields.credit ?? '',
  source: '',
  rights: '',
});
export const figure = (...photos: Parameters<typeof photo>[0][]) => ({ type: 'figure', photos: photos.map(photo) });
export const box = (title: string, ...blocks: object[]) => ({ type: 'fact-box', title: runs(title), blocks });
export const td = (word: string | Run, spans: Omit<Cell, 'text'> = {}): Cell => ({
  text: word === '' ? [] : runs(word),
  ...spans,
});
export const th = (word: string, spans: Omit<Cell, 'text'> = {}): Cell => td(word, { header: true, ...spans });
export const table = (...rows: (string | Cell)[][]) => ({
  type: 'table',
  rows: rows.map((cells) => ({ cells: cells.map((one) => (typeof one === 'string' ? td(one) : one)) })),
});
export const divider = { type: 'divider' };

function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'id')
      .map(([key, part]) => [key, withoutIds(part)]),
  );
}

/** The blocks as the notation writes them. */
export const bare = (blocks: readonly Block[]): unknown => withoutIds(blocks);

/** What the page becomes; every block is checked against the story's schema, and every id is another. */
export function read(html: string): Imported {
  const result = htmlToBlocks(html);
  if (!result.ok) throw new Error(result.failure.detail);
  for (const block of result.value.blocks) expect(blockSchema.safeParse(block).error).toBeUndefined();
  const ids = [...JSON.stringify(result.value.blocks).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  return result.value;
}

/** The page's blocks in the notation. */
export const blocksOf = (html: string): unknown => bare(read(html).blocks);
