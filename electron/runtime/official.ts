import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { electronIn, type FoundElectron } from './found.ts';
import type { Machine } from './machine.ts';

/** Milliseconds without a new byte after which the release site counts as unreachable. */
const PATIENCE = 10_000;
/** Milliseconds for which a failed fetch is remembered, so that the next commands do not wait again. */
const MEMORY = 60 * 60_000;

const packageFolder = (machine: Machine): string => join(machine.root, 'node_modules', 'electron');

/** The version of Electron that package.json pins, as installed by npm. */
export function pinnedVersion(machine: Machine): string {
  const file = join(packageFolder(machine), 'package.json');
  if (!existsSync(file)) throw new Error(`${file} is missing: run npm ci first`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** The pinned package's own binary, where an earlier run has fetched it. */
export function installedOfficial(machine: Machine): FoundElectron | undefined {
  const folder = packageFolder(machine);
  // Its installer writes path.txt last; without it the folder may be half unpacked.
  if (!existsSync(join(folder, 'path.txt'))) return undefined;
  const found = electronIn(join(folder, 'dist'), machine.platform, 'official');
  return found?.version === pinnedVersion(machine) ? found : undefined;
}

/**
 * Lets the pinned package's own installer fetch its binary (it checks the download against the package's checksums).
 * Gives up after `patience` milliseconds without a byte, and then does not try again for an hour.
 */
export async function fetchOfficial(machine: Machine, patience = PATIENCE): Promise<FoundElectron | undefined> {
  const memory = join(machine.cache, `electron-${pinnedVersion(machine)}.unreachable`);
  if (existsSync(memory) && Date.now() - statSync(memory).mtimeMs < MEMORY) return undefined;

  const downloads = mkdtempSync(join(machine.cache, 'download-'));
  const giveUp = new AbortController();
  const watch = watchGrowth([downloads, join(packageFolder(machine), 'dist')], patience, () => giveUp.abort());
  try {
    await machine.run(process.execPath, [join(packageFolder(machine), 'install.js')], {
      signal: giveUp.signal,
      env: { ...machine.env, TMPDIR: downloads, TEMP: downloads, TMP: downloads, ELECTRON_GET_NO_PROGRESS: '1' },
    });
  } finally {
    clearInterval(watch);
    rmSync(downloads, { recursive: true, force: true });
  }
  const found = installedOfficial(machine);
  if (found) rmSync(memory, { force: true });
  else writeFileSync(memory, 'The release site could not be reached. Delete this file to try again at once.\n');
  return found;
}

/** Calls `stalled` once the folders together have not grown for `patience` milliseconds. */
function watchGrowth(folders: readonly string[], patience: number, stalled: () => void): NodeJS.Timeout {
  let size = 0;
  let grownAt = Date.now();
  return setInterval(
    () => {
      void Promise.all(folders.map(sizeOf)).then((sizes) => {
        const now = sizes.reduce((sum, one) => sum + one, 0);
        if (now > size) [size, grownAt] = [now, Date.now()];
        else if (Date.now() - grownAt > patience) stalled();
      });
    },
    Math.min(1000, patience),
  );
}

async function sizeOf(folder: string): Promise<number> {
  // Files come and go under an installer's hands: one that has gone counts as nothing.
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (file) => file.size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, one) => sum + one, 0);
}
