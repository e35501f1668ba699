import { app, shell, type Session, type WebContents } from 'electron';
import { safeLink } from '../../src/story/links.ts';
import { PRINT_PAGE, WINDOW_PAGE } from './protocol.ts';
import { previewOptions } from './window.ts';

/** Hears what was refused, for the log: what, and the address without its query. */
export type RefusalListener = (what: string, address: string) => void;

/** Copying plain text after a click: the page puts a story's text on the clipboard where the disk refuses it. Never reading. */
const GRANTED = new Set(['clipboard-sanitized-write']);

/** The one window that the page may open: empty, for the preview, which the page draws in it. It has no bridge to the host. */
const PREVIEW_WINDOW = 'copydesk-preview';
const PREVIEW_PAGE = 'about:blank';

/** The pages of such windows. */
const previews = new WeakSet<WebContents>();

const OWN_SCHEMES = new Set(['app:', 'blob:']);

/** Opens http, https and mailto in the system's browser or mail program; answers whether it did. */
export async function openOutside(address: string): Promise<boolean> {
  const safe = safeLink(address);
  if (safe === null || !URL.canParse(safe)) return false;
  await shell.openExternal(new URL(safe).href);
  return true;
}

/** Refuses whatever a page can try to leave its window by; each present and future page of the program. */
export function guardPages(onRefusal: RefusalListener): void {
  app.on('web-contents-created', (_event, contents) => {
    guardPage(contents, onRefusal);
  });
  app.on('certificate-error', (event, _contents, url, _error, _certificate, answer) => {
    event.preventDefault();
    onRefusal('certificate', bare(url));
    answer(false);
  });
  app.on('select-client-certificate', (event, _contents, url, _list, answer) => {
    event.preventDefault();
    onRefusal('client-certificate', bare(url));
    answer();
  });
  app.on('login', (event, _contents, details) => {
    event.preventDefault();
    onRefusal('login', bare(details.url));
  });
}

function guardPage(contents: WebContents, onRefusal: RefusalListener): void {
  // Neither the content security policy nor webRequest binds peer connections; with no proxy this leaves them no way.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  // The program loads its page itself; nothing that happens within the page may load another.
  contents.on('will-frame-navigate', (event) => {
    event.preventDefault();
    onRefusal('navigation', bare(event.url));
  });
  contents.on('will-navigate', (event) => {
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
    onRefusal('redirect', bare(event.url));
  });
  // An empty page needs no loading, so nothing above hears of it before it is there: the right one is brought back.
  contents.on('did-navigate', (_event, url) => {
    if (url === WINDOW_PAGE || url === PRINT_PAGE || isDevtools(url)) return;
    if (url === PREVIEW_PAGE && previews.has(contents)) return;
    onRefusal('navigation', bare(url));
    void contents.loadURL(WINDOW_PAGE);
  });
  contents.on('did-create-window', (window) => {
    previews.add(window.webContents);
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    onRefusal('webview', '');
  });
  contents.setWindowOpenHandler(({ url, frameName }) => {
    if (url === PREVIEW_PAGE && frameName === PREVIEW_WINDOW && contents.getURL() === WINDOW_PAGE)
      return { action: 'allow', overrideBrowserWindowOptions: previewOptions() };
    // A link in a story opens outside; everything else opens nowhere.
    if (safeLink(url) === null) onRefusal('window', bare(url));
    else void openOutside(url);
    return { action: 'deny' };
  });
}

/** Denies every permission, device, download and request of the session but those to the program's own addresses. */
export function guardSession(session: Session, onRefusal: RefusalListener): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { isMainFrame }) => {
    const isGranted = isMainFrame && GRANTED.has(permission);
    if (!isGranted) onRefusal(`permission ${permission}`, '');
    answer(isGranted);
  });
  session.setPermissionCheckHandler(
    (_contents, permission, _origin, { isMainFrame }) => isMainFrame && GRANTED.has(permission),
  );
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => {
    answer({ confirmed: false });
  });
  session.on('will-download', (event, item) => {
    event.preventDefault();
    onRefusal('download', bare(item.getURL()));
  });
  // No language, no dictionary to download.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const isOwn = OWN_SCHEMES.has(schemeOf(details.url)) || isDevtools(details.url);
    if (!isOwn) onRefusal('request', bare(details.url));
    answer({ cancel: !isOwn });
  });
}

// The developer tools' own page, which a packaged program does not have.
const isDevtools = (url: string): boolean => !app.isPackaged && schemeOf(url) === 'devtools:';

function schemeOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : '';
}

function bare(url: string): string {
  if (!URL.canParse(url)) return '?';
  const { protocol, host, pathname } = new URL(url);
  // A data address is all content, and a file's name is a headline's; an address of the web is enough without what was asked of it.
  return protocol === 'data:' || protocol === 'file:' ? protocol : `${protocol}//${host}${pathname}`.slice(0, 300);
}
