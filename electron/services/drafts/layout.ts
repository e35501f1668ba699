import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';

/** What a story's folder holds of each generation: a snapshot, the log of changes since, and the log's mirror. */
export type Kind = 'snap' | 'log' | 'mir';

const NAME = /^(snap|log|mir)\.([1-9]\d{0,8})$/;
const ID = /^[a-z0-9]{8,40}$/;

export const fileName = (kind: Kind, generation: number): string => `${kind}.${generation}`;

/** The kind and generation that a file's name says; null for any other file. */
export function parseFileName(name: string): { kind: Kind; generation: number } | null {
  const [, kind, generation] = NAME.exec(name) ?? [];
  return kind && generation ? { kind: kind as Kind, generation: Number(generation) } : null;
}

/** Whether this can be a story's id, and so a folder's name: nothing with a slash or a dot gets near a path. */
export const isStoryId = (id: string): boolean => ID.test(id);

export const storiesFolder = (home: string): string => join(home, 'stories');

/**
 * The folder of a story. The two hex digits come from a hash, so that folders fill evenly whoever made the ids.
 * Throws where `id` is none.
 */
export function storyFolder(home: string, id: string): string {
  if (!isStoryId(id)) throw new Error(`not a story id: ${JSON.stringify(id)}`);
  return join(storiesFolder(home), createHash('sha256').update(id).digest('hex').slice(0, 2), id);
}

/** Where a story is put together before it gets its place by one rename. */
export const unfinishedFolder = (folder: string, id: string): string => join(dirname(folder), `.new-${id}`);
