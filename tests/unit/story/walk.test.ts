import { describe, expect, test } from 'vitest';
import { createPhoto, createStory } from '../../../src/story/create.ts';
import { storyWords } from '../../../src/story/measure.ts';
import { plainRuns } from '../../../src/story/runs.ts';
import { blockSchema, type Block } from '../../../src/story/schema.ts';
import { blockText, photosOf } from '../../../src/story/walk.ts';
import { p, story } from './build.ts';

const t = plainRuns;
const bridge = createPhoto({ alt: 'A bridge', caption: t('The bridge at dawn.') });
const boat = createPhoto({ caption: t('A boat.') });

const EXAMPLES: Record<Block['type'], [Block, string]> = {
  paragraph: [p('para', 'Water rose.'), 'Water rose.'],
  heading: [{ type: 'heading', id: 'head', level: 3, text: t('At night') }, 'At night'],
  list: [
    {
      type: 'list',
      id: 'list',
      ordered: true,
      items: [
        { id: 'item', text: t('one'), sub: { ordered: false, items: [{ id: 'itemb', text: t('one and a half') }] } },
        { id: 'itemc', text: t('two') },
      ],
    },
    'one\none and a half\ntwo',
  ],
  quote: [{ type: 'quote', id: 'quot', text: t('Run!'), attribution: t('A neighbour') }, 'Run!\nA neighbour'],
  'pull-quote': [{ type: 'pull-quote', id: 'pull', text: t('Run!'), attribution: [] }, 'Run!'],
  figure: [{ type: 'figure', id: 'figu', photos: [bridge, boat] }, 'The bridge at dawn.\nA boat.'],
  'fact-box': [
    { type: 'fact-box', id: 'fact', title: t('In short'), blocks: [p('fpar', 'Two metres.')] },
    'In short\nTwo metres.',
  ],
  table: [
    {
      type: 'table',
      id: 'tabl',
      rows: [
        { cells: [{ text: t('Town'), header: true }, { text: t('Level') }] },
        { cells: [{ text: t('Hải Phú'), colspan: 2 }] },
      ],
    },
    'Town\nLevel\nHải Phú',
  ],
  divider: [{ type: 'divider', id: 'divi' }, ''],
  embed: [{ type: 'embed', id: 'embe', url: 'https://a.example/', title: 'Live map', description: '' }, 'Live map'],
  unknown: [{ type: 'unknown', id: 'unkn', original: { type: 'poll' }, fallback: 'Who wins?' }, 'Who wins?'],
};

describe('the readable text', () => {
  test.each(Object.entries(EXAMPLES))('of a %s has every part in reading order', (_, [block, text]) => {
    expect(blockSchema.parse(block)).toEqual(block);
    expect(blockText(block)).toBe(text);
  });

  test('is asked of every kind of block', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(blockSchema.options.map((option) => option.shape.type.value).sort());
  });

  test('of a link card without a title is its address', () => {
    expect(blockText({ type: 'embed', id: 'embe', url: 'https://a.example/', title: '', description: '' })).toBe(
      'https://a.example/',
    );
  });
});

describe('a story', () => {
  test('counts the words of its body and captions', () => {
    expect(storyWords(story('Flood', p('lead', 'Water rose, fast.'), EXAMPLES.figure[0]))).toBe(3 + 4 + 2);
    expect(storyWords(story('Lũ', p('lead', 'Nước sông dâng 2,5 m.')))).toBe(5);
  });

  test('gives its photos in reading order', () => {
    expect(photosOf(story('Flood', EXAMPLES.figure[0], p('lead', 'Water rose.')))).toEqual([bridge, boat]);
  });

  test('begins with one empty paragraph and dates that bear an offset', () => {
    const fresh = createStory({ language: 'vi', headline: 'Lũ' });
    expect(fresh).toMatchObject({
      headline: 'Lũ',
      language: 'vi',
      kicker: '',
      body: [{ type: 'paragraph', text: [] }],
    });
    expect(fresh.createdAt).toMatch(/[+-]\d\d:\d\d$/);
    expect(createStory({ language: 'vi' }).id).not.toBe(fresh.id);
  });
});
