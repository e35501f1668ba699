import type { Block } from '../story/schema.ts';
import type { OnClash } from './flag.ts';
import type { Line } from './stream.ts';

/** The base and what the two sides made of it. The first side is the same whoever merges. */
export type Three<T> = readonly [base: T, first: T, second: T];

/** How what is no character is merged. */
export interface Rules {
  /** A block that no text flows in or out of; two where nothing can be made of both. */
  box: (versions: Three<Block>, onClash: OnClash) => Block[];
  /** What a line is. */
  line: (versions: Three<Line>, onClash: OnClash) => Line;
}
