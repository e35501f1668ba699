import type { Story } from '../story/schema.ts';
import { lastCommon } from '../versions/index.ts';
import type { StoryPackage } from './package.ts';

/** One copy of a story on its way into a merge. `lineage` begins with the copy's own content. */
export interface Copy {
  lineage: readonly string[];
  /** The content of a version, where this copy has it. */
  storyOf: (hash: string) => Story | undefined | Promise<Story | undefined>;
}

export function copyOf({ head, story, history }: Pick<StoryPackage, 'head' | 'story' | 'history'>): Copy {
  const stories = new Map(history.versions.map(({ version, story: kept }) => [version.hash, kept]));
  stories.set(head, story);
  return { lineage: [head, ...history.lineage.filter((hash) => hash !== head)], storyOf: (hash) => stories.get(hash) };
}

/** The version over which two copies are merged: the last that both came from, of those whose content one of them has. */
export async function commonBase(mine: Copy, theirs: Copy): Promise<{ hash: string; story: Story } | null> {
  const lost = new Set<string>();
  for (;;) {
    const hash = lastCommon(
      mine.lineage.filter((name) => !lost.has(name)),
      theirs.lineage.filter((name) => !lost.has(name)),
    );
    if (hash === null) return null;
    const story = (await mine.storyOf(hash)) ?? (await theirs.storyOf(hash));
    if (story) return { hash, story };
    lost.add(hash);
  }
}

/** What a merged story came from: everything either side came from, each version before all that it came from. */
export function mergedLineage(mine: readonly string[], theirs: readonly string[]): string[] {
  const merged = new Set<string>();
  const places = new Map(theirs.map((hash, index) => [hash, index]));
  let next = 0;
  for (const hash of mine) {
    const place = places.get(hash) ?? -1;
    while (next <= place) merged.add(theirs[next++] ?? hash);
    merged.add(hash);
  }
  for (const hash of theirs) merged.add(hash);
  return [...merged];
}
