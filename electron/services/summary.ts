import type { StorySummary } from '../../src/ipc/calls/stories.ts';
import { storyWords } from '../../src/story/measure.ts';
import type { Block, Story } from '../../src/story/schema.ts';
import { searchText, type SearchText } from '../../src/story/search.ts';
import { leadPhotoOf } from '../../src/story/walk.ts';

const BLOCKS_AT_ONCE = 50;
const counted = new WeakMap<Block, number>();

/** What the story itself says of its row in the list. */
export type StoryFacts = Omit<StorySummary, 'isPinned' | 'binnedAt'>;

/**
 * What the list shows of a story. Words are counted a few blocks at a time and once a block: counting takes a tenth of
 * a second in a long story, and every change asks for it again.
 */
export async function summarise(story: Story): Promise<StoryFacts> {
  let words = 0;
  let fresh = 0;
  for (const block of story.body) {
    let count = counted.get(block);
    if (count === undefined) {
      count = storyWords({ body: [block] });
      counted.set(block, count);
      if (++fresh % BLOCKS_AT_ONCE === 0) await new Promise((go) => setImmediate(go));
    }
    words += count;
  }
  const { id, headline, language, createdAt, updatedAt, section, byline, review, threads = [] } = story;
  const named = byline.people.map(({ name }) => name);
  return {
    id,
    headline,
    language,
    words,
    createdAt,
    updatedAt,
    state: review.state,
    section,
    authors: named.length > 0 || byline.text === '' ? named : [byline.text],
    photo: leadPhotoOf(story)?.media ?? null,
    assignee: review.assignee ?? '',
    deadline: review.deadline ?? null,
    openComments: threads.filter(({ resolved }) => !resolved).length,
  };
}

/** A row of the list, and what the search knows of the story. */
export interface Entry {
  facts: StoryFacts;
  text: SearchText;
}

export async function entryOf(story: Story): Promise<Entry> {
  return { facts: await summarise(story), text: searchText(story) };
}
