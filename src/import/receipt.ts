import { z } from '../base/schema.ts';

/** What came in as itself: block kinds, links and pictures. */
const KEPT = [
  'paragraph',
  'heading',
  'list',
  'quote',
  'pull-quote',
  'figure',
  'fact-box',
  'table',
  'divider',
  'embed',
  'unknown',
  'link',
  'picture',
] as const;

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
 * - `to-field`: a line became a field of the story; `to-photo`: one became a photo's alt text, caption or credit
 * - `from-tcvn3`, `from-vni`: the text was in a Vietnamese font's old encoding and is Unicode now
 * - `insertion-accepted`: words that a tracked change had added stand in the text
 * - `code-as-text`: a listing became a paragraph
 * - `lines-joined`: lines of a mail, broken at a fixed width, became whole paragraphs
 */
const CHANGED = [
  'heading-level',
  'link-cleaned',
  'list-rebuilt',
  'list-too-deep',
  'layout-table',
  'definition-list',
  'caption-without-photo',
  'picture-as-text',
  'to-field',
  'to-photo',
  'from-tcvn3',
  'from-vni',
  'insertion-accepted',
  'code-as-text',
  'lines-joined',
] as const;

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
 * - `furniture`: lines of the page, chat or mail that the article came in; `label`: a label such as `Tít:` that said what
 *   its line is. Both stand in `texts`
 * - `tracked-deletion`: words that a tracked change had struck; `comment`: remarks beside a Word document's text;
 *   `header-footer`: what stood over and under each page
 * - `html-in-markdown`: raw mark-up in a Markdown file
 * - `unknown-member`: what a ninjs item or front matter holds and a story has no place for
 */
export const DROPPED = [
  'script',
  'style',
  'template',
  'frame',
  'plugin',
  'drawing',
  'formula',
  'player',
  'form-control',
  'hidden',
  'word-comment',
  'remote-picture',
  'missing-picture',
  'unsupported-picture',
  'spacer',
  'refused-link',
  'relative-link',
  'empty-paragraph',
  'empty-table',
  'bidi-control',
  'invisible-character',
  'heaped-mark',
  'furniture',
  'label',
  'tracked-deletion',
  'comment',
  'header-footer',
  'html-in-markdown',
  'unknown-member',
] as const;
export type DroppedName = (typeof DROPPED)[number];

const count = z.int().positive();

/** What an import kept, changed and dropped, by name, with how many of each. A name that did not occur is not there. */
export const receiptSchema = z.object({
  kept: z.partialRecord(z.enum(KEPT), count),
  changed: z.partialRecord(z.enum(CHANGED), count),
  dropped: z.partialRecord(z.enum(DROPPED), count),
  /** The words of what was dropped, letter by letter, where it was text, with the name under which it is counted. */
  texts: z.array(z.object({ name: z.enum(DROPPED), text: z.string() })).optional(),
});
export type Receipt = z.infer<typeof receiptSchema>;

export function emptyReceipt(): Receipt {
  return { kept: {}, changed: {}, dropped: {} };
}

/** Adds `times` to one line of the receipt. */
export function tally<N extends string>(part: Partial<Record<N, number>>, name: N, times = 1): void {
  if (times > 0) part[name] = (part[name] ?? 0) + times;
}

/** Names words that did not come in, and counts them. */
export function noteDropped(receipt: Receipt, name: DroppedName, text: string): void {
  tally(receipt.dropped, name);
  (receipt.texts ??= []).push({ name, text });
}

/** Two receipts as one; what was done later adds to what was done before. */
export function joinReceipts(first: Receipt, second: Receipt): Receipt {
  const sum = <N extends string>(
    a: Partial<Record<N, number>>,
    b: Partial<Record<N, number>>,
  ): Partial<Record<N, number>> => {
    const total = { ...a };
    for (const name of Object.keys(b) as N[]) tally(total, name, b[name]);
    return total;
  };
  const joined: Receipt = {
    kept: sum(first.kept, second.kept),
    changed: sum(first.changed, second.changed),
    dropped: sum(first.dropped, second.dropped),
  };
  const texts = [...(first.texts ?? []), ...(second.texts ?? [])];
  if (texts.length > 0) joined.texts = texts;
  return joined;
}
