import { utf8 } from '../../base/bytes.ts';

/** How Chromium writes the moments of making into the document's information: `/CreationDate (D:20250612031500+00'00')`. */
const MOMENT = /\/(?:CreationDate|ModDate) \(D:(\d{14})\+00'00'\)/g;
/** The information comes first; what stands further down is the page's own. */
const HEAD = 8192;

/**
 * A PDF with the same bytes for the same page: the program that laid it out writes the time of day. As many bytes as
 * before, so that the document's table of places stays right.
 *
 * @param changed when the story was last changed, RFC 3339
 */
export function settledPdf(document: Uint8Array, changed: string): Uint8Array {
  const settled = document.slice();
  const instant = utf8(new Date(changed).toISOString().replace(/[.]\d+|\D/g, ''));
  const head = String.fromCharCode(...document.subarray(0, HEAD));
  for (const found of head.matchAll(MOMENT)) settled.set(instant, found.index + found[0].indexOf('D:') + 2);
  return settled;
}
