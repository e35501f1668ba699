import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { figuresFile, type Figure } from '../bench/figures.ts';
import { figuresTable, withFigures } from '../bench/table.ts';

/** Prints the figures of a run as one table; with FIGURES=readme they go into the README too. */
export function setup(): () => void {
  return () => {
    if (!existsSync(figuresFile())) return;
    const figures = readFileSync(figuresFile(), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Figure);
    process.stdout.write(`\n${figuresTable(figures)}\n\nOn ${cpus().length} × ${cpus()[0]?.model ?? '?'}.\n`);
    if (process.env['FIGURES'] !== 'readme') return;
    const readme = fileURLToPath(new URL('../../README.md', import.meta.url));
    writeFileSync(readme, withFigures(readFileSync(readme, 'utf8'), figures));
  };
}
