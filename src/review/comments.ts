import type { Story } from '../story/schema.ts';
import type { Thread } from '../story/review.ts';
import { blockTexts, photosOf } from '../story/walk.ts';

/** A thread and where what it is about stands now. */
export interface Comment {
  thread: Thread;
  /** The block that its words or its photo are in now; null for a field, a suggestion or the story. */
  block: string | null;
  /** Its words, or its photo, are gone: only the quote tells what it was about. */
  isOrphan: boolean;
}

/** Which block bears the words of which thread, the first one where there are several. */
function anchorsIn(body: Story['body']): Map<string, string> {
  const anchors = new Map<string, string>();
  for (const block of body)
    for (const runs of blockTexts(block))
      for (const { comments } of runs) for (const id of comments ?? []) if (!anchors.has(id)) anchors.set(id, block.id);
  return anchors;
}

/** Every thread of a story in the order in which it began, with where it stands. */
export function commentsOf(story: Pick<Story, 'body' | 'threads'>): Comment[] {
  const anchors = anchorsIn(story.body);
  return (story.threads ?? []).map((thread): Comment => {
    const { anchor } = thread;
    switch (anchor.on) {
      case 'text': {
        const block = anchors.get(thread.id) ?? null;
        return { thread, block, isOrphan: block === null };
      }
      case 'photo': {
        const figure = story.body.find(
          (block) => block.type === 'figure' && photosOf({ body: [block] }).some(({ id }) => id === anchor.photo),
        );
        return { thread, block: figure?.id ?? null, isOrphan: figure === undefined };
      }
      default:
        return { thread, block: null, isOrphan: false };
    }
  });
}

/** The threads that nobody has settled. */
export const openComments = (story: Pick<Story, 'body' | 'threads'>): Comment[] =>
  commentsOf(story).filter(({ thread }) => !thread.resolved);
