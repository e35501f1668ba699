/** The endings of the files that can be imported as articles, for dialogs. */
export const ARTICLE_ENDINGS = ['docx', 'html', 'htm', 'xhtml', 'md', 'markdown', 'txt', 'json'];

/** The largest file that is taken in, in bytes (100 MiB: a document with its pictures). */
export const MAX_ARTICLE_BYTES = 100 * 1024 * 1024;

/** The longest paragraph that is taken in, in UTF-16 units: several articles' length, and what a window still lays out in one piece. */
export const LONGEST_PARAGRAPH = 100_000;
