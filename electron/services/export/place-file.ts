import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '../../../src/base/ids.ts';
import type { ExportedFile } from '../../../src/export/format.ts';
import { readTree } from './read-tree.ts';
import { makeFolders, writeSynced } from './write-synced.ts';

/**
 * Puts a file at `path`, written beside and renamed. Answers false, with nothing changed, where something stands there
 * that `mayReplace` does not give away. Throws the operating system's errors.
 */
export async function placeFile(
  path: string,
  bytes: Uint8Array,
  mayReplace: (files: readonly ExportedFile[]) => Promise<boolean>,
): Promise<boolean> {
  await makeFolders(dirname(path));
  const found = await readTree(path);
  if (found.kind === 'folder' || found.kind === 'other') return false;
  if (found.kind === 'file' && !(await mayReplace(found.files))) return false;
  const beside = join(dirname(path), `.copydesk-${newId(10)}`);
  try {
    await writeSynced(beside, bytes);
    await rename(beside, path);
  } catch (error) {
    // The first error is the one to tell; what is left beside harms nobody.
    await rm(beside, { force: true }).catch(() => null);
    throw error;
  }
  return true;
}
