import type { DroppedName } from '../receipt.ts';

/** Elements that go with all that is in them, and the receipt's name for them; null for what no reader ever saw as content. */
export const DROPPED = new Map<string, DroppedName | null>([
  ['script', 'script'],
  ['style', 'style'],
  ['template', 'template'],
  ['noscript', 'script'],
  ['iframe', 'frame'], ['frame', 'frame'], ['frameset', 'frame'], ['noframes', 'frame'], ['portal', 'frame'],
  ['object', 'plugin'], ['embed', 'plugin'], ['applet', 'plugin'], ['noembed', 'plugin'],
  ['svg', 'drawing'], ['canvas', 'drawing'],
  ['math', 'formula'],
  ['audio', 'player'], ['video', 'player'],
  ['input', 'form-control'], ['select', 'form-control'], ['textarea', 'form-control'], ['datalist', 'form-control'],
  ['option', 'form-control'], ['optgroup', 'form-control'], ['meter', 'form-control'], ['progress', 'form-control'],
  ['meta', null], ['link', null], ['base', null], ['xml', null], ['map', null], ['area', null], ['param', null], ['source', null],
  ['track', null], ['colgroup', null], ['col', null], ['wbr', null],
]);

/** Elements that stand on lines of their own and mean no more than that. */
export const BLOCKS = new Set([
  'html', 'body', 'address', 'article', 'aside', 'center', 'dd', 'details', 'dialog', 'div', 'dl', 'dt', 'fieldset', 'figcaption',
  'footer', 'form', 'header', 'hgroup', 'legend', 'main', 'nav', 'p', 'search', 'section', 'summary', 'caption',
  'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'table',
]);

/** Headings, and the level that each takes in a story's body, whose headline is above them all. */
export const HEADINGS = new Map<string, 2 | 3 | 4>([['h1', 2], ['h2', 2], ['h3', 3], ['h4', 4], ['h5', 4], ['h6', 4]]);

export const LISTS = new Set(['ul', 'ol', 'menu', 'dir']);
export const PREFORMATTED = new Set(['pre', 'listing', 'xmp', 'plaintext']);
