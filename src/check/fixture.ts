import { createPhoto, createStory } from '../story/create.ts';
import { plainRuns } from '../story/runs.ts';
import type { Block, Photo, Run, Story } from '../story/schema.ts';
import type { CheckOptions } from './check.ts';

/** One story for a rule: what is wrong with it, or what looks like it and is not. */
export interface Case {
  what: string;
  story: Story;
  options?: CheckOptions;
  /** What the rule points at: the selected text, or the place's name. Empty for a near miss. */
  finds: string[];
}

/** The stories that show what one rule catches and what it leaves alone. */
export interface Fixture {
  rule: string;
  trips: Case[];
  misses: Case[];
}

type Text = string | Run[];
const runs = (text: Text): Run[] => (typeof text === 'string' ? plainRuns(text) : text);

let count = 0;
const id = (kind: string): string => `${kind}${String(++count).padStart(6, '0')}`;

export const p = (text: Text): Block => ({ type: 'paragraph', id: id('para'), text: runs(text) });
export const h = (level: 2 | 3 | 4, text: string): Block => ({
  type: 'heading',
  id: id('head'),
  level,
  text: runs(text),
});
export const quote = (text: string, attribution = ''): Block => ({
  type: 'quote',
  id: id('quot'),
  text: runs(text),
  attribution: runs(attribution),
});
export const pullQuote = (text: string, attribution = ''): Block => ({
  ...(quote(text, attribution) as Extract<Block, { type: 'quote' }>),
  type: 'pull-quote',
});
export const list = (...items: string[]): Block => ({
  type: 'list',
  id: id('list'),
  ordered: false,
  items: items.map((text) => ({ id: id('item'), text: runs(text) })),
});
/** A table of plain cells; the first row is its head. */
export const table = (...rows: string[][]): Block => ({
  type: 'table',
  id: id('tabl'),
  rows: rows.map((cells, row) => ({
    cells: cells.map((text) => ({ text: runs(text), ...(row === 0 ? { header: true } : {}) })),
  })),
});
export const link = (text: string, href: string): Run => ({ text, href });

const MEDIA = 'a'.repeat(64);
const file = { type: 'image/jpeg', name: 'bridge.jpg', width: 1600, height: 1066, bytes: 1000 };

/** A figure of photos in which nothing is wrong but what is given. */
export function photo(...fields: (Partial<Omit<Photo, 'caption'>> & { caption?: Text })[]): Block {
  return {
    type: 'figure',
    id: id('figu'),
    photos: fields.map(({ caption = '', ...rest }) =>
      createPhoto({
        id: id('phot'),
        media: MEDIA,
        alt: 'Cây cầu bắc qua sông',
        credit: 'Hữu Nghĩa',
        source: 'BPTV',
        caption: runs(caption),
        ...rest,
      }),
    ),
  };
}

const story =
  (language: string) =>
  (fields: Partial<Story>, ...body: Block[]): Story =>
    createStory({ language, createdAt: '2025-06-12T09:00:00.000+07:00', media: { [MEDIA]: file }, ...fields, body });

export const vi = story('vi');
export const en = story('en');
