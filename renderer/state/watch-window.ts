import type { Room } from './room.ts';

/** Sends what is unsaved whenever the window may be about to go: hidden, left for another program, closed. */
export function watchWindow({ desk, sharedDesk }: Pick<Room, 'desk' | 'sharedDesk'>): void {
  const flush = (): void => {
    const state = desk.state.get();
    if (state.is === 'open') state.session.flush();
  };
  document.addEventListener('visibilitychange', flush);
  window.addEventListener('blur', flush);
  window.addEventListener('beforeunload', flush);
  window.addEventListener('pagehide', flush);
  // Whoever comes back to the window has perhaps just connected the shared desk's drive.
  window.addEventListener('focus', () => {
    if (sharedDesk.shown.get().folder !== null) void sharedDesk.ask({ desk: 'look' });
  });
}
