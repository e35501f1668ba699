import { isWord } from '../base/words.ts';
import { wordsIn, type Match, type Stream, type Word } from './match.ts';

/** Of which word each token of the side is a part, or null for blanks, signs and ends. */
function wordPlaces({ tokens, spans }: Stream): (Word | null)[] {
  const places = new Array<Word | null>(tokens.length).fill(null);
  for (const { from, last } of spans)
    for (const word of wordsIn(tokens, from, last)) if (isWord(word.text)) places.fill(word, word.from, word.to);
  return places;
}

/** What the side made of a word: its text, empty where it took it out, or null where it is in two places now. */
function madeOf(word: Word, { to }: Match, places: (Word | null)[]): string | null {
  let made: Word | null = null;
  for (let at = word.from; at < word.to; at++) {
    const place = to[at] ?? -1;
    if (place < 0) continue;
    const here = places[place] ?? null;
    if (!here || (made && made !== here)) return null;
    made = here;
  }
  return made?.text ?? '';
}

/**
 * A word that both sides changed, each in its own way, is nobody's any more: both wordings come whole, side by side. Letter
 * by letter, 1,500 made 1,600 here and 1,505 there would be 1,605.
 */
export function partWords(base: Stream, sides: readonly [Stream, Stream], matches: readonly [Match, Match]): void {
  const places = [wordPlaces(sides[0]), wordPlaces(sides[1])] as const;
  for (const span of base.spans) {
    if (base.tokens[span.last]?.is !== 'end') continue;
    for (const word of wordsIn(base.tokens, span.from, span.last)) {
      if (!isWord(word.text)) continue;
      const [first, second] = [madeOf(word, matches[0], places[0]), madeOf(word, matches[1], places[1])];
      if (first === null || second === null || first === second) continue;
      if (first === word.text || second === word.text) continue;
      for (const { to, from } of matches)
        for (let at = word.from; at < word.to; at++) {
          const place = to[at] ?? -1;
          if (place >= 0) from[place] = -1;
          to[at] = -1;
        }
    }
  }
}
