import type { StoryFields } from '../story/schema.ts';

/**
 * Something that two people must look at, since the merge could not decide it alone.
 *
 * - `both-wrote`: both changed the same words, or wrote at the same place; both wordings stand, one behind the other.
 * - `deleted-and-edited`: one took out what the other worked on; it stays, with the edit.
 * - `both-set`: both set the same thing (a subhead's level, a date, a picture) to something else; `kept` says whose stands.
 */
export interface Flag {
  kind: 'both-wrote' | 'deleted-and-edited' | 'both-set';
  /** The block of the merged story that it is about, by id; null for a field of the story. */
  block: string | null;
  /** The field of the story, or what of the block: `text`, `caption`, `credit`, `level` ... */
  part: keyof StoryFields | (string & {});
  /** The two wordings or values, as text; empty where one side took it out. */
  mine: string;
  theirs: string;
  kept: 'both' | 'mine' | 'theirs';
}

/** A flag before the sides have their names: `values` of the first and the second side. */
export interface Clash {
  kind: Flag['kind'];
  block: string | null;
  part: string;
  values: [string, string];
  kept: 'both' | 0 | 1;
}

/** Hears of each clash as it is found. */
export type OnClash = (clash: Clash) => void;
