import { mkdir, rename, rm, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '../../../src/base/ids.ts';
import type { ExportedFile } from '../../../src/export/format.ts';
import { readTree } from './read-tree.ts';
import { makeFolders, writeAll } from './write-synced.ts';

/** Writes the files into a hidden folder of their own under `parent` and answers it; leaves nothing where that fails. */
async function writeHidden(parent: string, files: readonly ExportedFile[], each: () => void): Promise<string> {
  const hidden = join(parent, `.copydesk-${newId(10)}`);
  try {
    await mkdir(hidden);
    await writeAll(hidden, files, each);
    return hidden;
  } catch (error) {
    await rm(hidden, { recursive: true, force: true }).catch(() => null);
    throw error;
  }
}

const topNames = (files: readonly ExportedFile[]): string[] => [
  ...new Set(files.map(({ path }) => path.split('/')[0] ?? path)),
];

/** Takes these files away and the folders that are empty then: whatever came between stays. */
async function removeFiles(folder: string, files: readonly ExportedFile[]): Promise<void> {
  for (const { path } of files) await unlink(join(folder, path));
  const folders = new Set(files.map(({ path }) => dirname(join(folder, path))));
  for (const empty of [...folders].sort((a, b) => b.length - a.length)) await rmdir(empty);
}

/** Fills a folder that is there and empty: it may be a drive of its own, which cannot be renamed. The page comes last. */
async function fill(folder: string, files: readonly ExportedFile[], each: () => void): Promise<void> {
  const hidden = await writeHidden(folder, files, each);
  const names = topNames(files).reverse();
  try {
    for (const name of names) await rename(join(hidden, name), join(folder, name));
  } catch (error) {
    for (const name of [...names.map((name) => join(folder, name)), hidden]) {
      await rm(name, { recursive: true, force: true }).catch(() => null);
    }
    throw error;
  }
  await rmdir(hidden);
}

/** Moves the old export aside until the new one stands in its place; puts it back where that fails. */
async function replace(folder: string, hidden: string, old: readonly ExportedFile[]): Promise<void> {
  const aside = join(dirname(folder), `.copydesk-${newId(10)}`);
  await rename(folder, aside);
  try {
    await rename(hidden, folder);
  } catch (error) {
    await rename(aside, folder);
    throw error;
  }
  // The new export is in place; an old file that cannot be removed is no failure of it.
  await removeFiles(aside, old).catch(() => null);
}

/**
 * Puts a folder of files at `path`, so that nobody sees half of it. Answers false, with nothing changed, where a folder
 * stands there that holds anything which is not `isOwn`, or a file. `each` is called before every file, and ends the work
 * by throwing: nothing is left then. Throws the operating system's errors.
 */
export async function placeFolder(
  path: string,
  files: readonly ExportedFile[],
  isOwn: (files: readonly ExportedFile[]) => Promise<boolean>,
  each: () => void = () => undefined,
): Promise<boolean> {
  await makeFolders(dirname(path));
  const found = await readTree(path);
  if (found.kind === 'file' || found.kind === 'other') return false;
  if (found.kind === 'folder' && found.files.length === 0) {
    await fill(path, files, each);
    return true;
  }
  if (found.kind === 'folder' && !(await isOwn(found.files))) return false;
  const hidden = await writeHidden(dirname(path), files, each);
  try {
    if (found.kind === 'folder') await replace(path, hidden, found.files);
    else await rename(hidden, path);
  } catch (error) {
    await rm(hidden, { recursive: true, force: true }).catch(() => null);
    throw error;
  }
  return true;
}
