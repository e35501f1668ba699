import type { Block } from '../../story/schema.ts';

/**
 * What a line of a raw article can be.
 *
 * - `kicker`, `headline`, `standfirst`, `byline`, `source-credit`, `keywords`: the fields of that name
 * - `dateline`: the dated line; `mark`: the dateline at the head of the lead (`(TTV) -`), printed before it by the exports
 * - `alt`, `caption`, `credit`: of a photo; where the line has no photo before it, a photo to be supplied
 * - `body`: text of the story
 * - `furniture`: belongs to the page it came from and not to the story; named in the receipt
 */
export const PARTS = [
  'body',
  'headline',
  'kicker',
  'standfirst',
  'byline',
  'dateline',
  'mark',
  'alt',
  'caption',
  'credit',
  'source-credit',
  'keywords',
  'furniture',
] as const;
export type Part = (typeof PARTS)[number];

/** What a rule takes a line for. `confidence` is 0 to 1; `rule` is the rule's name, as `vi.byline.labelled`. */
export interface Proposal {
  part: Part;
  rule: string;
  confidence: number;
}

/** A proposal of at least this confidence is carried out; a weaker one is only shown, and the line stays body text. */
export const SURE = 0.8;

/** One line of the raw article and what becomes of it. Every line of it is here, in its order. */
export interface Placed {
  /** Where the line is a whole block; null for a mark that was parted from the lead after it. */
  block: Block | null;
  /** The line as it was. */
  text: string;
  /** What it says without a label (`Tít: …`); the same as `text` where it has none. */
  said: string;
  part: Part;
  /** The best that a rule made of it; null where none did. */
  proposal: Proposal | null;
}

/** A raw article with every line accounted for. */
export interface Arrangement {
  lines: Placed[];
  /** The language that it was read in, BCP 47. */
  language: string;
}

/** A kind of line that can be known by itself. One row of a language's table. */
export interface LineRule {
  name: string;
  part: Part;
  confidence: number;
  /** `around` the text: before its first sentence or after its last; `head` only before, `tail` only after; or `anywhere`. */
  where: 'anywhere' | 'around' | 'head' | 'tail';
  /** Matches the whole line; a group `said` is what remains when a label is taken off, a group `name` begins with a capital. */
  pattern: RegExp;
  /** A line that the rule takes, and one much like it that it leaves alone. */
  takes: string;
  leaves: string;
}
