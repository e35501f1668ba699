import type { PageTexts } from '../texts/page-texts.ts';
import type { PlacedRemark } from './placed.ts';

/** A story with more of them is in another language; marking them all would cost the browser time and help nobody. */
const MOST_MARKS = 1000;

/** The page scrolls within the window. What came into sight is not asked with each frame, since a key draws one. */
const WHERE_AND_WHEN: IntersectionObserverInit & { delay: number } = {
  rootMargin: '50%',
  scrollMargin: '50%',
  delay: 150,
};

/** The lines under what spelling and house style remark. */
export interface RemarkMarks {
  /** Marks these and no others; a word that is just being typed is left in peace until the caret has gone on. */
  show: (remarks: readonly PlacedRemark[]) => void;
  end: () => void;
}

export function createRemarkMarks(texts: PageTexts): RemarkMarks {
  let shown: readonly PlacedRemark[] = [];
  let hidden: PlacedRemark | undefined;
  /** The elements of the texts that are remarked on, by the texts' ids; those in sight or nearly so are `near`. */
  let holders = new Map<string, Element>();
  const near = new WeakSet<Element>();

  const isNear = ({ id }: PlacedRemark): boolean => {
    const holder = holders.get(id);
    return holder !== undefined && near.has(holder);
  };
  const draw = (): void => {
    texts.underline(shown.filter((remark) => remark !== hidden && isNear(remark)));
  };
  const sight = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) {
      if (isIntersecting) near.add(target);
      else near.delete(target);
    }
    draw();
  }, WHERE_AND_WHEN);
  const atCaret = (): PlacedRemark | undefined => {
    const caret = texts.caret();
    return caret
      ? shown.find(({ kind, id, end }) => kind === 'spelling' && id === caret.id && end === caret.offset)
      : undefined;
  };
  const moved = (): void => {
    // Only leaving shows it: whoever goes back to a word wants to see what is wrong.
    if (!hidden || atCaret() === hidden) return;
    hidden = undefined;
    draw();
  };
  document.addEventListener('selectionchange', moved);

  function watch(now: Map<string, Element>): void {
    const before = new Set(holders.values());
    const after = new Set(now.values());
    for (const holder of before) if (!after.has(holder)) sight.unobserve(holder);
    for (const holder of after) if (!before.has(holder)) sight.observe(holder);
    holders = now;
  }

  return {
    show(remarks) {
      shown = remarks.slice(0, MOST_MARKS);
      const ids = new Set(shown.map(({ id }) => id));
      texts.tidy('proof', ids);
      watch(
        new Map(
          [...ids].flatMap((id) => {
            const holder = texts.elementOf(id);
            return holder ? [[id, holder] as const] : [];
          }),
        ),
      );
      hidden = atCaret();
      draw();
    },
    end() {
      sight.disconnect();
      document.removeEventListener('selectionchange', moved);
      texts.underline([]);
    },
  };
}
