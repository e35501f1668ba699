import { clearMarks, showMarks } from '../texts/marks.ts';
import type { PageTexts } from '../texts/page-texts.ts';
import type { PlacedRemark } from './placed.ts';

/** A story with more of them is in another language; marking them all would cost the browser time and help nobody. */
const MOST_MARKS = 1000;

/** Marks the remarks on the page; a word that is just being typed is left in peace until the caret has gone on. */
export function createRemarkMarks(texts: PageTexts, remarks: readonly PlacedRemark[]): { end: () => void } {
  const shown = remarks.slice(0, MOST_MARKS);
  const ranges = shown.flatMap((remark) => {
    const range = texts.rangeOf(remark);
    return range ? [{ remark, range }] : [];
  });
  texts.tidy('proof', new Set(shown.map(({ id }) => id)));

  let hidden: PlacedRemark | undefined;
  const atCaret = (): PlacedRemark | undefined => {
    const caret = texts.caret();
    return caret
      ? shown.find(({ kind, id, end }) => kind === 'spelling' && id === caret.id && end === caret.offset)
      : undefined;
  };
  const draw = (): void => {
    const of = (kind: PlacedRemark['kind']): Range[] =>
      ranges.filter(({ remark }) => remark.kind === kind && remark !== hidden).map(({ range }) => range);
    showMarks('spelling', of('spelling'));
    showMarks('style', of('style'));
  };
  const moved = (): void => {
    // Only leaving shows it: whoever goes back to a word wants to see what is wrong.
    if (!hidden || atCaret() === hidden) return;
    hidden = undefined;
    draw();
  };
  hidden = atCaret();
  draw();
  document.addEventListener('selectionchange', moved);
  return {
    end() {
      document.removeEventListener('selectionchange', moved);
      clearMarks('spelling');
      clearMarks('style');
    },
  };
}
