import type { Comment, InsertedPlace } from '../../src/review/index.ts';
import type { EditorComments } from '../editor/comments/marks.ts';
import { isNear, type Struck, type StruckWords } from './struck.ts';
import { clearMarks, showMarks, type MarkName } from '../texts/marks.ts';

const NAMES = ['comment', 'comment-current', 'inserted', 'deleted', 'restyled'] as const satisfies MarkName[];
/**
 * Marks commented words and suggestions in the page, those near what is seen: the browser draws all of them at every key. They lie over
 * the text and are no part of it.
 */
export function drawReview(
  editor: EditorComments,
  comments: readonly Comment[],
  places: readonly InsertedPlace[],
  current: string | null,
  struck: StruckWords,
): void {
  // Both look through the whole text, which few stories need: most have nothing to mark.
  const open = comments.filter(({ thread }) => !thread.resolved);
  const threads = open.length > 0 ? editor.ranges() : new Map<string, Range[]>();
  const of = (isCurrent: boolean): Range[] =>
    open
      .filter(({ thread }) => (thread.id === current) === isCurrent)
      .flatMap(({ thread }) => threads.get(thread.id) ?? [])
      .filter((range) => isNear(range.startContainer));
  showMarks('comment', of(false));
  showMarks('comment-current', of(true));
  const ranges = places.length > 0 ? editor.rangesAt(places) : [];
  const marks: Record<'inserted' | 'deleted' | 'restyled', Range[]> = { inserted: [], deleted: [], restyled: [] };
  const gone: Struck[] = [];
  places.forEach(({ suggestion, from, to }, index) => {
    const range = ranges[index];
    if (!range || !isNear(range.startContainer)) return;
    const isGone = suggestion.is === 'deleted' || suggestion.is === 'replaced';
    // Of an empty place the range has the letter before it, or, at the beginning of a line, the one behind.
    if (isGone && suggestion.before !== '')
      gone.push({ range, words: suggestion.before, isBefore: from !== to || from === 0 });
    const isStyle = suggestion.is === 'restyled' || suggestion.is === 'changed';
    marks[isStyle ? 'restyled' : from === to ? 'deleted' : 'inserted'].push(range);
  });
  for (const [name, all] of Object.entries(marks)) showMarks(name as keyof typeof marks, all);
  struck.draw(gone);
}

export function undrawReview(): void {
  for (const name of NAMES) clearMarks(name);
}
