import { copyFileSync, readFileSync, renameSync, rmSync } from 'node:fs';

/** What was found where the preferences should be. */
export type Found = 'good' | 'none' | 'restored' | 'broken';

/**
 * Sees to it that the preferences' file can be read, before electron-store does: it would throw at a broken file, or
 * empty it without a word. A good file is copied to `.bak`; a broken one is set aside as `.broken`, and the copy takes
 * its place (`restored`) or, where that is no better, nothing does (`broken`).
 */
export function mendPreferences(path: string): Found {
  const copy = `${path}.bak`;
  const state = read(path);
  if (state === 'good') copyFileSync(path, copy);
  if (state !== 'broken') return state;
  rmSync(`${path}.broken`, { force: true });
  renameSync(path, `${path}.broken`);
  if (read(copy) !== 'good') return 'broken';
  copyFileSync(copy, path);
  return 'restored';
}

function read(path: string): 'good' | 'none' | 'broken' {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? 'good' : 'broken';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'none' : 'broken';
  }
}
