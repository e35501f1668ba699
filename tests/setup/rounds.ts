import { existsSync, readFileSync } from 'node:fs';
import { roundsFile, roundsTable, type Round } from '../crash/rounds.ts';

/** Prints the rounds of kills as one table, with the worst of them. */
export function setup(): () => void {
  return () => {
    if (!existsSync(roundsFile())) return;
    const rounds = readFileSync(roundsFile(), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Round);
    process.stdout.write(`\n${roundsTable(rounds)}\n`);
  };
}
