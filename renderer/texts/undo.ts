import type { EditorTexts } from '../editor/texts.ts';

/** The page as it was or is: the fields' texts and the editor's. */
type Snapshot = Map<HTMLTextAreaElement | string, string>;

interface UndoRoom {
  controls: () => HTMLTextAreaElement[];
  write: (control: HTMLTextAreaElement, value: string) => void;
  editor: EditorTexts;
}

/** Makes a change of several fields and the body one step for Ctrl+Z, and for Ctrl+Y after it. */
export interface Undo {
  /** Does the change; the next Ctrl+Z takes all of it back and the next Ctrl+Y does it again, as long as nothing else was changed since. */
  around: (change: () => void) => void;
  end: () => void;
}

/** The body holds its own history; more steps than this are no part of one change. */
const MOST_STEPS = 50;

export function createUndo({ controls, write, editor }: UndoRoom): Undo {
  let last: { before: Snapshot; after: Snapshot; isUndone: boolean } | null = null;

  const fields = (): Snapshot => new Map(controls().map((control) => [control, control.value]));
  const body = (): Snapshot => new Map(editor.list().map(({ id, text }) => [id, text]));
  const now = (): Snapshot => new Map([...fields(), ...body()]);

  /** Brings the page from one state to the other, the body by its own history; false where it is in another. */
  function go(from: Snapshot, to: Snapshot, step: () => void): boolean {
    if (!isSame(now(), from)) return false;
    for (let count = 0; count < MOST_STEPS && !isSame(body(), to); count++) step();
    for (const [control, text] of to)
      if (control instanceof HTMLTextAreaElement && control.value !== text) write(control, text);
    return true;
  }

  function press(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || last === null) return;
    const key = event.key.toLowerCase();
    const isUndo = key === 'z' && !event.shiftKey;
    if ((!isUndo && !(key === 'z' || key === 'y')) || isUndo === last.isUndone) return;
    const { before, after } = last;
    const isDone = isUndo ? go(after, before, editor.undo) : go(before, after, editor.redo);
    last = isDone ? { before, after, isUndone: isUndo } : null;
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
  }
  // Captured: before a field's own undo, and the editor's.
  window.addEventListener('keydown', press, true);

  return {
    around(change) {
      const before = now();
      change();
      last = { before, after: now(), isUndone: false };
    },
    end: () => window.removeEventListener('keydown', press, true),
  };
}

/** Whether every text of the first is so in the second. */
function isSame(some: Snapshot, all: Snapshot): boolean {
  for (const [where, text] of some) if (all.get(where) !== text) return false;
  return true;
}
