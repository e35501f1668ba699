import { fold } from '../../base/text.ts';

/** Letters to put in, take out, change or swap with the next one (optimal string alignment); more than 2 counts as 3. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, (older[column - 2] ?? 0) + 1);
      }
      line.push(best);
    }
    [older, last] = [last, line];
  }
  return Math.min(3, last[b.length] ?? 3);
}

const isPlural = (a: string, b: string): boolean => `${a}s` === b || `${b}s` === a || `${a}es` === b || `${b}es` === a;

/** Whether two different words look like one name in two spellings, in a text of this language. */
export function isMisspelling(a: string, b: string, language: string): boolean {
  const [x, y] = [fold(a), fold(b)];
  // Only tone or accent marks apart: `Thạnh` and `Thanh`, `Zoë` and `Zoe`.
  if (x === y) return a.toLowerCase() !== b.toLowerCase();
  if (x[0] !== y[0] || isPlural(x, y)) return false;
  const [short, long] = [Math.min(x.length, y.length), Math.max(x.length, y.length)];
  const apart = distance(x, y);
  // Vietnamese syllables are short, and most that are one letter apart are names of their own.
  if (/^vi\b/i.test(language)) return apart === 1 && short >= 5;
  return (apart === 1 && long >= 4) || (apart === 2 && short >= 8);
}

/** The place of the one word in which two names of the same length differ by a misspelling; null where they do not. */
export function misspeltAt(a: readonly string[], b: readonly string[], language: string): number | null {
  if (a.length !== b.length) return null;
  const apart = a.flatMap((word, index) => (word === b[index] ? [] : [index]));
  const [at] = apart;
  return apart.length === 1 && at !== undefined && isMisspelling(a[at] ?? '', b[at] ?? '', language) ? at : null;
}
