import { expect, it } from 'vitest';
import { mergeStories } from '../../../src/merge/index.ts';
import { openSuggestions, resolve, storyAs, suggested } from '../../../src/review/index.ts';
import { printedFieldsOf } from '../../../src/merge/under-review.ts';
import { readStory, storedBodies } from '../../../src/story/read.ts';
import { storySchema, type Story } from '../../../src/story/schema.ts';
import { story as aStory } from '../export/a-story.ts';
import { Characters, edited, REVIEW_MIX, seedStory } from '../merge/histories.ts';
import { chance } from '../story/random.ts';

const CASES = 2000;

/** A story under review, what two people made of it in suggest mode with undo, redo, saving and opening between, and how. */
function reviewedStory(seed: number): { before: Story; after: Story; about: string } {
  const c = chance(seed);
  const characters = new Characters();
  const before = seedStory(aStory({}), c, characters);
  let count = 0;
  const maker = (by: string) => ({ by, at: before.updatedAt, newId: () => `made${++count}` });
  let story: Story = { ...before, underReview: { fields: printedFieldsOf(before), body: before.body, makers: {} } };
  let [by, undone]: [string, Pick<Story, 'body'>[]] = ['anna1', []];
  const done: Pick<Story, 'body'>[] = [];
  const about: string[] = [];
  const become = (next: Pick<Story, 'body'>): void => {
    story = suggested(story, { ...story, ...next, underReview: story.underReview ?? null }, maker(by));
  };
  for (let step = 1 + c.int(8); step > 0; step--) {
    const what = c.int(10);
    const [last, next] = [done.at(-1), undone.at(-1)];
    if (what === 0 && last) {
      about.push('undo');
      undone.push(texts(story));
      done.pop();
      become(last);
    } else if (what === 1 && next) {
      about.push('redo');
      done.push(texts(story));
      undone.pop();
      become(next);
    } else if (what === 2) {
      about.push('save and open');
      const opened = readStory(JSON.parse(JSON.stringify({ ...story, ...storedBodies(story) })));
      if (!opened.ok) throw new Error(opened.failure.code);
      story = opened.value;
    } else if (what === 3) {
      by = by === 'anna1' ? 'binh1' : 'anna1';
      about.push(by);
    } else {
      const made = edited(story, 1, c, characters, REVIEW_MIX);
      about.push(...made.steps);
      done.push(texts(story));
      undone = [];
      become(texts(made.story));
    }
  }
  return { before, after: story, about: `seed ${seed}: ${about.join()}` };
}

/** The same without undo and without people: the story under review and what became of it in one go. */
function changed(seed: number): { before: Story; after: Story; about: string } {
  const c = chance(seed);
  const characters = new Characters();
  const before = seedStory(aStory({}), c, characters);
  const { story, steps } = edited(before, 1 + c.int(10), c, characters, REVIEW_MIX);
  const after = { ...story, underReview: { fields: printedFieldsOf(before), body: before.body, makers: {} } };
  return { before, after, about: `seed ${seed}: ${steps.join()}` };
}

const ids = (story: Story): string[] => openSuggestions(story).map(({ id }) => id);
const texts = ({ body, underReview: _, ...rest }: Story): Pick<Story, 'body'> => ({ body, ...printedFieldsOf(rest) });

it(
  `gives back the original when all is rejected and the edited when all is accepted, in ${CASES} cases`,
  { timeout: 300_000 },
  () => {
    for (let seed = 1; seed <= CASES; seed++) {
      const { before, after, about } = reviewedStory(seed);
      const all = new Set(ids(after));
      const rejected = resolve(after, all, 'reject');
      expect(texts(rejected), about).toEqual(texts(before));
      const accepted = resolve(after, all, 'accept');
      expect(texts(accepted), about).toEqual(texts(after));
      expect(texts(storyAs(after, 'original')), about).toEqual(texts(before));
      expect(storySchema.safeParse(storyAs(after, 'marks')).error, about).toBeUndefined();
    }
  },
);

it('comes to the same one by one, in any order, and never makes what is no story', { timeout: 300_000 }, () => {
  for (let seed = 1; seed <= CASES / 10; seed++) {
    const { before, after, about } = seed % 2 === 0 ? reviewedStory(seed) : changed(seed);
    const c = chance(seed + 7);
    for (const [how, wanted] of [
      ['accept', after],
      ['reject', before],
    ] as const) {
      let [story, steps] = [after, 0];
      const count = ids(after).length;
      for (let open = ids(story); open.length > 0; open = ids(story)) {
        story = resolve(story, new Set([c.pick(open)]), how);
        expect(storySchema.safeParse(story).error, about).toBeUndefined();
        // What hung on another edit (an item's list) may show up by itself once that is decided.
        expect(++steps, `${how} ${about}`).toBeLessThanOrEqual(4 * count);
      }
      expect(texts(story), `${how} ${about}`).toEqual(texts(wanted));
    }
  }
});

it(
  'takes what its author wrote meanwhile for text, and what the reviewer did for suggestions',
  { timeout: 300_000 },
  () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { before, after, about } = changed(seed);
      const c = chance(seed + 11);
      const characters = new Characters();
      characters.take(3000);
      const { story: mine } = edited(before, 5, c, characters);
      const merged = mergeStories(before, mine, after).story;
      expect(texts(resolve(merged, new Set(ids(merged)), 'reject')), about).toEqual(texts(mine));
      expect(mergeStories(before, after, mine).story, about).toEqual(merged);
    }
  },
);
