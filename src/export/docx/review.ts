import { Paragraph, TextRun, type ICommentOptions } from 'docx';
import { graphemeOffset } from '../../base/text.ts';
import { commentsOf, openSuggestions } from '../../review/index.ts';
import type { RunMark, Thread } from '../../story/review.ts';
import type { Block, Run, Story } from '../../story/schema.ts';
import { cleanLine, cleanText } from '../clean.ts';

/** Who changed something, as Word wants it; its `id` is a number of its own for each change. */
interface Revision {
  id: number;
  author: string;
  date: string;
}

/** A field before and after what is suggested for it. */
interface FieldChange {
  before: string;
  mark: RunMark;
}

/** What colleagues said of a story and would have otherwise, on its way into a Word document. */
export interface Review {
  revision: (mark: Pick<RunMark, 'by' | 'at'>) => Revision;
  /** The numbers of the Word comments on the words of a thread, for the first words of it alone; none later. */
  begin: (thread: string) => readonly number[];
  /** Comments that are on no words of the body: on a photo, a field, or the story. They stand at the headline. */
  elsewhere: readonly number[];
  /** What is suggested for a field. */
  field: (name: string) => FieldChange | undefined;
  /** All comments, for the document. */
  comments: ICommentOptions[];
}

/** No name is no author to Word. */
const UNKNOWN = '?';

/** Gathers what reviewers left open in a story; `story` is as it is kept, not in any view. */
export function reviewOf(story: Story): Review {
  let last = 0;
  const people = story.people ?? {};
  const nameOf = (by: string): string => cleanLine(people[by]?.name ?? '') || UNKNOWN;
  const comments: ICommentOptions[] = [];
  const numbers = new Map<string, number[]>();
  const elsewhere: number[] = [];

  function add({ id, anchor, quote, entries }: Thread, isInText: boolean): void {
    const own: number[] = [];
    for (const entry of entries) {
      const about = anchor.on === 'field' ? `${anchor.field}: ` : '';
      // Where its words are no longer marked, the comment says which they were.
      const lines = [...(isInText || quote === '' ? [] : [`${about}“${quote}”`]), ...entry.text.split('\n')];
      const number = comments.length;
      comments.push({
        id: number,
        author: nameOf(entry.by),
        initials:
          cleanLine(people[entry.by]?.initials ?? '') || nameOf(entry.by).slice(0, graphemeOffset(nameOf(entry.by), 1)),
        date: new Date(entry.at),
        children: lines.map((line) => new Paragraph({ children: [new TextRun(cleanText(line))] })),
        ...(own[0] !== undefined && { parentId: own[0] }),
      });
      own.push(number);
    }
    if (isInText) numbers.set(id, own);
    else elsewhere.push(...own);
  }

  for (const { thread, isOrphan } of commentsOf(story))
    if (!thread.resolved) add(thread, thread.anchor.on === 'text' && !isOrphan);

  const fields = new Map(
    openSuggestions(story)
      .filter(({ block }) => block === null)
      .map(({ part, before, id, by, at }) => [part, { before, mark: { id, by, at } }] as const),
  );
  return {
    revision: ({ by, at }) => ({ id: (last += 1), author: nameOf(by), date: at }),
    begin: (thread) => {
      const own = numbers.get(thread) ?? [];
      numbers.delete(thread);
      return own;
    },
    elsewhere,
    field: (name) => fields.get(name),
    comments,
  };
}

/**
 * A block whose suggestion is told by its words: those of one that would come or go as a whole bear the mark of it. Runs that bear one
 * already keep theirs.
 */
export function withMarkedWords(block: Block): Block {
  const { suggested } = block;
  if (!suggested || suggested.is === 'changed' || ['paragraph', 'heading', 'quote', 'list'].includes(block.type))
    return block;
  const { id, by, at, is } = suggested;
  const mark = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const isText =
        value.length > 0 &&
        value.every((one) => typeof (one as Partial<Run> | null)?.text === 'string' && !('id' in (one as object)));
      return isText ? value.map((run) => ({ [is]: { id, by, at }, ...(run as Run) })) : value.map(mark);
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mark(part)]));
  };
  return mark(block) as Block;
}
