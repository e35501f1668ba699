import { fold } from '../../base/text.ts';
import { isFree, take, type Draft } from './draft.ts';
import { endsAsSentence, type Line } from './line.ts';

const same = (a: string, b: string): boolean => fold(a.trim()) === fold(b.trim());

/** Whether the document's title is this line, alone or with the site's name after it. */
function isTitle(text: string, title: string): boolean {
  if (title === '' || text.length < 8) return false;
  return same(text, title) || (fold(title).startsWith(fold(text)) && /^\s*[-–—|•:]/.test(title.slice(text.length)));
}

const isCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}/u.test(text);

function confidenceOf(line: Line, draft: Draft, hasText: boolean): number {
  if (line.isHeading) return 0.95;
  if (!hasText) return 0.6;
  if (line.words < 3 || line.words > 40) return 0.6;
  return endsAsSentence(line.text) && !/[?!"”’]$/.test(line.text) ? 0.65 : 0.9;
}

const isKicker = (line: Line): boolean =>
  !line.isHeading && line.words <= 5 && (isCapitals(line.text) || /:$/.test(line.text));

/** The headline among the free lines before the text, and what stands above and below it. `until` is where the text begins. */
export function takeHeadline(draft: Draft, until: number, hasMark: boolean): void {
  const free = draft.lines.map((_, index) => index).filter((index) => index < until && isFree(draft, index));
  const hasText = until < draft.lines.length;
  const has = draft.takes.some((taken) => taken?.part === 'headline');
  const titled = free.find((index) => isTitle(draft.lines[index]?.text ?? '', draft.title));
  const headed = free.find((index) => draft.lines[index]?.isHeading);
  let at = has ? -1 : (titled ?? headed ?? free[0] ?? -1);
  const [first] = free;
  const firstLine = first === undefined ? undefined : draft.lines[first];
  if (
    !has &&
    first !== undefined &&
    firstLine &&
    free.length > 1 &&
    at === first &&
    isKicker(firstLine) &&
    titled === undefined
  ) {
    take(draft, first, 'kicker', 'any.kicker.above', 0.84);
    at = free[1] ?? -1;
  } else if (at > (first ?? at) && firstLine && firstLine.words <= 5 && first !== undefined) {
    take(draft, first, 'kicker', 'any.kicker.above', isKicker(firstLine) ? 0.84 : 0.6);
  }
  const line = draft.lines[at];
  if (line) {
    const rule = at === titled ? 'any.headline.title' : line.isHeading ? 'any.headline.heading' : 'any.headline.first';
    take(draft, at, 'headline', rule, at === titled ? 0.97 : confidenceOf(line, draft, hasText));
  }
  const headline = at >= 0 ? at : draft.takes.findIndex((taken) => taken?.part === 'headline');
  for (const index of free) if (index > headline) takeBelow(draft, index, headline, hasMark);
}

/** A free line between the headline and the text. */
function takeBelow(draft: Draft, index: number, headline: number, hasMark: boolean): void {
  const line = draft.lines[index];
  const head = draft.lines[headline];
  if (!line || !isFree(draft, index)) return;
  if (head && same(line.text, head.text)) take(draft, index, 'furniture', 'any.headline.again', 0.9);
  else if (draft.takes.some((taken) => taken?.part === 'standfirst')) return;
  else if (line.words >= 5) {
    const isApart = line.isSetApart || line.isHeading || (hasMark && line.words >= 8);
    take(draft, index, 'standfirst', 'any.standfirst.below-headline', isApart ? 0.85 : 0.6);
  }
}
