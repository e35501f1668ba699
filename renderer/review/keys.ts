import { useWindowKeys } from '../ui/use-window-keys.ts';

interface ReviewKeys {
  comment: () => void;
  toggleSuggesting: () => void;
  step: (by: 1 | -1) => void;
  togglePanel: () => void;
  /** Accepts or rejects what is selected. */
  decide: (how: 'accept' | 'reject') => void;
}

/** Ctrl+Alt+M comments, Ctrl+Shift+E suggests, F9 and Shift+F9 go from mark to mark, Ctrl+Alt+Y and N decide on what is selected, Ctrl+F9 shows the panel. */
export function useReviewKeys({ comment, toggleSuggesting, step, togglePanel, decide }: ReviewKeys): void {
  useWindowKeys((event) => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.isComposing || !(isCommand || event.key === 'F9')) return;
    // Looked for only now: it walks the whole page, and letters are pressed all day.
    if (document.querySelector('dialog[open]')) return;
    if (isCommand && event.altKey && !event.shiftKey && event.code === 'KeyM') comment();
    else if (isCommand && event.altKey && !event.shiftKey && event.code === 'KeyY') decide('accept');
    else if (isCommand && event.altKey && !event.shiftKey && event.code === 'KeyN') decide('reject');
    else if (isCommand && event.shiftKey && !event.altKey && event.code === 'KeyE') toggleSuggesting();
    else if (event.key === 'F9' && isCommand) togglePanel();
    else if (event.key === 'F9' && !event.altKey) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
