/** What can be marked in the page, and looks so in marks.css. Marks lie over the text and are no part of it. */
export type MarkName = 'find' | 'find-current' | 'comment' | 'comment-current' | 'inserted' | 'deleted' | 'restyled';

/** Marks these ranges, and no others, by this name. */
export function showMarks(name: MarkName, ranges: readonly AbstractRange[]): void {
  const shown = [...(CSS.highlights.get(name) ?? [])];
  // The browser draws all of them anew for each that changes.
  if (
    CSS.highlights.has(name) &&
    shown.length === ranges.length &&
    ranges.every((range, at) => isSame(range, shown[at]))
  )
    return;
  CSS.highlights.set(name, new Highlight(...ranges));
}

const isSame = (a: AbstractRange, b: AbstractRange | undefined): boolean =>
  a.startContainer === b?.startContainer &&
  a.startOffset === b.startOffset &&
  a.endContainer === b.endContainer &&
  a.endOffset === b.endOffset;

export function clearMarks(name: MarkName): void {
  CSS.highlights.delete(name);
}
