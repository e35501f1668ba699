import type { EditorTexts, Span } from '../editor/texts.ts';

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
type Texts = Pick<EditorTexts, 'textOf' | 'rangeOf' | 'listen'>;

interface Drawn {
  line: Underline;
  mark: HTMLElement;
  /** Where the words are in their text now; null where they themselves were changed. */
  at: Place | null;
  /** Where they are on the page; undefined where that has not been asked since the text changed. */
  range: Range | null | undefined;
}

interface Place {
  start: number;
  end: number;
}

/** @param sheet holds the texts; it is the layer's offset parent */
export function createUnderlines(sheet: HTMLElement, texts: Texts): Underlines {
  const layer = document.createElement('div');
  layer.className = 'underlines';
  layer.ariaHidden = 'true';
  sheet.append(layer);
  let drawn: Drawn[] = [];
  /** The texts under whose words lines are drawn, as they were when the lines were last placed. */
  const known = new Map<string, string>();

  function place(some: readonly Drawn[]): void {
    if (some.length === 0) return;
    // All is read before anything is written: the page is laid out once.
    const origin = layer.getBoundingClientRect();
    const fonts = new Map<Element, string>();
    const placed = some.map((one) => {
      one.range ??= one.at && texts.rangeOf({ id: one.line.id, ...one.at });
      const holder = one.range?.startContainer.parentElement ?? null;
      if (holder && !fonts.has(holder)) fonts.set(holder, getComputedStyle(holder).font);
      return {
        mark: one.mark,
        font: holder ? fonts.get(holder) : undefined,
        boxes: [...(one.range?.getClientRects() ?? [])],
      };
    });
    for (const { mark, font, boxes } of placed) {
      while (mark.children.length > boxes.length) mark.lastChild?.remove();
      boxes.forEach((box, index) => {
        const part = (mark.children[index] ?? mark.appendChild(newPart(font))) as HTMLElement;
        change(part, 'left', `${box.left - origin.left}px`);
        change(part, 'top', `${box.top - origin.top}px`);
        change(part, 'letterSpacing', `${box.width - blankOf(font)}px`);
        change(part, 'lineHeight', `${box.height}px`);
      });
    }
  }
  /** Puts these into the layer, in this order, and takes all others out; those that stay are not touched. */
  function hold(marks: readonly HTMLElement[]): void {
    const kept = new Set<Element>(marks);
    for (const mark of [...layer.children]) if (!kept.has(mark)) mark.remove();
    let next = layer.firstChild;
    for (const mark of marks) {
      if (mark === next) next = next.nextSibling;
      else layer.insertBefore(mark, next);
    }
  }
  const resized = new ResizeObserver(() => place(drawn));
  resized.observe(sheet);

  /** Finds the words of a changed text again, and gives those that may stand elsewhere on the page. */
  function follow(id: string): Drawn[] {
    const before = known.get(id) ?? '';
    const now = texts.textOf(id) ?? '';
    known.set(id, now);
    // A word that ends before the change, with a space between, is broken into lines as it was.
    const untouched = before.slice(0, sameAtStart(before, now)).search(/\s\S*$/u);
    return drawn.filter((one) => {
      if (one.line.id !== id) return false;
      one.at = placeNow(one.line, now);
      one.range = undefined;
      return !one.at || one.at.end > untouched;
    });
  }
  // The words behind the caret move with each key; those of other texts only when the sheet grows.
  let changed = new Set<string>();
  let frame = 0;
  const stop = texts.listen((ids) => {
    for (const id of known.keys()) if (!ids || ids.has(id)) changed.add(id);
    if (frame !== 0 || changed.size === 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      place([...changed].flatMap(follow));
      changed = new Set();
    });
  });

  return {
    show(lines) {
      const before = Map.groupBy(drawn, ({ line }) => line.id);
      const fresh: Drawn[] = [];
      const standing = (line: Underline): Drawn | undefined =>
        known.get(line.id) === line.within
          ? before
              .get(line.id)
              ?.find(({ line: { kind }, at }) => kind === line.kind && at?.start === line.start && at.end === line.end)
          : undefined;
      drawn = lines.map((line) => {
        const there = standing(line);
        if (there) return Object.assign(there, { line });
        const one = { line, mark: newMark(line), at: line, range: undefined };
        fresh.push(one);
        return one;
      });
      known.clear();
      for (const { id, within } of lines) known.set(id, within);
      hold(drawn.map(({ mark }) => mark));
      place(fresh);
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
function placeNow({ start, end, within }: Underline, now: string): Place | null {
  const same = sameAtStart(within, now);
  if (end <= same) return { start, end };
  const shorter = Math.min(within.length, now.length);
  let sameEnd = 0;
  while (sameEnd < shorter && within.at(-1 - sameEnd) === now.at(-1 - sameEnd)) sameEnd++;
  const by = now.length - within.length;
  return start >= within.length - sameEnd ? { start: start + by, end: end + by } : null;
}

/** How many units two texts have in common at their start. */
function sameAtStart(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same < shorter && a[same] === b[same]) same++;
  return same;
}

/** One line of text's part of an underline: a blank so wide as the words there, in the letters' own font: so the line lies where the browser would draw it. */
function newPart(font: string | undefined): HTMLElement {
  const part = document.createElement('i');
  part.style.font = font ?? '';
  return part;
}

function newMark({ kind, within, start, end }: Underline): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'underline';
  mark.dataset['kind'] = kind;
  mark.dataset['word'] = within.slice(start, end);
  return mark;
}

const gauge = new OffscreenCanvas(1, 1).getContext('2d');
const blanks = new Map<string, number>();
/** How wide a blank is in a font, in pixels. */
function blankOf(font = ''): number {
  const known = blanks.get(font);
  if (known !== undefined || !gauge) return known ?? 0;
  gauge.font = font;
  const { width } = gauge.measureText('\u00a0');
  blanks.set(font, width);
  return width;
}

/** Writes a style where it is another: what is not written is not painted again. */
function change(element: HTMLElement, name: 'left' | 'top' | 'letterSpacing' | 'lineHeight', value: string): void {
  if (element.style[name] !== value) element.style[name] = value;
}
