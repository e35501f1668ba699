import { shortened } from '../base/text.ts';
import { compareStories } from '../compare/index.ts';
import { mergeStories, type Flag } from '../merge/index.ts';
import type { Story } from '../story/schema.ts';
import { blockText } from '../story/walk.ts';
import type { Conflict, Difference } from './adapter.ts';
import type { Base } from './push/job.ts';
import type { RemotePost } from './remote.ts';
import { theirStory, type Unit } from './units.ts';

const begin = (text: string): string => shortened(text, 400).toWellFormed();

/** How a later story differs from an earlier one, block by block, for a list. */
export function storyDifferences(before: Story, after: Story): Difference[] {
  const { fields, blocks } = compareStories(before, after);
  const old = new Map(before.body.map((block) => [block.id, block]));
  const now = new Map(after.body.map((block) => [block.id, block]));
  const said = (pieces: (typeof fields)[number]['pieces'], leave: 'added' | 'removed'): string =>
    begin(
      pieces
        .filter(({ is }) => is !== leave)
        .map(({ text }) => text)
        .join(''),
    );
  const ofFields = fields.map(({ field, pieces }): Difference => ({
    part: field,
    kind: 'changed',
    before: said(pieces, 'added'),
    after: said(pieces, 'removed'),
  }));
  const ofBlocks = blocks.flatMap(({ id, look, is, moved }, index): Difference[] => {
    if (is === 'same' && moved === null) return [];
    const [was, will] = [old.get(id), now.get(id)];
    const kind = is === 'same' ? 'changed' : is;
    const texts = { before: was ? begin(blockText(was)) : '', after: will ? begin(blockText(will)) : '' };
    return [{ part: 'block', kind, block: look, id, place: index + 1, ...texts }];
  });
  return [...ofFields, ...ofBlocks];
}

/** The fields of a post that a desk sets there. */
const FIELDS = ['title', 'excerpt', 'slug', 'status', 'at', 'featured'] as const;
const list = (names: readonly string[]): string => [...names].sort().join(', ');

/** How a post's fields differ: not its text, which is compared as a story. */
export function fieldDifferences(before: RemotePost, after: RemotePost): Difference[] {
  const pairs: [string, string, string][] = [
    ...FIELDS.map((part): [string, string, string] => [part, before[part] ?? '', after[part] ?? '']),
    ['categories', list(before.categories), list(after.categories)],
    ['tags', list(before.tags), list(after.tags)],
  ];
  return pairs
    .filter(([, old, now]) => old !== now)
    .map(([part, old, now]) => ({ part, kind: 'changed', before: begin(old), after: begin(now) }));
}

/** What an adapter needs to tell what became of a post. */
export interface Reading {
  unitsOf: (content: string) => Unit[];
  /** The post's title and excerpt in the story's fields. */
  fields: (post: RemotePost, story: Story) => Partial<Story>;
}

/** The post as it is now as a story. Without a base its own text, told by our marks, over the story that is being pushed. */
export function storyThere(base: Base | null, mine: Story, theirs: RemotePost, reading: Reading, sent: string): Story {
  const from = base?.story ?? mine;
  const before = reading.unitsOf(base?.post.content ?? sent);
  const story = theirStory(from, before, reading.unitsOf(theirs.content));
  if (!base) return { ...story, ...reading.fields(theirs, story) };
  const [old, now] = [reading.fields(base.post, from), reading.fields(theirs, from)];
  const changed = Object.entries(now).filter(([name, value]) => value !== old[name as keyof Story]);
  return { ...story, ...Object.fromEntries(changed) };
}

const flagsOf = (mine: Story, theirs: Story): Flag[] =>
  storyDifferences(theirs, mine).map(({ part, before, after }) => ({
    kind: 'both-wrote',
    block: null,
    part,
    mine: after,
    theirs: before,
    kept: 'mine',
  }));

/**
 * Somebody changed the post: both sides as one story, three ways over what we last knew. Where this computer knows of no
 * base, nothing combines by itself: every difference is flagged, and mine stands until a person decides.
 */
export function conflictOf(base: Base | null, mine: Story, theirs: RemotePost, their: Story): Conflict {
  if (!base) {
    return {
      theirs,
      theirStory: their,
      theirChanges: storyDifferences(mine, their),
      merged: mine,
      flags: flagsOf(mine, their),
    };
  }
  const { story, flags } = mergeStories(base.story, mine, their);
  // The title is the story's headline, and is told as that.
  const fields = fieldDifferences(base.post, theirs).filter(({ part }) => part !== 'title');
  const theirChanges = [...fields, ...storyDifferences(base.story, their)];
  return { theirs, theirStory: their, theirChanges, merged: story, flags };
}
