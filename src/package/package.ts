import type { Story } from '../story/schema.ts';
import type { Version } from '../versions/index.ts';

/** A version with what it says. */
export interface PackagedVersion {
  version: Version;
  story: Story;
}

/** Where a story came from, as far as another copy of it must know to be merged with this one. */
export interface PackagedHistory {
  /** The names of the versions that the content came from, nearest first, without itself. */
  lineage: readonly string[];
  /** What is known of the content itself, where it is a version. */
  head?: Version | undefined;
  /** The versions that travel along, the oldest first. */
  versions: readonly PackagedVersion[];
}

/** Something that a damaged package no longer holds, though it should. */
export interface Missing {
  is: 'picture' | 'version' | 'file';
  /** The picture's file name, else the path in the package. */
  name: string;
  /** What is wrong, in English. */
  reason: string;
}

/** What a package held. */
export interface StoryPackage {
  story: Story;
  /** The name of the story's content. */
  head: string;
  history: PackagedHistory;
  /** The originals of the story's pictures, by their ids. */
  media: Map<string, Uint8Array>;
  /** Files that this program does not know, by their paths; they go into what is made of this package. */
  others: Map<string, Uint8Array>;
  /** What could not be read. Empty for a package that is whole. */
  missing: Missing[];
}

/** What a package tells of itself before it is opened. */
export interface Glance {
  story: Story;
  /** The name of the story's content. */
  head: string;
  lineage: readonly string[];
  /** Who made the content, and when, as far as it is told. */
  known: Version | undefined;
}
