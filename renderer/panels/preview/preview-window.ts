/** The one name by which the host lets the page open a window (electron/shell/guard.ts): empty, and without a bridge to the host. */
const NAME = 'copydesk-preview';

/**
 * Opens an empty window in which this one's styles hold, for the page to draw in. Escape closes it; `onClose` hears when it
 * goes, by whatever way. Null where the system opens none.
 */
export function openPreviewWindow(title: string, onClose: () => void): Window | null {
  const opened = window.open('about:blank', NAME);
  if (!opened) return null;
  const page = opened.document;
  page.title = title;
  page.documentElement.lang = document.documentElement.lang;
  for (const sheet of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    const link = page.createElement('link');
    link.rel = 'stylesheet';
    link.href = sheet.href;
    page.head.append(link);
  }
  page.body.className = 'preview-out';
  opened.addEventListener('pagehide', onClose);
  opened.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') opened.close();
  });
  return opened;
}
