import { sha256Hex, utf8 } from '../base/bytes.ts';
import { canonicalJson } from '../base/json.ts';
import { storedBodies } from '../story/read.ts';
import type { Story } from '../story/schema.ts';

/**
 * A story as it is stored in a package or a version: unknown blocks in their original shape, and of the pictures only
 * those that the body still names. A photo that was taken out must not travel on unseen.
 */
export function storedStory(story: Story): Record<string, unknown> {
  const bodies = storedBodies(story);
  // By text, so that a picture that only a block of a newer Copydesk names is found too.
  const text = JSON.stringify(bodies);
  const media = Object.fromEntries(Object.entries(story.media).filter(([id]) => text.includes(id)));
  return { ...story, ...bodies, media };
}

/** The ids of the pictures that a package of this story carries. */
export const packagedIds = (story: Story): string[] => Object.keys(storedStory(story).media as Story['media']);

/** The name of a stored story's content: SHA-256 (hex) of its canonical JSON without the time of its last change. */
export async function headOf(stored: Record<string, unknown>): Promise<string> {
  const { updatedAt: _, ...content } = stored;
  return sha256Hex(utf8(canonicalJson(content)));
}

/** The name of what a story says now: two computers give the same content the same name. */
export const contentHash = (story: Story): Promise<string> => headOf(storedStory(story));
