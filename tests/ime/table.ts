import type { Landed } from './spots.ts';

/** A line of the table: a way of typing in one field. */
export interface Line {
  way: string;
  spot: string;
  landed: readonly Landed[];
}

/** How many characters differ: the fewest to put in, take out or change (Levenshtein). */
function wrongCharacters(expected: string, actual: string): number {
  let above = Array.from({ length: actual.length + 1 }, (_, index) => index);
  for (let row = 1; row <= expected.length; row++) {
    const line = [row];
    for (let column = 1; column <= actual.length; column++) {
      const changed = above[column - 1]! + (expected[row - 1] === actual[column - 1] ? 0 : 1);
      line.push(Math.min(changed, above[column]! + 1, line[column - 1]! + 1));
    }
    above = line;
  }
  return above.at(-1)!;
}

const wrongIn = ({ landed }: Line): number =>
  landed.reduce((sum, { expected, actual }) => sum + wrongCharacters(expected, actual), 0);

/** The table that a run prints. */
export function printTable(lines: readonly Line[]): void {
  const row = (
    way: string,
    spot: string,
    sentences: string | number,
    characters: string | number,
    wrong: string | number,
  ) =>
    `${way.padEnd(32)}${spot.padEnd(14)}${String(sentences).padStart(10)}${String(characters).padStart(12)}${String(wrong).padStart(18)}`;
  const table = lines.map((line) => {
    const characters = line.landed.reduce((sum, { sentence }) => sum + sentence.length, 0);
    return row(line.way, line.spot, line.landed.length, characters, wrongIn(line));
  });
  process.stdout.write(
    `\n${[row('way', 'field', 'sentences', 'characters', 'wrong characters'), ...table].join('\n')}\n\n`,
  );
}
