import { expect, it } from 'vitest';
import { blocksFrom, rowsFrom, rowsOf, tokensOf } from '../../../src/merge/stream.ts';
import { mergeStories, weigh } from '../../../src/merge/index.ts';
import { oneOfEverything } from '../export/stories.ts';
import { story as aStory, p } from '../export/a-story.ts';
import { chance, forSeeds } from '../story/random.ts';
import { Characters, edited, seedStory } from './histories.ts';

const never = (): string => {
  throw new Error('no name is needed');
};

it('a story taken apart and put together again is the same', () => {
  const { story } = oneOfEverything;
  const { rows, lists } = rowsOf(story.body);
  expect(blocksFrom(rowsFrom(tokensOf(rows, new Set()), never), lists)).toEqual(story.body);
});

it('what one side alone changed is the story that side has, whatever it did', { timeout: 60_000 }, () => {
  forSeeds(150, (c) => {
    const characters = new Characters();
    const base = seedStory(aStory({}), c, characters);
    const { story } = edited(base, 12, c, characters);
    expect(weigh(base, story, base)).toEqual({ story, flags: [] });
    expect(weigh(base, base, story)).toEqual({ story, flags: [] });
    expect(weigh(base, story, story)).toEqual({ story, flags: [] });
    expect(mergeStories(base, story, base).story).toBe(story);
  });
});

it('neither side’s story is touched', () => {
  const c = chance(7);
  const characters = new Characters();
  const base = seedStory(aStory({}), c, characters);
  const [mine, theirs] = [edited(base, 10, c, characters).story, edited(base, 10, c, characters).story];
  const before = structuredClone([base, mine, theirs]);
  mergeStories(base, mine, theirs);
  expect([base, mine, theirs]).toEqual(before);
});

it('a block that this program does not know stays in both makings, flagged', () => {
  const block = (text: string) => ({
    type: 'unknown' as const,
    id: 'unknown001',
    original: { type: 'map', id: 'unknown001', text },
    fallback: text,
  });
  const base = aStory({}, p('One.'), block('old'));
  const [mine, theirs] = ['mine', 'theirs'].map((text) => ({ ...base, body: [...base.body.slice(0, 1), block(text)] }));
  if (!mine || !theirs) throw new Error('no sides');
  const { story, flags } = mergeStories(base, mine, theirs);
  expect(story.body.flatMap((one) => (one.type === 'unknown' ? [one.fallback] : [])).sort()).toEqual([
    'mine',
    'theirs',
  ]);
  expect(flags).toMatchObject([{ kind: 'both-wrote', mine: 'mine', theirs: 'theirs', kept: 'both' }]);
});

it(
  'a story of 120,000 words, a third of it changed on either side, is merged within reach of a wait',
  { timeout: 60_000 },
  () => {
    const c = chance(3);
    const words = (count: number): string => Array.from({ length: count }, () => `w${c.int(5000)}`).join(' ');
    const base = aStory({}, ...Array.from({ length: 1500 }, () => p(words(80))));
    const changed = (share: number): typeof base => ({
      ...base,
      body: base.body.map((block, index) =>
        block.type === 'paragraph' && index % 3 === share
          ? {
              ...block,
              text: [{ text: `${block.text[0]?.text.slice(0, 200)} ${words(6)} ${block.text[0]?.text.slice(200)}` }],
            }
          : block,
      ),
    });
    const [mine, theirs] = [changed(0), changed(1)];
    const { story, flags } = mergeStories(base, mine, theirs);
    expect(story.body).toEqual(base.body.map((_, index) => (index % 3 === 0 ? mine : theirs).body[index]));
    expect(flags).toEqual([]);
  },
);
