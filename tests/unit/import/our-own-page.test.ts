import { describe, expect, it } from 'vitest';
import { htmlFragment } from '../../../src/export/page/fragment.ts';
import { htmlPage } from '../../../src/export/page/page.ts';
import { createPhoto, createStory } from '../../../src/story/create.ts';
import type { Block } from '../../../src/story/schema.ts';
import { b, bare, i, link, read, runs } from './notation.ts';

const words = runs('Water ', b('rose'), ' and ', link('https://example.org/?a=1', i('fell')), '.\nTwice.');
const blocks: Block[] = [
  { type: 'paragraph', id: 'para1', text: words },
  { type: 'heading', id: 'head1', level: 2, text: runs('One') },
  { type: 'heading', id: 'head2', level: 3, text: runs('Two') },
  { type: 'heading', id: 'head3', level: 4, text: runs('Three') },
  {
    type: 'list',
    id: 'list1',
    ordered: true,
    items: [
      { id: 'item1', text: words, sub: { ordered: false, items: [{ id: 'item2', text: runs('a') }] } },
      { id: 'item3', text: runs('b') },
    ],
  },
  { type: 'list', id: 'list2', ordered: false, items: [{ id: 'item4', text: runs('c') }] },
  { type: 'quote', id: 'quote1', text: words, attribution: runs('Mai ', b('Lan')) },
  { type: 'quote', id: 'quote2', text: words, attribution: [] },
  { type: 'pull-quote', id: 'pull1', text: runs('Never so high'), attribution: runs('Mai Lan') },
  {
    type: 'fact-box',
    id: 'box1',
    title: runs('The flood'),
    blocks: [
      { type: 'paragraph', id: 'para2', text: words },
      { type: 'list', id: 'list3', ordered: false, items: [{ id: 'item5', text: runs('d') }] },
    ],
  },
  {
    type: 'table',
    id: 'table1',
    rows: [
      {
        cells: [
          { text: runs('Day'), header: true },
          { text: runs('Level'), header: true, colspan: 2 },
        ],
      },
      { cells: [{ text: runs('Mon'), header: true, rowspan: 2 }, { text: words }, { text: [] }] },
      { cells: [{ text: runs('a') }, { text: runs('b') }] },
    ],
  },
  { type: 'divider', id: 'divider1' },
  { type: 'embed', id: 'embed1', url: 'https://example.org/a', title: 'The report', description: 'All of it' },
  { type: 'paragraph', id: 'para3', text: runs('End.') },
];
const figures: Block[] = [
  { type: 'figure', id: 'figure1', photos: [createPhoto({ alt: 'A bridge', caption: words, credit: 'Le Ha' })] },
  {
    type: 'figure',
    id: 'figure2',
    photos: [createPhoto({ caption: runs('Left'), credit: 'Le Ha' }), createPhoto({ alt: 'Right' })],
  },
];

const page = async (language: string, body: Block[]): Promise<string> => {
  const story = createStory({ language, headline: 'River', body });
  return new TextDecoder().decode(await htmlPage({ story, images: () => [] }));
};

describe('our own HTML', () => {
  it('comes back from the clipboard as the same blocks', () => {
    expect(bare(read(htmlFragment(blocks)).blocks)).toEqual(bare(blocks));
  });

  it.each(['en', 'vi'])(
    'comes back from an exported page as the same blocks, under the headline (%s)',
    async (language) => {
      const [headline, ...body] = read(await page(language, [...blocks, ...figures])).blocks;
      expect(headline).toMatchObject({ type: 'heading', text: [{ text: 'River' }] });
      expect(bare(body)).toEqual(bare([...blocks, ...figures]));
    },
  );
});
