import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../src/story/change.ts';
import { createPhoto } from '../../../src/story/create.ts';
import type { Block } from '../../../src/story/schema.ts';
import { changeInto, contentHash, isBigDeletion } from '../../../src/versions/index.ts';
import { p, story } from '../story/build.ts';

const photoId = 'a'.repeat(64);
const photo = (id: string | null): Block => ({
  type: 'figure',
  id: 'figu0001',
  photos: [{ ...createPhoto({ media: id, caption: [{ text: 'Cầu' }] }), id: 'phot0001' }],
});
const file = { type: 'image/jpeg', name: 'cau.jpg', width: 3, height: 2, bytes: 10 };
const flood = { ...story('Lũ', p('lead', 'Nước dâng.'), photo(photoId), p('end', 'Hết.')), media: { [photoId]: file } };

describe('the name of a story’s content', () => {
  test('is the same whenever it was saved and however its keys stand', async () => {
    const reordered = Object.fromEntries(Object.entries(flood).reverse()) as typeof flood;
    const name = await contentHash(flood);
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect(await contentHash({ ...reordered, updatedAt: '2031-01-01T00:00:00.000Z' })).toBe(name);
  });

  test('changes with a letter, a caption, a field, the order', async () => {
    const names = await Promise.all(
      [
        flood,
        { ...flood, headline: 'Lú' },
        { ...flood, body: flood.body.toReversed() },
        applyChange(flood, { blocks: { lead: p('lead', 'Nước dâng!') } }),
        applyChange(flood, { blocks: { figu0001: photo(null) } }),
      ].map(contentHash),
    );
    expect(new Set(names).size).toBe(5);
  });

  test('does not depend on a photo that was taken out', async () => {
    const without = { ...flood, body: [p('lead', 'Nước dâng.')] };
    expect(await contentHash(without)).toBe(await contentHash({ ...without, media: {} }));
  });
});

describe('the change into an older version', () => {
  test('gives that version, and touches nothing that is the same', async () => {
    const now = { ...flood, headline: 'Khác', body: [p('new', 'Mới.'), flood.body[2]!, p('lead', 'Sửa.')], media: {} };
    const change = changeInto(now, flood);
    expect(Object.keys(change.blocks).sort()).toEqual(['figu0001', 'lead', 'newx']);
    expect(change.fields).toEqual({ headline: 'Lũ' });
    expect(await contentHash(applyChange(now, change))).toBe(await contentHash(flood));
  });
});

describe('a big deletion', () => {
  const long = 'Nước lên nhanh ở các xã ven sông. '.repeat(20);
  const before = story('Lũ', p('one', long), p('two', long), p('three', 'Ngắn.'));

  test.each([
    ['everything selected and deleted', { blocks: { onex: null, twox: null }, order: ['three'] }, true],
    ['everything typed over', { blocks: { onex: p('one', 'A'), twox: null }, order: ['onex', 'three'] }, true],
    ['most of a paragraph', { blocks: { twox: p('two', 'Nước.') } }, true],
    ['blocks that the order leaves out', { blocks: {}, order: ['three'] }, true],
    ['a sentence', { blocks: { twox: p('two', long.slice(40)) } }, false],
    ['typing', { blocks: { three: p('three', 'Ngắn hơn.') } }, false],
    ['a paragraph split in two', { blocks: { onex: p('one', 'N'), half: p('half', long.slice(1)) } }, false],
    ['a paragraph moved', { blocks: {}, order: ['twox', 'onex', 'three'] }, false],
  ])('%s', (_, change, want) => {
    expect(isBigDeletion(before, change)).toBe(want);
  });
});
