import { align } from '../base/sequence.ts';
import { isWord, splitWords } from '../base/words.ts';
import type { Block } from '../story/schema.ts';
import { blockText } from '../story/walk.ts';

/** Two blocks of other names with this share of their words in common are one that was written anew. */
const ALIKE = 0.5;
/** So many blocks without a partner are compared with so many others; beyond it only equal ones are found. */
const MOST_COMPARED = 60;

function alikeness(a: readonly string[], b: readonly string[]): number {
  const shared = align(a, b).reduce((sum, place) => sum + (place < 0 ? 0 : 1), 0);
  return shared / Math.max(a.length, b.length, 1);
}

/**
 * Which block of `before` is which of `after`: by id, then by what they say, as where a text came back from a program
 * that knows no ids. Answers for each block of `before` its place in `after`, or -1.
 */
export function pairBlocks(before: readonly Block[], after: readonly Block[]): Int32Array {
  const places = new Int32Array(before.length).fill(-1);
  const byId = new Map(after.map(({ id }, index) => [id, index]));
  const free = new Set(after.keys());
  before.forEach(({ id }, index) => {
    const place = byId.get(id);
    if (place === undefined) return;
    places[index] = place;
    free.delete(place);
  });
  const alone = [...before.keys()].filter((index) => places[index] === -1);
  const byText = new Map<string, number[]>();
  for (const place of free) {
    const block = after[place];
    const text = block && blockText(block);
    if (text) byText.set(text, [...(byText.get(text) ?? []), place]);
  }
  for (const index of alone) {
    const block = before[index];
    const place = block && byText.get(blockText(block))?.shift();
    if (place === undefined) continue;
    places[index] = place;
    free.delete(place);
  }
  const left = alone.filter((index) => places[index] === -1).slice(0, MOST_COMPARED);
  const others = [...free].slice(0, MOST_COMPARED).flatMap((place) => {
    const block = after[place];
    return block ? [{ place, words: splitWords(blockText(block)).filter(isWord) }] : [];
  });
  for (const index of left) {
    const block = before[index];
    if (!block) continue;
    const words = splitWords(blockText(block)).filter(isWord);
    let best = { alike: ALIKE, place: -1 };
    for (const other of others) {
      if (!free.has(other.place) || words.length === 0) continue;
      const alike = alikeness(words, other.words);
      if (alike >= best.alike) best = { alike, place: other.place };
    }
    places[index] = best.place;
    free.delete(best.place);
  }
  return places;
}
