import type { EditorText, EditorTexts, Span } from '../editor/texts.ts';

/** A line under words, its look by its kind in marks.css. */
export interface Underline extends Span {
  kind: 'spelling' | 'style';
  /** The whole text that the words were found in. */
  within: string;
}

/**
 * Lines under words of the page, on a layer over it. The browser's own highlights are of no use for marks that stay while
 * one types: with each change of the page Chromium takes all of them out, puts them in and paints their texts again, which
 * makes a key a sixth dearer where a score of them are in sight.
 */
export interface Underlines {
  /** Draws these and no others. They follow their words while the text round these changes. */
  show: (lines: readonly Underline[]) => void;
  end: () => void;
}

/** The texts of the page, fields included. */
type Texts = Pick<EditorTexts, 'rangeOf' | 'listen'> & {
  list: (only: ReadonlySet<string>) => Pick<EditorText, 'id' | 'text'>[];
};

interface Drawn {
  line: Underline;
  mark: HTMLElement;
  range: Range | null;
}

/** @param sheet holds the texts; it is the layer's offset parent */
export function createUnderlines(sheet: HTMLElement, texts: Texts): Underlines {
  const layer = document.createElement('div');
  layer.className = 'underlines';
  layer.ariaHidden = 'true';
  sheet.append(layer);
  let drawn: Drawn[] = [];

  function place(some: readonly Drawn[]): void {
    // All is read before anything is written: the page is laid out once.
    const origin = layer.getBoundingClientRect();
    const placed = some.map(({ mark, range }) => ({ mark, range, boxes: [...(range?.getClientRects() ?? [])] }));
    for (const { mark, range, boxes } of placed) {
      while (mark.children.length > boxes.length) mark.lastChild?.remove();
      boxes.forEach((box, index) => {
        const part = (mark.children[index] ?? mark.appendChild(newPart(range))) as HTMLElement;
        change(part, 'translate', `${box.left - origin.left}px ${box.top - origin.top}px`);
        change(part, 'inlineSize', `${box.width}px`);
        change(part, 'lineHeight', `${box.height}px`);
      });
    }
  }
  const resized = new ResizeObserver(() => place(drawn));
  resized.observe(sheet);

  /** Finds the words of these texts again: what stands round them has become another. */
  function follow(ids: ReadonlySet<string>): void {
    const now = new Map(texts.list(ids).map(({ id, text }) => [id, text]));
    const moved = drawn.filter(({ line }) => ids.has(line.id));
    for (const one of moved) {
      const place = placeNow(one.line, now.get(one.line.id) ?? '');
      one.range = place && texts.rangeOf({ id: one.line.id, ...place });
    }
    place(moved);
  }
  // The words behind the caret move with each key; those of other texts only when the sheet grows.
  let changed = new Set<string>();
  let frame = 0;
  const stop = texts.listen((ids) => {
    for (const { line } of drawn) if (!ids || ids.has(line.id)) changed.add(line.id);
    if (frame !== 0 || changed.size === 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      follow(changed);
      changed = new Set();
    });
  });

  return {
    show(lines) {
      drawn = lines.map((line) => {
        const mark = document.createElement('span');
        mark.className = 'underline';
        mark.dataset['kind'] = line.kind;
        mark.dataset['word'] = line.within.slice(line.start, line.end);
        return { line, mark, range: texts.rangeOf(line) };
      });
      layer.replaceChildren(...drawn.map(({ mark }) => mark));
      place(drawn);
    },
    end() {
      cancelAnimationFrame(frame);
      resized.disconnect();
      stop();
      layer.remove();
    },
  };
}

/** Where the words are in the text as it is now; null where they themselves were changed. */
function placeNow({ start, end, within }: Underline, now: string): { start: number; end: number } | null {
  const shorter = Math.min(within.length, now.length);
  let same = 0;
  while (same < shorter && within[same] === now[same]) same++;
  if (end <= same) return { start, end };
  let sameEnd = 0;
  while (sameEnd < shorter && within.at(-1 - sameEnd) === now.at(-1 - sameEnd)) sameEnd++;
  const by = now.length - within.length;
  return start >= within.length - sameEnd ? { start: start + by, end: end + by } : null;
}

/** One line of text's part of an underline, in the letters' own font: so the line lies where the browser would draw it. */
function newPart(range: Range | null): HTMLElement {
  const part = document.createElement('i');
  const holder = range?.startContainer.parentElement;
  if (holder) part.style.font = getComputedStyle(holder).font;
  return part;
}

/** Writes a style where it is another: what is not written is not painted again. */
function change(element: HTMLElement, name: 'translate' | 'inlineSize' | 'lineHeight', value: string): void {
  if (element.style[name] !== value) element.style[name] = value;
}
