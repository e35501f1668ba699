import { app, dialog, type BrowserWindow } from 'electron';
import type { ShellWords } from './words.ts';

/** Two crashes within so many milliseconds are one trouble: loading the page again did not help. */
const SOON = 10_000;

export interface RecoveryOptions {
  words: () => ShellWords;
  /** The page is gone and comes again: what the new one shall say. */
  onCrash: (reason: string) => void;
  onTrouble: (what: string, error?: unknown) => void;
}

/** Brings a crashed page back, once without asking; after a second crash at once, the person decides. */
export function watchHealth(window: BrowserWindow, { words, onCrash, onTrouble }: RecoveryOptions): void {
  let last = -Infinity;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    onTrouble(`the page is gone: ${reason}`);
    onCrash(reason);
    const isAgain = performance.now() - last < SOON;
    last = performance.now();
    if (isAgain) void askWhatNow(window, words());
    else setImmediate(bringBack, window);
  });
  let asking: AbortController | null = null;
  window.on('unresponsive', () => {
    onTrouble('the page does not respond');
    if (asking) return;
    asking = new AbortController();
    void askWhetherToWait(window, words(), asking.signal).finally(() => (asking = null));
  });
  window.on('responsive', () => {
    onTrouble('the page responds again');
    asking?.abort();
  });
  window.webContents.on('preload-error', (_event, path, error) => {
    onTrouble(`preload ${path}`, error);
  });
  window.webContents.on('did-fail-load', (_event, code, description) => {
    // -3: a load that gave way to another one.
    if (code !== -3) onTrouble(`the page did not load: ${description}`);
  });
}

// Not within the event: Chromium is still taking the old page down, and ends the whole program if a new one comes then.
function bringBack(window: BrowserWindow): void {
  if (!window.isDestroyed()) window.reload();
}

async function askWhatNow(window: BrowserWindow, words: ShellWords): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: words.crashTitle,
    detail: words.crashText,
    buttons: [words.reopen, words.quit],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) bringBack(window);
  else app.quit();
}

/** Ends a page that hangs, if the person would not wait: it comes back as after a crash. A page that comes back by itself takes the question away. */
async function askWhetherToWait(window: BrowserWindow, words: ShellWords, signal: AbortSignal): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.hangTitle,
    detail: words.hangText,
    buttons: [words.wait, words.reopen],
    defaultId: 0,
    cancelId: 0,
    signal,
  });
  if (response === 1 && !signal.aborted && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
}

/** Says in a dialog why the program cannot start, where no window can say it, and ends it. */
export function failToStart(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Copydesk cannot start: ${text}\n`);
  dialog.showErrorBox('Copydesk', text);
  app.exit(1);
}
