import type { Edit, EditorTexts, Span } from '../editor/texts.ts';
import { createMirrors, type Mirrors } from './mirrors.ts';
import { createUnderlines, type Underline } from './underlines.ts';
import { createUndo, type Undo } from './undo.ts';

/** One text of the page: a field, a paragraph, a caption, an alt text. */
export interface PageText {
  id: string;
  text: string;
  /** BCP 47, of this text. */
  language: string;
  /** What it is called where it is a field: the label that a screen reader says. */
  label: string;
}

/** Every text of the open story, in reading order, wherever it is typed: the fields round the body, the body, the fields of its photos. */
export interface PageTexts {
  /** All texts, or those of these ids that are still there. */
  list: (only?: ReadonlySet<string>) => PageText[];
  /** The text of this id as it is now; null where it is gone. */
  textOf: (id: string) => string | null;
  /** What holds the text of this id: a field's control, an element of the body. */
  elementOf: (id: string) => HTMLElement | null;
  /** Where a span is on the page, to be marked; in a field it is the range of a mirror. */
  rangeOf: (span: Span) => Range | null;
  /** Draws lines under these words, and under no others. */
  underline: (lines: readonly Underline[]) => void;
  /** Lets go of the mirrors of fields in which nobody marks anything any more; `owner` marks in these texts. */
  tidy: (owner: string, marked: ReadonlySet<string>) => void;
  /** Selects the span, brings it into sight and, where asked, takes the keyboard there. */
  reveal: (span: Span, takeFocus: boolean) => void;
  /** The text in which the caret is, and where, or in which this point of the window is; null where it is in none. */
  caret: (point?: { x: number; y: number }) => { id: string; offset: number } | null;
  /** Puts the replacements in place; Ctrl+Z takes all of them back at once. */
  replace: (edits: readonly Edit[]) => void;
  /** Hears which texts changed; null where any may have. */
  listen: (heard: (ids: ReadonlySet<string> | null) => void) => () => void;
  end: () => void;
}

const FIELD = 'field-';

export function createPageTexts(sheet: HTMLElement, editor: EditorTexts): PageTexts {
  const mirrors: Mirrors = createMirrors(sheet);
  const ids = new WeakMap<HTMLTextAreaElement, string>();
  const controls = new Map<string, WeakRef<HTMLTextAreaElement>>();
  const owners = new Map<string, ReadonlySet<string>>();
  let count = 0;

  function idOf(control: HTMLTextAreaElement): string {
    let id = ids.get(control);
    if (id === undefined) {
      id = `${FIELD}${++count}`;
      ids.set(control, id);
      controls.set(id, new WeakRef(control));
    }
    return id;
  }
  const controlOf = (id: string): HTMLTextAreaElement | null => controls.get(id)?.deref() ?? null;
  const allControls = (): HTMLTextAreaElement[] => [...sheet.querySelectorAll('textarea')];

  function write(control: HTMLTextAreaElement, value: string): void {
    control.value = value;
    control.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
  }
  const undo: Undo = createUndo({ controls: allControls, write, editor });

  const listen: PageTexts['listen'] = (heard) => {
    const typed = ({ target }: Event): void => {
      if (target instanceof HTMLTextAreaElement) heard(new Set([idOf(target)]));
    };
    // Captured: the fields within the body keep their events to themselves.
    sheet.addEventListener('input', typed, true);
    const stop = editor.listen(heard);
    return () => {
      sheet.removeEventListener('input', typed, true);
      stop();
    };
  };
  const list: PageTexts['list'] = (only) => {
    const fields = allControls()
      .map((element) => ({ element, id: idOf(element), text: element.value }))
      .filter(({ id }) => !only || only.has(id));
    const texts = [...fields, ...editor.list(only)];
    return inReadingOrder(texts).map(({ id, text, element }) => ({
      id,
      text,
      language: element.closest<HTMLElement>('[lang]')?.lang ?? '',
      label: labelOf(element),
    }));
  };
  const rangeOf: PageTexts['rangeOf'] = (span) => {
    const control = controlOf(span.id);
    return control ? mirrors.rangeOf(control, span.start, span.end) : editor.rangeOf(span);
  };
  const textOf: PageTexts['textOf'] = (id) => controlOf(id)?.value ?? editor.textOf(id);
  const underlines = createUnderlines(sheet, { textOf, rangeOf, listen });

  return {
    list,
    textOf,
    elementOf: (id) => controlOf(id) ?? editor.elementOf(id),
    rangeOf,
    listen,
    underline: (lines) => underlines.show(lines),
    tidy(owner, marked) {
      owners.set(owner, marked);
      mirrors.keep(new Set([...owners.values()].flatMap((ids) => [...ids].flatMap((id) => controlOf(id) ?? []))));
    },
    reveal(span, takeFocus) {
      const control = controlOf(span.id);
      if (control) {
        control.setSelectionRange(span.start, span.end);
        control.scrollIntoView({ block: 'nearest' });
        if (takeFocus) control.focus();
        return;
      }
      if (takeFocus) {
        editor.root()?.focus({ preventScroll: true });
        editor.select(span);
      }
      const range = editor.rangeOf(span);
      // Sections out of sight have no layout of their own yet: the block first, then the words.
      range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    },
    caret(point) {
      if (point) {
        const at = document.caretPositionFromPoint(point.x, point.y);
        if (!at || !sheet.contains(at.offsetNode)) return null;
        return at.offsetNode instanceof HTMLTextAreaElement
          ? { id: idOf(at.offsetNode), offset: at.offset }
          : editor.placeOf(at.offsetNode, at.offset);
      }
      const active = document.activeElement;
      if (active instanceof HTMLTextAreaElement && sheet.contains(active))
        return { id: idOf(active), offset: active.selectionEnd };
      const shown = active === editor.root() ? getSelection() : null;
      return shown?.focusNode ? editor.placeOf(shown.focusNode, shown.focusOffset) : null;
    },
    replace(edits) {
      undo.around(() => {
        const inFields = Map.groupBy(edits, ({ id }) => controlOf(id));
        for (const [control, own] of inFields) {
          if (control) write(control, replaceIn(control.value, own));
        }
        const inBody = inFields.get(null) ?? [];
        if (inBody.length > 0) editor.replace(inBody);
      });
    },
    end() {
      undo.end();
      underlines.end();
      mirrors.end();
    },
  };
}

function replaceIn(text: string, edits: readonly Edit[]): string {
  return edits
    .filter(({ within }) => within === text)
    .toSorted((a, b) => b.start - a.start)
    .reduce((whole, { start, end, replacement }) => whole.slice(0, start) + replacement + whole.slice(end), text);
}

function inReadingOrder<T extends { element: HTMLElement }>(texts: T[]): T[] {
  return texts.toSorted((a, b) =>
    a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
}

function labelOf(element: HTMLElement): string {
  if (element instanceof HTMLTextAreaElement)
    return element.labels[0]?.querySelector('span')?.textContent ?? element.labels[0]?.textContent ?? '';
  return element.closest<HTMLElement>('.part')?.ariaLabel ?? '';
}
