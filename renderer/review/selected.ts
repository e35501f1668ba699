import type { InsertedPlace, Suggestion } from '../../src/review/index.ts';
import type { EditorComments } from '../editor/comments/marks.ts';

/** The suggestions that what is selected in the page touches, or that the caret stands in. */
export function selectedSuggestions(editor: EditorComments, places: readonly InsertedPlace[]): Suggestion[] {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return [];
  const selected = selection.getRangeAt(0);
  const ranges = editor.rangesAt(places);
  const touched = places.flatMap(({ suggestion }, index): Suggestion[] => {
    const range = ranges[index];
    const isTouched =
      range &&
      selected.comparePoint(range.startContainer, range.startOffset) < 1 &&
      selected.comparePoint(range.endContainer, range.endOffset) > -1;
    return isTouched ? [suggestion] : [];
  });
  return [...new Set(touched)];
}
