import type { Desk } from './desk.ts';

/** Sends what is unsaved whenever the window may be about to go: hidden, left for another program, closed. */
export function watchWindow(desk: Desk): void {
  const flush = (): void => {
    const state = desk.state.get();
    if (state.is === 'open') state.session.flush();
  };
  document.addEventListener('visibilitychange', flush);
  window.addEventListener('blur', flush);
  window.addEventListener('beforeunload', flush);
  window.addEventListener('pagehide', flush);
}
