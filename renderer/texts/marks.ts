/** What can be marked in the page, and looks so in marks.css. Marks lie over the text and are no part of it. */
export type MarkName = 'find' | 'find-current' | 'comment' | 'comment-current' | 'inserted' | 'deleted' | 'restyled';

/** Marks these ranges, and no others, by this name. */
export function showMarks(name: MarkName, ranges: readonly AbstractRange[]): void {
  CSS.highlights.set(name, new Highlight(...ranges));
}

export function clearMarks(name: MarkName): void {
  CSS.highlights.delete(name);
}
