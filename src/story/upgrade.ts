import { STORY_SCHEMA } from './schema.ts';

type Raw = Record<string, unknown>;

/**
 * Steps upward: `steps[n]` turns format n into n + 1. A landed step is never edited; each has a saved story of its
 * format in tests/fixtures. There is one format so far.
 */
const steps: Record<number, (story: Raw) => Raw> = {};

/** The raw story in today's format. Its `schema` must be a whole number from 1 to STORY_SCHEMA. */
export function upgradeStory(story: Raw): Raw {
  let upgraded = story;
  for (let version = Number(story.schema); version < STORY_SCHEMA; version++) {
    const step = steps[version];
    if (!step) throw new Error(`no step from story format ${version}`);
    upgraded = { ...step(upgraded), schema: version + 1 };
  }
  return upgraded;
}
