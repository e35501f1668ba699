import type { PageTexts } from '../texts/page-texts.ts';
import type { PlacedRemark } from './placed.ts';

/** A story with more of them is in another language; marking them all would cost the browser time and help nobody. */
const MOST_MARKS = 1000;

/**
 * Elements that are in sight or nearly so. Only their remarks are marked: each is drawn by itself. Remembered from one set
 * of remarks to the next, so that no mark goes out meanwhile.
 */
const near = new WeakSet<Element>();

/** Marks the remarks on the page; a word that is just being typed is left in peace until the caret has gone on. */
export function createRemarkMarks(texts: PageTexts, remarks: readonly PlacedRemark[]): { end: () => void } {
  const shown = remarks.slice(0, MOST_MARKS);
  const ranges = shown.flatMap((remark) => {
    const range = texts.rangeOf(remark);
    return range ? [{ remark, range }] : [];
  });
  texts.tidy('proof', new Set(shown.map(({ id }) => id)));

  const holderOf = (range: Range): Element | null => range.startContainer.parentElement;
  const isNear = (range: Range): boolean => {
    const holder = holderOf(range);
    return holder !== null && near.has(holder);
  };
  const sight = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      draw();
    },
    // The page scrolls within the window.
    { rootMargin: '50%', scrollMargin: '50%' },
  );
  let hidden: PlacedRemark | undefined;
  const atCaret = (): PlacedRemark | undefined => {
    const caret = texts.caret();
    return caret
      ? shown.find(({ kind, id, end }) => kind === 'spelling' && id === caret.id && end === caret.offset)
      : undefined;
  };
  const draw = (): void => {
    texts.underline(
      ranges.filter(({ remark, range }) => remark !== hidden && isNear(range)).map(({ remark }) => remark),
    );
  };
  const moved = (): void => {
    // Only leaving shows it: whoever goes back to a word wants to see what is wrong.
    if (!hidden || atCaret() === hidden) return;
    hidden = undefined;
    draw();
  };
  hidden = atCaret();
  draw();
  for (const holder of new Set(ranges.map(({ range }) => holderOf(range)))) if (holder) sight.observe(holder);
  document.addEventListener('selectionchange', moved);
  return {
    end() {
      sight.disconnect();
      document.removeEventListener('selectionchange', moved);
      texts.underline([]);
    },
  };
}
