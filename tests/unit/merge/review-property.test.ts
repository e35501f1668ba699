import { expect, it } from 'vitest';
import { mergeStories, weigh } from '../../../src/merge/index.ts';
import { printedFieldsOf } from '../../../src/merge/under-review.ts';
import { followed, openSuggestions, resolve, suggested } from '../../../src/review/index.ts';
import type { Thread } from '../../../src/story/review.ts';
import { storySchema, type Story } from '../../../src/story/schema.ts';
import { story as aStory } from '../export/a-story.ts';
import { chance, type Chance } from '../story/random.ts';
import { Characters, charactersOf, comment, commentedIn, edited, seedStory } from './histories.ts';

const HISTORIES = 1000;
const STEPS = 8;
const PEOPLE = {
  lan1: { name: 'Lan', initials: 'L', colour: 'blue' },
  minh: { name: 'Minh', initials: 'M', colour: 'green' },
};

const thread = (id: string, by: string, n: number): Thread => ({
  id,
  anchor: { on: 'text', block: 'any1' },
  quote: '',
  entries: [{ id: `${id}e0`, by, at: minute(n), text: 'Đúng chưa?' }],
});
const minute = (n: number): string => `2026-01-01T10:${String(n).padStart(2, '0')}:00.000+07:00`;

/** The version under review: what there is without the suggestions. */
const under = (story: Story): Story =>
  story.underReview ? { ...story, ...story.underReview.fields, body: story.underReview.body } : story;

interface History {
  base: Story;
  mine: Story;
  theirs: Story;
  about: string;
}

/** What one person makes of a story: writes in it or suggests, comments, answers and settles what others said. */
function side(base: Story, c: Chance, characters: Characters, by: 'lan1' | 'minh'): { story: Story; steps: string } {
  const doesSuggest = c.int(3) > 0;
  const made = edited(base, STEPS, c, characters);
  let { story } = made;
  if (doesSuggest) {
    const version = base.underReview ?? { fields: printedFieldsOf(base), body: base.body, makers: {} };
    let count = 0;
    const maker = { by, at: minute(20), newId: () => `${by}s${count++}` };
    story = suggested({ ...base, underReview: version }, { ...story, underReview: version }, maker);
  } else {
    story = followed(base, story);
  }
  for (let n = 0; n < c.int(4); n++) comment(story, c, thread(`${by}t${n}`, by, 30 + n));
  for (const one of story.threads ?? []) {
    const kind = c.int(4);
    if (kind === 0) one.entries.push({ id: `${one.id}${by}`, by, at: minute(40), text: 'Đã hỏi lại.' });
    else if (kind === 1) one.resolved ??= { by, at: minute(41) };
  }
  return { story, steps: `${doesSuggest ? 'suggesting ' : ''}${made.steps.join()}` };
}

function history(seed: number): History {
  const c = chance(seed);
  const characters = new Characters();
  let base: Story = { ...seedStory(aStory({}), c, characters), people: PEOPLE };
  for (let n = 0; n < c.int(4); n++) comment(base, c, thread(`base${n}`, 'lan1', n));
  // In half of the histories somebody suggested something before the two parted.
  if (c.int(2) === 0) base = side(base, c, characters, 'lan1').story;
  for (const one of base.threads ?? []) one.id = one.id.replace('lan1', 'old');
  base = JSON.parse(JSON.stringify(base).replaceAll('lan1t', 'oldt').replaceAll('lan1s', 'olds')) as Story;
  const [a, b] = [side(base, c, characters, 'lan1'), side(base, c, characters, 'minh')];
  return { base, mine: a.story, theirs: b.story, about: `seed ${seed}: ${a.steps} / ${b.steps}` };
}

function counted(story: Story): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of charactersOf(story))
    if (/\p{L}/u.test(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** The characters that a merge lost, doubled or made up. */
function wrongIn(base: Story, mine: Story, theirs: Story, merged: Story): Record<string, string> {
  const [had, a, b, now] = [counted(base), counted(mine), counted(theirs), counted(merged)];
  const wrong = { lost: '', doubled: '', unknown: '' };
  for (const character of new Set([...had.keys(), ...a.keys(), ...b.keys(), ...now.keys()])) {
    const count = now.get(character) ?? 0;
    const isKept = had.has(character) ? a.has(character) && b.has(character) : true;
    if (isKept && count === 0) wrong.lost += character;
    if (count > 1) wrong.doubled += character;
    if (!had.has(character) && !a.has(character) && !b.has(character)) wrong.unknown += character;
  }
  return wrong;
}

const NOTHING = { lost: '', doubled: '', unknown: '' };

it(
  `loses no word, suggestion or comment of either side in ${HISTORIES} histories of two people who suggest and comment`,
  { timeout: 600_000 },
  () => {
    let suggestions = 0;
    let comments = 0;
    for (let seed = 1; seed <= HISTORIES; seed++) {
      const { base, mine, theirs, about } = history(seed);
      const { story } = mergeStories(base, mine, theirs);
      expect(wrongIn(base, mine, theirs, story), about).toEqual(NOTHING);
      // What was only suggested is no text of the version under review, and what was written is.
      const reviewed = wrongIn(under(base), under(mine), under(theirs), under(story));
      // A row that was only suggested, and to which each side gave a column, may stand there twice: a suggestion to take one out.
      const rows = new Set(JSON.stringify(under(story).body.filter(({ type }) => type === 'table')));
      reviewed['doubled'] = [...(reviewed['doubled'] ?? '')].filter((character) => !rows.has(character)).join('');
      expect(reviewed, `under review, ${about}`).toEqual(NOTHING);

      expect(storySchema.safeParse(story).error, about).toBeUndefined();
      expect(mergeStories(base, theirs, mine).story, about).toEqual(story);
      expect(weigh(theirs, story, theirs).story, about).toEqual(story);
      expect(weigh(mine, mine, story).story, about).toEqual(story);

      const all = openSuggestions(story);
      suggestions += all.length;
      const ids = new Set(all.map(({ id }) => id));
      expect(counted(resolve(story, ids, 'accept')), about).toEqual(counted(story));
      expect(counted(resolve(story, ids, 'reject')), about).toEqual(counted(under(story)));

      const threads = new Map((story.threads ?? []).map((one) => [one.id, one]));
      const [one, two, now] = [mine, theirs, story].map(({ body }) => commentedIn(body));
      const there = counted(story);
      for (const { id, entries } of [...(mine.threads ?? []), ...(theirs.threads ?? [])]) {
        comments++;
        const kept = threads.get(id)?.entries.map((entry) => entry.id) ?? [];
        expect(kept, about).toEqual(expect.arrayContaining(entries.map((entry) => entry.id)));
        // It lies on every one of its words that is still there.
        const words = [...new Set([...(one?.get(id) ?? []), ...(two?.get(id) ?? [])])].filter((word) =>
          there.has(word),
        );
        expect([...(now?.get(id) ?? [])], `comment ${id}, ${about}`).toEqual(expect.arrayContaining(words));
      }
    }
    expect(Math.min(suggestions, comments)).toBeGreaterThan(HISTORIES);
  },
);
