import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Imported, ImportedPicture } from '../../../src/import/imported.ts';
import { tally } from '../../../src/import/receipt.ts';
import { systemCode } from '../export/system-error.ts';

const MEGA = 1024 * 1024;
/** The largest picture that is taken from beside a document, and all of them together. */
const LARGEST = 100 * MEGA;
const TOGETHER = 300 * MEGA;
/** The system's words for a file that is not there or is not ours to read. */
const AWAY = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP', 'ENAMETOOLONG', 'EINVAL', 'EISDIR']);

/** A file's bytes, if it lies in the folder wherever links lead; null where it does not, or is no file of at most `most` bytes. */
async function readInside(folder: string, path: string, most: number): Promise<Uint8Array | null> {
  try {
    const [home, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    if (!file.startsWith(home.endsWith(sep) ? home : home + sep)) return null;
    const stats = await stat(file);
    return stats.isFile() && stats.size <= most ? await readFile(file) : null;
  } catch (error) {
    if (AWAY.has(systemCode(error))) return null;
    throw error;
  }
}

/**
 * The document with the pictures that it names by their place beside it, as bytes; whether they are pictures is for the media store to
 * say. Nothing outside of `folder` is read. One that is not there is counted in the receipt; without a folder none is.
 */
export async function withPicturesBeside(imported: Imported, folder: string | null): Promise<Imported> {
  const pictures: ImportedPicture[] = [];
  let room = TOGETHER;
  for (const picture of imported.pictures) {
    if (picture.source.kind !== 'beside') {
      pictures.push(picture);
      continue;
    }
    const bytes = folder === null ? null : await readInside(folder, picture.source.path, Math.min(LARGEST, room));
    if (bytes === null) {
      tally(imported.receipt.dropped, 'missing-picture');
      continue;
    }
    room -= bytes.length;
    tally(imported.receipt.kept, 'picture');
    pictures.push({ ...picture, source: { kind: 'bytes', type: '', bytes } });
  }
  return { ...imported, pictures };
}
