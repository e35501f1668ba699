import { createStory } from '../../../src/story/create.ts';
import { plainRuns } from '../../../src/story/runs.ts';
import type { Block, BlockOf, Run, Story } from '../../../src/story/schema.ts';

/** A story with this headline and body, for tests: `story('Flood', p('p1', 'Water rose.'))`. */
export function story(headline: string, ...body: Block[]): Story {
  return createStory({ language: 'en', headline, body });
}

/** A paragraph whose id the test names. The shortest id that a story may hold has four characters, so `p1` is `p1xx`. */
export function p(name: string, text: string): BlockOf<'paragraph'> {
  return { type: 'paragraph', id: name.padEnd(4, 'x'), text: plainRuns(text) };
}

/** Text as the runs of a story. */
export const runs = (...parts: (string | Run)[]): Run[] =>
  parts.map((part) => (typeof part === 'string' ? { text: part } : part));
