import { app, type BrowserWindow } from 'electron';

/** How long the window may take to send what is unsaved, in milliseconds. What it had acknowledged before is safe anyway. */
const PATIENCE = 5_000;

export interface Leaving {
  /** The window has sent everything. */
  ready: () => void;
  /** Closing this window now ends the program, politely. */
  watch: (window: BrowserWindow) => void;
}

export interface LeavingOptions {
  /** Whether the page has come so far that it can hold anything unsaved, and answer. */
  isAwake: () => boolean;
  /** Asks the window to send what is unsaved. */
  ask: () => void;
  /** Closes the stores. */
  finish: () => Promise<void>;
  onTrouble: (what: string, error?: unknown) => void;
}

/**
 * The one way out, whether the window was closed, Quit chosen or the system asked: the window sends what is unsaved, the
 * stores close, the program ends. A window that does not answer is waited for so long and no longer.
 */
export function createLeaving({ isAwake, ask, finish, onTrouble }: LeavingOptions): Leaving {
  let state: 'staying' | 'leaving' | 'left' = 'staying';
  let windowIsReady = (): void => undefined;

  async function leave(window: BrowserWindow): Promise<void> {
    state = 'leaving';
    await askWindow(window);
    await finish().catch((error: unknown) => {
      onTrouble('closing the stores', error);
    });
    state = 'left';
    window.destroy();
    app.quit();
  }

  async function askWindow(window: BrowserWindow): Promise<void> {
    if (window.webContents.isCrashed() || !isAwake()) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        onTrouble('the window did not answer in time');
        resolve();
      }, PATIENCE);
      const done = (): void => {
        clearTimeout(timer);
        resolve();
      };
      windowIsReady = done;
      window.webContents.once('render-process-gone', done);
      ask();
    });
  }

  // The second signal of an impatient system changes nothing: leaving has begun.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => { app.quit(); });

  return {
    ready: () => {
      windowIsReady();
    },
    watch: (window) => {
      window.on('close', (event) => {
        if (state === 'left') return;
        event.preventDefault();
        if (state === 'staying') void leave(window);
      });
    },
  };
}
