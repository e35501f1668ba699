import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportedFile } from '../../../src/export/format.ts';

const MOST_FILES = 2000;
const MOST_BYTES = 1024 * 1024 * 1024;

/** What stands at a path: nothing, one file, a folder of files, or something that no export looks like. */
export type Found =
  | { kind: 'nothing' }
  | { kind: 'file'; files: ExportedFile[] }
  | { kind: 'folder'; files: ExportedFile[] }
  | { kind: 'other' };

const OTHER: Found = { kind: 'other' };

/** Reads the files under a folder; null where there are links, devices, empty folders, or more than any export has. */
async function readFolder(root: string): Promise<ExportedFile[] | null> {
  const files: ExportedFile[] = [];
  let total = 0;
  const folders = [''];
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    if (folder !== '' && entries.length === 0) return null;
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else if (!entry.isFile()) return null;
      else {
        total += (await lstat(join(root, path))).size;
        if (files.length >= MOST_FILES || total > MOST_BYTES) return null;
        files.push({ path, bytes: await readFile(join(root, path)) });
      }
      if (folders.length > MOST_FILES) return null;
    }
  }
  return files;
}

/** Looks at a path without following a link there: what is behind one is somebody else's. */
export async function readTree(path: string): Promise<Found> {
  const stats = await lstat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (!stats) return { kind: 'nothing' };
  if (stats.isFile()) {
    return stats.size > MOST_BYTES ? OTHER : { kind: 'file', files: [{ path: '', bytes: await readFile(path) }] };
  }
  const files = stats.isDirectory() ? await readFolder(path) : null;
  return files ? { kind: 'folder', files } : OTHER;
}
