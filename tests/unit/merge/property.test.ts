import { expect, it } from 'vitest';
import { mergeStories, weigh } from '../../../src/merge/index.ts';
import { storySchema, type Story } from '../../../src/story/schema.ts';
import { story as aStory } from '../export/a-story.ts';
import { chance } from '../story/random.ts';
import { Characters, charactersOf, edited, seedStory } from './histories.ts';

const HISTORIES = 1000;
const STEPS = 10;

function history(seed: number): { base: Story; mine: Story; theirs: Story; steps: string[] } {
  const c = chance(seed);
  const characters = new Characters();
  const base = seedStory(aStory({}), c, characters);
  const [a, b] = [edited(base, STEPS, c, characters), edited(base, STEPS, c, characters)];
  return { base, mine: a.story, theirs: b.story, steps: [a.steps.join(), b.steps.join()] };
}

function counted(story: Story): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of charactersOf(story))
    if (/\p{L}/u.test(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

it(`loses, doubles and mixes up nothing in ${HISTORIES} histories of two people`, { timeout: 300_000 }, () => {
  for (let seed = 1; seed <= HISTORIES; seed++) {
    const { base, mine, theirs, steps } = history(seed);
    const { story, flags } = mergeStories(base, mine, theirs);
    const about = `seed ${seed}: ${steps.join(' / ')}`;
    const [had, a, b, now] = [counted(base), counted(mine), counted(theirs), counted(story)];

    const wrong = { lost: '', doubled: '', broughtBack: '', unknown: '' };
    for (const character of new Set([...had.keys(), ...a.keys(), ...b.keys(), ...now.keys()])) {
      const count = now.get(character) ?? 0;
      const isKept = had.has(character) ? a.has(character) && b.has(character) : true;
      if (isKept && count === 0) wrong.lost += character;
      if (count > 1) wrong.doubled += character;
      if (!isKept && count > 0 && !flags.some(({ kind }) => kind === 'deleted-and-edited'))
        wrong.broughtBack += character;
      if (!had.has(character) && !a.has(character) && !b.has(character)) wrong.unknown += character;
    }
    expect(wrong, about).toEqual({ lost: '', doubled: '', broughtBack: '', unknown: '' });

    expect(storySchema.safeParse(story).error, about).toBeUndefined();
    expect(mergeStories(base, theirs, mine).story, about).toEqual(story);
    expect(weigh(theirs, story, theirs).story, about).toEqual(story);
    expect(weigh(mine, mine, story).story, about).toEqual(story);
  }
});
