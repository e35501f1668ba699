import { mkdir, open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ExportedFile } from '../../../src/export/format.ts';

/** Writes a new file and has the disk hold it; fails where there is one. Anybody may read it, as files of one's own making. */
export async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Writes files under a folder that is there; `each` is called before every one, and ends the work by throwing. */
export async function writeAll(folder: string, files: readonly ExportedFile[], each: () => void): Promise<void> {
  for (const { path, bytes } of files) {
    each();
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeSynced(join(folder, path), bytes);
  }
}

/** Makes a folder and those above it, where they are not there yet. */
export async function makeFolders(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    // Some systems complain of the root of a drive, although it is there.
    if (!(await stat(folder).catch(() => null))?.isDirectory()) throw error;
  }
}
