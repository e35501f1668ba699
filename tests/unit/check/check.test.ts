import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { check, checkSentence, checkWords, countLevels, errorsFor, heed } from '../../../src/check/index.ts';
import { en, h, list, p, photo, quote, table, vi } from '../../../src/check/fixture.ts';
import { blockPieces } from '../../../src/check/read/pieces.ts';
import { readPackage } from '../../../src/package/index.ts';
import { applyChange } from '../../../src/story/change.ts';
import { blockTexts } from '../../../src/story/walk.ts';
import { plainText } from '../../../src/story/runs.ts';
import { hostile, oneOfEverything } from '../export/stories.ts';

it.each(['cau-vam-xang', 'hand-cranked-ferry'])('has nothing to say about the sample %s', async (name) => {
  const read = await readPackage(await readFile(new URL(`../../../assets/stories/${name}.story`, import.meta.url)));
  if (!read.ok) throw new Error(read.failure.detail);
  const findings = check(read.value.story, { now: '2025-06-12T10:00:00.000+07:00' });
  expect(findings.map((finding) => checkSentence(finding, checkWords('en')))).toEqual([]);
});

it('names every text by the number that blockTexts gives it', () => {
  for (const { story } of [oneOfEverything, hostile]) {
    for (const block of story.body) {
      expect(blockPieces(block).map(({ text }) => text)).toEqual(blockTexts(block).map(plainText));
      for (const [number, piece] of blockPieces(block).entries()) expect(piece.at()).toMatchObject({ text: number });
    }
  }
});

it('reads a hostile story without a word of protest of its own', () => {
  for (const target of [null, 'ninjs', 'wordpress'] as const) {
    expect(() => check(hostile.story, { target })).not.toThrow();
    expect(() => check(oneOfEverything.story, { target })).not.toThrow();
  }
});

const flood = vi({ headline: 'Lũ lên' }, p('Nước xx.'), h(3, 'Cát'), photo({ alt: '' }), quote('Lời', 'Bà Lan'));

it('tells errors first, then warnings', () => {
  const levels = check(flood).map(({ level }) => level);
  expect(levels).toEqual([...levels].sort());
  expect(countLevels(check(flood))).toEqual({ error: 3, warning: 1, note: 0 });
});

it('does what the house switches say', () => {
  const levels = { 'photo.alt': 'off', 'heading.skipped': 'note', 'placeholder.left': 'warning' } as const;
  const findings = check(flood, { house: { levels, required: [] } });
  expect(findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual([
    'placeholder.left warning',
    'heading.skipped note',
  ]);
});

it('forgets what was ignored, but never an error', () => {
  const all = check(flood);
  const left = heed(
    all,
    all.map(({ key }) => key),
  );
  expect(left).toEqual(all.filter(({ level }) => level === 'error'));
});

it('knows an ignored finding again where its text has moved', () => {
  const long = (before: string) => [h(3, 'Cát'), p(`${before}Họp thứ Sáu 12/6.`)];
  const [heading, paragraph] = long('');
  const story = vi({}, heading!, paragraph!);
  const keys = check(story)
    .filter(({ level }) => level === 'warning')
    .map(({ key }) => key);
  expect(keys).toHaveLength(2);
  const moved = applyChange(story, {
    blocks: {
      [paragraph!.id]: {
        ...(paragraph as Extract<typeof paragraph, { type: 'paragraph' }>),
        text: [{ text: 'Tin mới. Họp thứ Sáu 12/6.' }],
      },
    },
  });
  expect(heed(check(moved), keys).filter(({ level }) => level === 'warning')).toEqual([]);
});

it('answers the same for a story that it has seen before and after a change', () => {
  check(flood);
  const [first] = flood.body;
  const change = {
    blocks: { [first!.id]: { ...(first as Extract<typeof first, { type: 'paragraph' }>), text: [{ text: 'TODO' }] } },
  };
  const changed = applyChange(flood, change);
  expect(check(changed)).toEqual(check(structuredClone(changed)));
});

it('says nothing of an empty table, list or quote', () => {
  const story = en(
    { headline: 'A', byline: { text: 'B', people: [] } },
    p('x'),
    list(''),
    table(['']),
    quote(''),
    photo({}),
  );
  expect(check(story)).toEqual([]);
});

it('tells a push what stops it, and only that', () => {
  const long = { ...flood, slug: 'a'.repeat(195), byline: { text: 'Hữu Nghĩa', people: [] } };
  const now = '2025-06-12T10:00:00.000+07:00';
  const stops = (target: Parameters<typeof errorsFor>[0]): string[] =>
    errorsFor(target, long, { now }).map(({ code, place }) => `${code} ${'field' in place ? place.field : place.in}`);
  expect(stops('wordpress')).toEqual(['placeholder.left text', 'photo.alt alt']);
  expect(stops('ghost')).toEqual(['field.limit slug', 'placeholder.left text', 'photo.alt alt']);
  expect(errorsFor('ghost', long, { now, house: { levels: { 'field.limit': 'off' }, required: [] } })).toHaveLength(2);
});
