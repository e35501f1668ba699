import { app, type BrowserWindow } from 'electron';

/** How long a silent window is waited for, in milliseconds. What it had acknowledged before is safe anyway. */
const PATIENCE = 5_000;

export interface Leaving {
  /** The window has sent everything, or the person gave the rest up. */
  ready: () => void;
  /** The window holds something that cannot be saved, and asks the person: it stays until `ready` or the next close. */
  stay: () => void;
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
 * stores close, the program ends. A window that does not answer at all is waited for so long and no longer.
 */
export function createLeaving({ isAwake, ask, finish, onTrouble }: LeavingOptions): Leaving {
  let state: 'staying' | 'asking' | 'leaving' | 'left' = 'staying';
  let open: BrowserWindow | null = null;
  let timer: NodeJS.Timeout | undefined;

  function begin(window: BrowserWindow): void {
    if (window.webContents.isCrashed() || !isAwake()) {
      void leave();
      return;
    }
    state = 'asking';
    timer = setTimeout(() => {
      onTrouble('the window did not answer in time');
      void leave();
    }, PATIENCE);
    ask();
  }

  async function leave(): Promise<void> {
    clearTimeout(timer);
    if (state === 'leaving' || state === 'left') return;
    state = 'leaving';
    try {
      await finish();
    } catch (error) {
      onTrouble('closing the stores', error);
    }
    state = 'left';
    open?.destroy();
    app.quit();
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      app.quit();
    });
  }

  return {
    ready: () => void leave(),
    stay: () => {
      clearTimeout(timer);
      if (state === 'asking') state = 'staying';
    },
    watch: (window) => {
      open = window;
      window.webContents.on('render-process-gone', () => {
        if (state === 'asking') void leave();
      });
      window.on('close', (event) => {
        if (state === 'left') return;
        event.preventDefault();
        if (state === 'staying') begin(window);
      });
    },
  };
}
