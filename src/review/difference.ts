import type { Word } from '../merge/match.ts';
import type { Lists, Row, Token } from '../merge/stream.ts';
import type { Block } from '../story/schema.ts';

/**
 * One step on the way through both versions: a token that both have, or a place where they part. `edit` is the number of the
 * edit that it belongs to, or -1 where both say the same; a token that both have may differ in looks, or, a box, in its parts.
 */
export type Step =
  | { is: 'both'; old: Token; now: Token; edit: number; box?: Box }
  | { is: 'parted'; old: readonly Token[]; now: readonly Token[]; edit: number };

/**
 * One line or box that both versions have, compared by itself; its edits are numbered from 0. `gone` and `come` are the words that
 * only one version has there: what moved to another line is among them.
 */
export interface Chunk {
  steps: Step[];
  count: number;
  gone: Word[][];
  come: Word[][];
}

/** Such a line or box among the others; the number of its first edit. */
export interface RowStep {
  is: 'row';
  old: Row;
  now: Row;
  chunk: Chunk;
  first: number;
}

/** Everything in which two bodies differ, as edits that can each be made or left. */
export interface Edits {
  steps: readonly (Step | RowStep)[];
  /** How many edits there are; they are numbered in reading order, from 0. */
  count: number;
  lists: { old: Lists; now: Lists; edits: Map<string, number> };
}

/** A text, or the blocks, within a box: which edits it has, by their own numbers, which begin at `first` of the box. */
export interface Inner {
  /** As `title`, `p3k2:caption`, `blocks`, `rows:0:2` (the third cell of the first row). */
  path: string;
  edits: Edits;
  first: number;
}

/** Everything in which two boxes of one name differ: members as a whole, each by the number of its edit, and texts word by word. */
export interface Box {
  parts: Map<string, number>;
  inner: Inner[];
  count: number;
}

/** Compares two bodies: `editsBetween`. */
export type Between = (before: readonly Block[], after: readonly Block[]) => Edits;
