import { app, BrowserWindow, nativeTheme, screen, type BrowserWindowConstructorOptions } from 'electron';
import { WINDOW_PAGE } from './protocol.ts';
import { fitPlace, SMALLEST, type WindowPlace } from './window-place.ts';

/** The page's background before its own style has come, so that opening never flashes. */
const PAPER = { light: '#fdfcfa', dark: '#1c1b19' };

const paper = (): string => (nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light);

export interface WindowOptions {
  preload: string;
  /** Where the window stood last, as the preferences hold it. */
  place: unknown;
  onPlace: (place: WindowPlace) => void;
}

/** What a page may do, in each window of the program. */
const closed = (): BrowserWindowConstructorOptions['webPreferences'] => ({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  disableDialogs: true,
  // Chromium would download its dictionaries.
  spellcheck: false,
  webgl: false,
  devTools: !app.isPackaged,
});

/** The window that the page may open for the preview: no preload, so no bridge to the host. */
export const previewOptions = (): BrowserWindowConstructorOptions => ({
  width: 480,
  height: 880,
  minWidth: 320,
  minHeight: 320,
  autoHideMenuBar: true,
  backgroundColor: paper(),
  webPreferences: closed(),
});

/** Opens the one window: sandboxed, isolated, shown when it has something to show, titled by its page. */
export function openWindow({ preload, place, onPlace }: WindowOptions): BrowserWindow {
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
  const { isMaximized, ...bounds } = fitPlace(place, areas);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Copydesk',
    show: false,
    backgroundColor: paper(),
    webPreferences: { ...closed(), preload },
  });
  if (isMaximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  const repaint = (): void => {
    window.setBackgroundColor(paper());
  };
  nativeTheme.on('updated', repaint);
  window.on('closed', () => nativeTheme.off('updated', repaint));
  rememberPlace(window, onPlace);
  void window.loadURL(WINDOW_PAGE);
  return window;
}

/**
 * Makes what follows count as the person's own doing to the page. A choice in the system's menu is none to Chromium, and
 * it opens no file dialog without.
 */
export async function lendActivation(window: BrowserWindow | null): Promise<void> {
  if (window && !window.isDestroyed()) await window.webContents.executeJavaScript('null', true);
}

/** Brings the window to the front, from wherever it is. */
export function focusWindow(window: BrowserWindow | null): void {
  if (!window || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function rememberPlace(window: BrowserWindow, onPlace: (place: WindowPlace) => void): void {
  const tell = (): void => {
    if (window.isMinimized() || window.isFullScreen()) return;
    onPlace({ ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  };
  window.on('resized', tell);
  window.on('moved', tell);
  window.on('maximize', tell);
  window.on('unmaximize', tell);
  // Linux does not send `resized` and `moved` everywhere.
  window.on('close', tell);
}
