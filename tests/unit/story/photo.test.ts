import { describe, expect, test } from 'vitest';
import { createParagraph, createPhoto, createStory } from '../../../src/story/create.ts';
import { usageState } from '../../../src/story/photo-rights.ts';
import { readStory } from '../../../src/story/read.ts';
import type { Photo, Story } from '../../../src/story/schema.ts';
import { leadPhotoOf } from '../../../src/story/walk.ts';

const MEDIA = 'a'.repeat(64);
const storyOf = (...photos: Photo[]): Story =>
  createStory({ language: 'vi', body: [createParagraph(), { type: 'figure', id: 'figure01', photos }] });
const stored = (story: Story): string => JSON.stringify(story.body);

const everything: Partial<Photo> = {
  decorative: true,
  showCredit: false,
  kind: 'handout',
  creator: 'Lê Hà',
  rightsHolder: 'Báo Nghệ An',
  usageTerms: 'Chỉ dùng một lần',
  usageExpires: '2026-12-31',
  usageBlocked: true,
  place: 'Vinh, Nghệ An, Việt Nam',
  takenAt: '2026-11-20T07:15:00+07:00',
  headline: 'Lũ về',
  instructions: 'Không bán lại',
  keywords: ['lũ', 'sông Lam'],
  captionWriter: 'MĐ',
  digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
  fromFile: ['creator', 'place'],
  crop: { x: 0.1, y: 0, width: 0.9, height: 0.5 },
  crops: { '1:1': { x: 0, y: 0, width: 0.5, height: 0.75 } },
  focalPoint: { x: 0.5, y: 0.25 },
  rotation: 90,
};

describe('what a photo says of itself', () => {
  test.each([
    ['nothing beyond the old fields', {}],
    ['everything', everything],
  ])('a photo with %s comes back byte for byte', (_, fields) => {
    const story = storyOf(createPhoto({ media: MEDIA, alt: 'Cầu', ...fields }));
    const read = readStory(JSON.parse(JSON.stringify(story)));
    expect(read.ok && stored(read.value)).toBe(stored(story));
  });

  test.each([
    ['a day', '2026-11-20'],
    ['a time without a place', '2026-11-20T07:15:00'],
    ['a time with its offset', '2026-11-20T07:15:00+07:00'],
  ])('it was taken at %s', (_, takenAt) => {
    expect(readStory(storyOf(createPhoto({ takenAt }))).ok).toBe(true);
  });

  test.each([
    ['a crop over the edge', { crop: { x: 0.6, y: 0, width: 0.5, height: 1 } }],
    ['an empty crop', { crop: { x: 0, y: 0, width: 0, height: 1 } }],
    ['a turn askew', { rotation: 45 }],
    ['a licence that ends some day', { usageExpires: 'soon' }],
  ])('%s is refused', (_, wrong) => {
    const story = storyOf({ ...createPhoto({}), ...wrong } as Photo);
    expect(readStory(story)).toMatchObject({ ok: false, failure: { code: 'story.invalid' } });
  });
});

describe('the lead photo', () => {
  const bridge = createPhoto({ media: MEDIA });
  const boat = createPhoto({ media: 'b'.repeat(64) });
  const toCome = createPhoto({});

  test.each<[string, Photo | undefined, Photo[], string | null | undefined]>([
    ['the first one with a picture, by default', bridge, [toCome, bridge, boat], undefined],
    ['the chosen one', boat, [bridge, boat], boat.id],
    ['the first one again where the choice was taken back', bridge, [bridge, boat], null],
    ['the first one again where the chosen one is gone', bridge, [bridge], boat.id],
    ['none where there is no picture', undefined, [toCome], toCome.id],
  ])('is %s', (_, lead, photos, chosen) => {
    const story = storyOf(...photos);
    expect(leadPhotoOf(chosen === undefined ? story : { ...story, leadPhoto: chosen })).toEqual(lead);
  });
});

test.each([
  ['clear', {}, '2026-11-24'],
  ['clear', { usageExpires: '2026-11-24' }, '2026-11-24'],
  ['expired', { usageExpires: '2026-11-24' }, '2026-11-25'],
  ['blocked', { usageBlocked: true, usageExpires: '2030-01-01' }, '2026-11-25'],
])('a photo is %s with %o on %s', (state, fields, today) => {
  expect(usageState(fields, today)).toBe(state);
});
