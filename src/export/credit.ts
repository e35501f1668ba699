import { normalise } from '../base/text.ts';
import { plainText } from '../story/runs.ts';
import type { Photo } from '../story/schema.ts';

/** What may stand before a photographer's name in a caption or a credit field. */
const LABEL = /^(?:ảnh|hình|photo(?:graph|s)?|pictures?|credit)(?:\s+by\b\s*:?|\s*:)\s*/iu;
const LABELLED = /(?:ảnh|hình|photo(?:graph|s)?|pictures?|credit|by|©)\s*:?\s*$/iu;

const tidy = (text: string): string => normalise(text).replace(/\s+/g, ' ').trim();
const bare = (text: string): string => text.replace(/[\s.,;:)\]]+$/u, '');

/** Whether the caption already names the credit: set off at its end, or after a label anywhere. */
function isNamedIn(caption: string, name: string): boolean {
  const text = caption.toLowerCase();
  const sought = name.toLowerCase();
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const before = text.slice(0, at);
    const after = text.slice(at + sought.length);
    if (/^[\p{L}\p{N}]/u.test(after) || /[\p{L}\p{N}]$/u.test(before)) continue;
    if (LABELLED.test(before)) return true;
    // "A portrait of Jane Roe" names her too, but not as the photographer: the name must stand apart.
    if (bare(after) === '' && /(?:^|[.,;:!?…)\]([/|–—-])\s*$/u.test(before)) return true;
  }
  return false;
}

/**
 * The photo's credit as it is printed after the caption, without the label; empty where there is none, it shall
 * not be printed, or the caption already gives it (`... Ảnh: Lê Hà`, `... (Reuters)`), so that no page prints it twice.
 */
export function creditToPrint(photo: Pick<Photo, 'caption' | 'credit' | 'showCredit'>): string {
  if (photo.showCredit === false) return '';
  const credit = tidy(photo.credit);
  const name = credit.replace(LABEL, '') || credit;
  if (name === '') return '';
  return isNamedIn(tidy(plainText(photo.caption)), bare(name)) ? '' : name;
}
