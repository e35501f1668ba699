import { fold } from '../../base/text.ts';
import { isFree, take, type Draft } from './draft.ts';
import { endsAsSentence } from './line.ts';
import { findCredit } from './credit.ts';
import { ruleFor } from './by-line.ts';

const words = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** How much of the alt text's words the caption repeats, 0 to 1. */
function repeated(alt: string, caption: string): number {
  const sought = words(alt);
  const there = new Set(words(caption));
  return sought.length === 0 ? 0 : sought.filter((word) => there.has(word)).length / sought.length;
}

const beginAlike = (a: string, b: string): boolean => words(a).slice(0, 2).join(' ') === words(b).slice(0, 2).join(' ');

/** How surely a line is a picture's alt text and the next one its caption. */
function pairing(alt: string, caption: string): number {
  const count = words(alt).length;
  const length = words(caption).length;
  if (count < 3 || count > 45 || length < count || length > 110) return 0;
  if (endsAsSentence(alt) || /^\(/.test(caption)) return 0;
  const share = repeated(alt, caption);
  if (share < 0.6 || !(beginAlike(alt, caption) || share >= 0.9)) return 0;
  // A subhead may be taken up by the sentence after it.
  if (count < 5 || (length > 60 && !findCredit(caption)) || share < 0.75) return 0.65;
  return share >= 0.9 ? 0.93 : 0.85;
}

/** Photos whose picture did not come along: alt text, caption, credit, in that order. */
export function takePairs(draft: Draft): void {
  const first = draft.lines.findIndex((_, index) => isFree(draft, index));
  for (let index = first + 1; index < draft.lines.length - 1; index++) {
    const [alt, caption] = [draft.lines[index], draft.lines[index + 1]];
    if (!alt || !caption || alt.isHeading || caption.isHeading) continue;
    if (!isFree(draft, index) || !isFree(draft, index + 1)) continue;
    const confidence = pairing(alt.text, caption.text);
    if (confidence === 0) continue;
    take(draft, index, 'alt', 'any.photo.alt-then-caption', confidence);
    take(draft, index + 1, 'caption', 'any.photo.alt-then-caption', confidence);
    index++;
  }
}

/** Captions that can be known by themselves: below a picture, or with a credit at their end. */
export function takeCaptions(draft: Draft): void {
  draft.lines.forEach((line, index) => {
    if (!isFree(draft, index) || line.isHeading || line.words > 90) return;
    const before = draft.lines[index - 1]?.block;
    const hasCredit = findCredit(line.text) !== null && !ruleFor(line.text, ['around', 'tail'], draft.language);
    if (before?.type === 'figure' && before.photos.every(({ caption }) => caption.length === 0)) {
      const isAlike = before.photos.some(({ alt }) => alt !== '' && repeated(alt, line.text) >= 0.6);
      if (isAlike || hasCredit) take(draft, index, 'caption', 'any.photo.below', 0.92);
      else if (line.isSetApart || (!line.isProse && line.words >= 3)) {
        take(draft, index, 'caption', 'any.photo.below', line.isSetApart ? 0.82 : 0.6);
      }
    } else if (hasCredit && line.words >= 4) take(draft, index, 'caption', 'any.photo.credited', 0.88);
  });
}
