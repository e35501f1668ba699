import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundElectron } from './found.ts';
import type { Machine } from './machine.ts';

/** The shared libraries that Electron wants and this Linux lacks, by the name the loader looks for. */
export async function missingLibraries(machine: Machine, electron: FoundElectron): Promise<string[]> {
  if (machine.platform !== 'linux') return [];
  const own = readdirSync(electron.folder).filter((name) => /\.so(\.\d+)*$/.test(name));
  const files = [electron.executable, ...own.map((name) => join(electron.folder, name))];
  const listed = await machine.run('ldd', files, { env: { ...machine.env, LC_ALL: 'C' } });
  return lackingIn(listed.output);
}

/** The names that `ldd` could not find, each once, in the order met. */
export function lackingIn(lddOutput: string): string[] {
  const lacking = [...lddOutput.matchAll(/^\s*(\S+) => not found\s*$/gm)].map(([, name]) => name ?? '');
  return [...new Set(lacking)];
}
