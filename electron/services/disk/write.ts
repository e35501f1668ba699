import { basename, dirname, join } from 'node:path';
import type { Disk, DiskFile } from './disk.ts';

/** A file's name while it is being written; whatever bears it was never finished. */
export const UNFINISHED = '.new';

/** Opens, hands over and closes again, also after an error; an error of the work is the one that is told. */
async function withFile(disk: Disk, path: string, work: (file: DiskFile) => Promise<void>): Promise<void> {
  const file = await disk.open(path, 'new');
  try {
    await work(file);
  } catch (error) {
    await file.close();
    throw error;
  }
  await file.close();
}

/** Writes a new file and has the disk hold its bytes; its name is safe only after the folder is synced. */
export async function writeNew(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  await withFile(disk, path, async (file) => {
    await file.write(bytes, 0);
    await file.sync();
  });
}

/**
 * Puts `bytes` at `path` so that after a power cut there is the old file or the whole new one: written beside, synced,
 * renamed, the folder synced. What a failure leaves beside is removed where the disk still allows it.
 */
export async function writeBeside(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const beside = path + UNFINISHED;
  try {
    await writeNew(disk, beside, bytes);
    await disk.rename(beside, path);
  } catch (error) {
    // A full disk gets its room back; the error that counts is the first one.
    await disk.remove(beside).catch(() => null);
    throw error;
  }
  await disk.syncFolder(dirname(path));
}

/** Makes a folder and has the disk hold its name. */
export async function makeFolderSafely(disk: Disk, folder: string): Promise<void> {
  await disk.makeFolder(folder);
  await disk.syncFolder(dirname(folder));
}

/**
 * Keeps a file that cannot be trusted under the first free name `<name>.damaged-<n>`, for whoever may read more of it.
 * Answers the new path.
 */
export async function setAside(disk: Disk, path: string): Promise<string> {
  const folder = dirname(path);
  const taken = new Set(await disk.list(folder));
  let n = 1;
  while (taken.has(`${basename(path)}.damaged-${n}`)) n++;
  const aside = join(folder, `${basename(path)}.damaged-${n}`);
  await disk.rename(path, aside);
  await disk.syncFolder(folder);
  return aside;
}
