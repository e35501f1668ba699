import { fold, stripWithPlaces } from '../base/text.ts';
import type { Story } from './schema.ts';
import { blockText, photosOf } from './walk.ts';

/** A story's text as a search sees it, a line a part: the headline apart from all the rest. */
export interface SearchText {
  headline: string;
  rest: string;
}

/** Every text and field of a story that somebody may look for: body, captions, credits, byline, keywords, note. */
export function searchText(story: Story): SearchText {
  const { kicker, standfirst, byline, dateline, slug, section, keywords, sourceCredit, editorNote } = story;
  const photos = photosOf(story).flatMap(({ credit, source, alt }) => [credit, source, alt]);
  const names = byline.people.map(({ name }) => name);
  const around = [byline.text, ...names, dateline.text, sourceCredit, section, keywords.join(', '), slug, editorNote];
  const parts = [kicker, standfirst, ...story.body.map(blockText), ...photos, ...around];
  return { headline: story.headline, rest: [...new Set(parts)].filter(Boolean).join('\n') };
}

/** One thing that is looked for, folded: words that stand together, the last of them perhaps unfinished. */
export interface Term {
  words: string[];
  isUnfinished: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** What the text asks for: each word by itself, words in quotation marks together; the last may be unfinished. */
export function searchTerms(text: string): Term[] {
  const terms: Term[] = [];
  const isOpen = (text.match(/["“”]/g)?.length ?? 0) % 2 === 1;
  const parts = text.split(/["“”]/);
  parts.forEach((part, index) => {
    const words = fold(part).match(WORD) ?? [];
    if (index % 2 === 1) terms.push({ words, isUnfinished: false });
    else terms.push(...words.map((word) => ({ words: [word], isUnfinished: false })));
  });
  const found = terms.filter(({ words }) => words.length > 0);
  const last = found.at(-1);
  const endsInWord = /[\p{L}\p{N}\p{M}]$/u.test(text);
  if (last && (endsInWord || isOpen)) last.isUnfinished = endsInWord;
  return found;
}

/** A stretch of text; `isHit` where it was looked for. */
export interface Piece {
  text: string;
  isHit: boolean;
}

/** Characters of a snippet round its first hit. */
const [BEFORE, LENGTH] = [30, 160];

/** The text round the first place where a term stands, with every hit in it marked; the text's beginning where none does. */
export function snippetOf(text: string, terms: readonly Term[]): Piece[] {
  // Only round the hit is the way back from the folded text needed: long stories have many letters.
  const first = firstHit(text, terms);
  const start = wordStart(text, Math.max(0, first - BEFORE));
  const part = text.slice(start, start + LENGTH).replace(/\s+/g, ' ');
  const pieces = marked(part, terms);
  if (start > 0) pieces.unshift({ text: '…', isHit: false });
  if (start + LENGTH < text.length) pieces.push({ text: '…', isHit: false });
  return pieces;
}

/** A text with its hits marked. */
export function marked(text: string, terms: readonly Term[]): Piece[] {
  const { text: folded, origin } = lowered(text);
  const spans = hits(folded, terms).map(([from, to]) => [origin(from), origin(to)] as const);
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of spans) {
    if (from < at) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), isHit: false });
    pieces.push({ text: text.slice(from, to), isHit: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isHit: false });
  return pieces;
}

/** Folded at once where every letter stays one letter, as in stored text; else letter by letter. */
function folded(text: string): ReturnType<typeof stripWithPlaces> {
  const quick = fold(text);
  return quick.length === text.length ? { text: quick, origin: (place) => place } : lowered(text);
}

function lowered(text: string): ReturnType<typeof stripWithPlaces> {
  const { text: stripped, origin } = stripWithPlaces(text);
  const folded = stripped.toLowerCase();
  // A few letters grow when they are made small (İ); their text is then left as it is.
  return { text: folded.length === stripped.length ? folded : stripped, origin };
}

function firstHit(text: string, terms: readonly Term[]): number {
  const { text: small, origin } = folded(text);
  const [first] = hits(small, terms);
  return first ? origin(first[0]) : 0;
}

/** Where the terms stand in a folded text, in order. */
function hits(folded: string, terms: readonly Term[]): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (const { words, isUnfinished } of terms) {
    const body = words.join('[^\\p{L}\\p{N}]+');
    const expression = new RegExp(`(?<![\\p{L}\\p{N}])${body}${isUnfinished ? '' : '(?![\\p{L}\\p{N}])'}`, 'gu');
    for (const match of folded.matchAll(expression)) found.push([match.index, match.index + match[0].length]);
  }
  return found.sort(([a], [b]) => a - b);
}

/** The start of the word that stands at or behind this place. */
function wordStart(text: string, place: number): number {
  if (place === 0) return 0;
  const next = text.slice(place).search(/\s\S/);
  return next < 0 || next > BEFORE ? place : place + next + 1;
}
