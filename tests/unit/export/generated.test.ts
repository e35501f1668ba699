import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/base/result.ts';
import { exportFormats } from '../../../src/export/index.ts';
import { readStory } from '../../../src/story/read.ts';
import { sourceOf } from './readers.ts';
import { generateStory } from '../story/generate.ts';
import { chance } from '../story/random.ts';

const STORIES = 1000;

it('a generated story is one that Copydesk would open', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const { story } = generateStory(chance(seed));
    expect(readStory(structuredClone(story)), `seed ${seed}`).toMatchObject({ ok: true });
  }
});

describe.each(exportFormats.map((format) => [format.id, format] as const))('%s', (_, format) => {
  it(`writes ${STORIES} generated stories, and not a word of the editor's note`, { timeout: 120_000 }, async () => {
    for (let seed = 1; seed <= STORIES; seed++) {
      const made = await format.write({
        ...generateStory(chance(seed)),
        print: ({ page }) => Promise.resolve(ok(page)),
      });
      if (!made.ok) throw new Error(`seed ${seed}: ${made.failure.detail}`);
      const [first] = made.value;
      if (!first || sourceOf(first).includes('INTERNAL-NOTE')) throw new Error(`seed ${seed} tells the note`);
    }
  });
});
