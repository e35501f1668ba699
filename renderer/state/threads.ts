import { now } from '../../src/base/dates.ts';
import { newId } from '../../src/base/ids.ts';
import type { Anchor, Deed, Thread } from '../../src/story/review.ts';
import type { StoryFields } from '../../src/story/schema.ts';
import type { Session } from './session.ts';

/** What one does with the comments of a story. */
export interface ThreadActs {
  comment: (anchor: Anchor, id: string, quote: string, text: string) => void;
  reply: (thread: string, text: string) => void;
  editEntry: (thread: string, entry: string, text: string) => void;
  /** Takes out one's own words; a thread without any goes with them. */
  deleteEntry: (thread: string, entry: string) => void;
  settle: (thread: string, isResolved: boolean) => void;
}

interface Parts {
  session: Session;
  /** Who I am in stories. */
  me: () => string;
  write: (fields: Partial<StoryFields>) => void;
  /** Writes the threads, with me among the people and a line in the record. */
  say: (threads: Thread[], did: Deed['did'], what: string) => void;
}

export function threadActs({ session, me, write, say }: Parts): ThreadActs {
  const threads = (): readonly Thread[] => session.fields.get().threads ?? [];
  const threadsWith = (id: string, change: (thread: Thread) => Thread | null): Thread[] =>
    threads().flatMap((thread) => {
      if (thread.id !== id) return [thread];
      const changed = change(thread);
      return changed ? [changed] : [];
    });
  const entryOf = (text: string) => ({ id: newId(12), by: me(), at: now(), text });

  return {
    comment(anchor, id, quote, text) {
      say([...threads(), { id, anchor, quote, entries: [entryOf(text)] }], 'commented', text);
    },
    reply(id, text) {
      const entry = entryOf(text);
      say(
        threadsWith(id, (thread) => ({ ...thread, entries: [...thread.entries, entry] })),
        'replied',
        text,
      );
    },
    editEntry(id, entryId, text) {
      write({
        threads: threadsWith(id, (thread) => ({
          ...thread,
          entries: thread.entries.map((one) => (one.id === entryId ? { ...one, text, editedAt: now() } : one)),
        })),
      });
    },
    deleteEntry(id, entryId) {
      write({
        threads: threadsWith(id, (thread) => {
          const entries = thread.entries.filter((one) => one.id !== entryId);
          return entries.length > 0 ? { ...thread, entries } : null;
        }),
      });
    },
    settle(id, isResolved) {
      const settled = threadsWith(id, ({ resolved: _, ...thread }) =>
        isResolved ? { ...thread, resolved: { by: me(), at: now() } } : thread,
      );
      const quote = settled.find((thread) => thread.id === id)?.entries[0]?.text ?? '';
      say(settled, isResolved ? 'resolved' : 'reopened', quote);
    },
  };
}
