/** What came in as itself: block kinds, links and pictures. */
export type KeptName =
  | 'paragraph'
  | 'heading'
  | 'list'
  | 'quote'
  | 'pull-quote'
  | 'figure'
  | 'fact-box'
  | 'table'
  | 'divider'
  | 'embed'
  | 'unknown'
  | 'link'
  | 'picture';

/**
 * What came in as something else.
 *
 * - `heading-level`: a heading of level 1, 5 or 6 took the nearest level a body has (2 to 4)
 * - `link-cleaned`: tracking parameters or a redirect were taken off an address
 * - `list-rebuilt`: a list that was only drawn as one (Word's paragraphs with bullets) became a real list
 * - `list-too-deep`: an item nested deeper than nine levels was lifted to the ninth
 * - `layout-table`: a table that only arranged the page became plain blocks
 * - `definition-list`: terms and explanations became paragraphs
 * - `caption-without-photo`: a caption was kept, its photo is to be supplied
 * - `picture-as-text`: an emoji drawn as a picture became the character
 */
export type ChangedName =
  | 'heading-level'
  | 'link-cleaned'
  | 'list-rebuilt'
  | 'list-too-deep'
  | 'layout-table'
  | 'definition-list'
  | 'caption-without-photo'
  | 'picture-as-text';

/**
 * What did not come in.
 *
 * - `script`, `style`, `template`, `frame`, `plugin` (object, embed), `drawing` (svg, canvas), `formula` (math),
 *   `player` (audio, video), `form-control`: elements, with all that was in them
 * - `hidden`: elements that the page did not show
 * - `word-comment`: remarks of Word's review
 * - `remote-picture`: a picture that lies elsewhere and is never fetched; `missing-picture`: one whose file did not come along;
 *   `unsupported-picture`: one of a kind that Copydesk does not take; `spacer`: a picture of at most two pixels
 * - `refused-link`: an address other than http, https or mailto; `relative-link`: one that means nothing outside its page
 * - `empty-paragraph`, `empty-table`
 * - `bidi-control`, `invisible-character` (soft hyphens, zero-width spaces, control characters),
 *   `heaped-mark` (accents beyond thirty on one letter): characters
 */
export type DroppedName =
  | 'script'
  | 'style'
  | 'template'
  | 'frame'
  | 'plugin'
  | 'drawing'
  | 'formula'
  | 'player'
  | 'form-control'
  | 'hidden'
  | 'word-comment'
  | 'remote-picture'
  | 'missing-picture'
  | 'unsupported-picture'
  | 'spacer'
  | 'refused-link'
  | 'relative-link'
  | 'empty-paragraph'
  | 'empty-table'
  | 'bidi-control'
  | 'invisible-character'
  | 'heaped-mark';

/** What an import kept, changed and dropped, by name, with how many of each. A name that did not occur is not there. */
export interface Receipt {
  kept: Partial<Record<KeptName, number>>;
  changed: Partial<Record<ChangedName, number>>;
  dropped: Partial<Record<DroppedName, number>>;
}

export function emptyReceipt(): Receipt {
  return { kept: {}, changed: {}, dropped: {} };
}

/** Adds `times` to one line of the receipt. */
export function tally<N extends string>(part: Partial<Record<N, number>>, name: N, times = 1): void {
  if (times > 0) part[name] = (part[name] ?? 0) + times;
}
