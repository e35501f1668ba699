import { existsSync, readFileSync } from 'node:fs';
import { waysFile, waysTable, type Way } from '../hard/content/ways.ts';

/** Prints what became of hostile content, way by way, as one table. */
export function setup(): () => void {
  return () => {
    if (!existsSync(waysFile())) return;
    const ways = readFileSync(waysFile(), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Way);
    process.stdout.write(`\n${waysTable(ways)}\n`);
  };
}
