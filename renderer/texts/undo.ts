import type { EditorTexts } from '../editor/texts.ts';

/** The page as it was or is: the fields' texts and the editor's. */
type Snapshot = Map<HTMLTextAreaElement | string, string>;

interface UndoRoom {
  controls: () => HTMLTextAreaElement[];
  write: (control: HTMLTextAreaElement, value: string) => void;
  editor: EditorTexts;
}

/** Makes a change of several fields and the body one step for Ctrl+Z. */
export interface Undo {
  /** Does the change; the next Ctrl+Z takes all of it back, as long as nothing else was changed since. */
  around: (change: () => void) => void;
  end: () => void;
}

/** The body holds its own history; more steps than this are no part of one change. */
const MOST_STEPS = 50;

export function createUndo({ controls, write, editor }: UndoRoom): Undo {
  let last: { before: Snapshot; after: Snapshot } | null = null;

  const fields = (): Snapshot => new Map(controls().map((control) => [control, control.value]));
  const body = (): Snapshot => new Map(editor.list().map(({ id, text }) => [id, text]));
  const now = (): Snapshot => new Map([...fields(), ...body()]);

  function press(event: KeyboardEvent): void {
    const isUndo =
      (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';
    if (!isUndo || last === null) return;
    const { before, after } = last;
    last = null;
    if (!isSame(now(), after)) return;
    event.preventDefault();
    event.stopPropagation();
    for (let step = 0; step < MOST_STEPS && !isSame(body(), before); step++) editor.undo();
    for (const [control, text] of before)
      if (control instanceof HTMLTextAreaElement && control.value !== text) write(control, text);
  }
  // Captured: before a field's own undo, and the editor's.
  window.addEventListener('keydown', press, true);

  return {
    around(change) {
      const before = now();
      change();
      last = { before, after: now() };
    },
    end: () => window.removeEventListener('keydown', press, true),
  };
}

/** Whether every text of the first is so in the second. */
function isSame(some: Snapshot, all: Snapshot): boolean {
  for (const [where, text] of some) if (all.get(where) !== text) return false;
  return true;
}
