import { STYLE } from '../../src/export/page/style.ts';

/** How the reader's page is shown. `print` is paper: light, whatever `theme` says. */
export interface ReaderLook {
  theme: 'light' | 'dark';
  isPrint: boolean;
}

/** How many CSS pixels a `rem` of the printed page has (its style sets the root's size). */
const PRINT_REM = 12;

/**
 * The exported page's own style sheet for a shadow root: the root and the body become elements of it, what asks for the
 * window's width asks for the frame's, and light, dark and print are as chosen here, not as the computer is.
 */
export function readerStyle({ theme, isPrint }: ReaderLook): string {
  const isDark = theme === 'dark' && !isPrint;
  const css = STYLE.replace(/@media \(prefers-color-scheme: dark\)/g, isDark ? '@media all' : '@media not all')
    .replace(/@media print/g, isPrint ? '@media all' : '@media not all')
    .replace(/@media (?=\()/g, '@container ')
    .replace(/:root/g, '.reader')
    .replace(/(?<![\w.#-])html(?![\w-])/g, '.reader')
    .replace(/(?<![\w.#-])body(?![\w-])/g, '.reader-body')
    .replace(/(?<=\d)vw\b/g, 'cqw')
    .replace(/([\d.]+)vh\b/g, 'calc($1 * var(--reader-vh))');
  const scheme = `.reader { color-scheme: ${isDark ? 'dark' : 'light'}; }`;
  return `${isPrint ? css.replace(/([\d.]+)rem\b/g, (_, size: string) => `${Number(size) * PRINT_REM}px`) : css}\n${scheme}`;
}
