import type { Room } from './room.ts';

/** How long the caret must rest before its place is written down, in milliseconds: each change carries its own. */
const REST_MS = 1000;

/**
 * Remembers where the caret was moved to after the last change, so that the window opens again where it was left. Only
 * once it rests, and at once when the window is left.
 */
export function rememberCaret({ host, desk, preferences }: Pick<Room, 'host' | 'desk' | 'preferences'>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';

  function write(): void {
    clearTimeout(timer);
    const state = desk.state.get();
    if (state.is !== 'open') return;
    const { session } = state;
    const [saving, caret] = [session.saving.get(), session.caret()];
    if (saving.is !== 'saved' || caret === null) return;
    const lastCaret = { story: session.opened.id, seq: saving.seq, caret };
    const text = JSON.stringify(lastCaret);
    if (text === last) return;
    last = text;
    preferences.choose({ lastCaret });
  }

  document.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = setTimeout(write, REST_MS);
  });
  // Before the answer that lets the window go.
  host.listen('app.leaving', write);
  window.addEventListener('blur', write);
  window.addEventListener('pagehide', write);
}
