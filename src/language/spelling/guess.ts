import { fold } from '../../base/text.ts';

/** So far may a guess be from what was written: letters put in, left out, changed, or two that changed places. */
const FARTHEST = 2;

/** A word of a dictionary, what it is without its signs, and which letters that has. */
export interface Known {
  form: string;
  bare: string;
  letters: number;
}

export function known(form: string): Known {
  const bare = fold(form);
  return { form, bare, letters: lettersOf(bare) };
}

/** A bit for each letter that a word has; letters beyond a to z share them. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let place = 0; place < word.length; place++) bits |= 1 << (word.charCodeAt(place) & 31);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/**
 * The dictionary's words that are nearest to what was written, the nearest first. A wrong sign (`ò` for `ó`) counts half
 * of a wrong letter. The whole dictionary is gone through, which takes some milliseconds: trying out every letter in every
 * place, as Hunspell does, takes seconds for a word that is like no other.
 *
 * @param most how many are wanted
 */
export function nearest(written: string, words: readonly Known[], most: number): string[] {
  const lower = written.toLowerCase();
  const { bare, letters: own } = known(written);
  const farthest = bare.length <= 3 ? FARTHEST / 2 : FARTHEST;
  const found: { form: string; distance: number; isSameStart: boolean }[] = [];
  for (const word of words) {
    if (Math.abs(word.bare.length - bare.length) > farthest) continue;
    // A letter changed takes one out and puts one in: what differs in more is farther away, without a look at the order.
    if (countBits(word.letters ^ own) > 2 * farthest) continue;
    const letters = word.bare === bare ? 0 : editDistance(bare, word.bare, farthest);
    if (letters > farthest) continue;
    const signs = editDistance(lower, word.form.toLowerCase(), 8);
    found.push({ form: word.form, distance: letters + signs, isSameStart: word.bare[0] === bare[0] });
  }
  return found
    .sort((a, b) => a.distance - b.distance || Number(b.isSameStart) - Number(a.isSameStart))
    .slice(0, most)
    .map(({ form }) => form);
}

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz'"];

/** Everything that one letter put in, left out or changed, or two that changed places, makes of a word. */
export function oneLetterOff(word: string): string[] {
  const all = new Set<string>();
  for (let place = 0; place <= word.length; place++) {
    const [before, here, after] = [word.slice(0, place), word.slice(place), word.slice(place + 1)];
    const next = word[place + 1];
    if (next !== undefined) all.add(before + next + word[place]! + word.slice(place + 2));
    if (here !== '') all.add(before + after);
    for (const letter of LETTERS) {
      all.add(before + letter + here);
      if (here !== '') all.add(before + letter + after);
    }
  }
  all.delete(word);
  return [...all];
}

/** Damerau-Levenshtein (optimal string alignment) over UTF-16 units; more than `limit` as soon as it must be more. */
function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let value = Math.min(last[column]! + 1, line[column - 1]! + 1, last[column - 1]! + (isSame ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        value = Math.min(value, before[column - 2]! + 1);
      line.push(value);
      if (value < least) least = value;
    }
    if (least > limit) return limit + 1;
    before = last;
    last = line;
  }
  return last[b.length]!;
}
