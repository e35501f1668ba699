import { describe, expect, it } from 'vitest';
import { renamed, theirStory, type Unit } from '../../../src/cms/units.ts';
import { createStory } from '../../../src/story/create.ts';
import type { Block } from '../../../src/story/schema.ts';

const paragraph = (id: string, text: string): Unit => ({
  id,
  block: { type: 'paragraph', id, text: [{ text }] },
  source: `<p>${text}</p>`,
});
const heading = (id: string, text: string): Unit => ({
  id,
  block: { type: 'heading', id, level: 2, text: [{ text }] },
  source: `<h2>${text}</h2>`,
});
const ids = (units: readonly Unit[]): string[] => units.map(({ id }) => id);

const left = [
  paragraph('kicker', 'Thời sự'),
  paragraph('lead', 'Nước lên nhanh.'),
  heading('head', 'Sơ tán 1.200 hộ'),
  paragraph('more', 'Cầu Đông Hải đã đóng.'),
  paragraph('byline', 'Trần An'),
];

describe('the blocks of a post whose marks somebody’s editor took off', () => {
  it('are known by what they say, and those that were rewritten by what they stand between', () => {
    const there = [
      paragraph('x1', 'Thời sự'),
      paragraph('x2', 'Nước lên rất nhanh trong đêm.'),
      heading('x3', 'Sơ tán 1.200 hộ'),
      paragraph('x4', 'Cầu Đông Hải đã đóng.'),
      paragraph('x5', 'Trần An - Lê Hà'),
    ];
    expect(ids(renamed(there, left))).toEqual(['kicker', 'lead', 'head', 'more', 'byline']);
  });

  it('stay strangers where the post is another altogether: none of its paragraphs is our kicker or byline', () => {
    expect(ids(renamed([paragraph('x1', 'Bài của tòa soạn.')], left))).toEqual(['lead']);
    expect(ids(renamed([], left))).toEqual([]);
  });

  it('make one story with ours: a paragraph that came in is new, one that was rewritten is the old one', () => {
    const body: Block[] = left.flatMap(({ id, block }) => (id === 'kicker' || id === 'byline' ? [] : [block]));
    const story = createStory({ language: 'vi', kicker: 'Thời sự', byline: { text: 'Trần An', people: [] }, body });
    const there = [
      paragraph('x1', 'Thời sự'),
      paragraph('x2', 'Nước lên nhanh.'),
      heading('x3', 'Sơ tán 1.300 hộ'),
      paragraph('x4', 'Cầu Đông Hải đã đóng.'),
      paragraph('x5', 'Hai xã mất điện.'),
      paragraph('x6', 'Trần An'),
    ];
    const theirs = theirStory(story, left, there);
    expect(theirs.body.map(({ id }) => id)).toEqual(['lead', 'head', 'more', 'x5']);
    expect(theirs.body[1]).toMatchObject({ text: [{ text: 'Sơ tán 1.300 hộ' }] });
    expect(theirs).toMatchObject({ kicker: 'Thời sự', byline: { text: 'Trần An' } });
  });
});
