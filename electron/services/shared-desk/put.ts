import { link, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../../../src/base/ids.ts';
import { writeSynced } from '../export/write-synced.ts';

/** What a system says of a disk that knows no second name for a file, as FAT and many network drives. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK', 'EACCES', 'UNKNOWN']);

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/**
 * Puts a new file into a folder under the first of these names that nobody has, and never over another's: two computers that write at
 * once get two files. Written beside and given its name when it is whole; where the disk cannot do that, under its name at once. Answers
 * the name. Throws the operating system's errors, and then leaves nothing behind where the disk still allows it.
 *
 * @param secondName gives a file a second name, if the disk can
 */
export async function putNew(
  folder: string,
  names: Iterable<string>,
  bytes: Uint8Array,
  secondName: typeof link = link,
): Promise<string> {
  const beside = join(folder, `.copydesk-${newId(10)}.part`);
  try {
    await writeSynced(beside, bytes);
    for (const name of names) {
      if (await isGiven(beside, join(folder, name), bytes, secondName)) return name;
    }
    throw new Error('every name was taken');
  } finally {
    await rm(beside, { force: true }).catch(() => null);
  }
}

/** Gives what is written beside this name, if nobody has it. */
async function isGiven(beside: string, path: string, bytes: Uint8Array, secondName: typeof link): Promise<boolean> {
  try {
    await secondName(beside, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!NO_LINKS.has(codeOf(error))) throw error;
    return isWritten(path, bytes);
  }
}

/** The same without a second name: whoever looks now sees an unfinished file, which readers know by its end. */
async function isWritten(path: string, bytes: Uint8Array): Promise<boolean> {
  let file;
  try {
    file = await open(path, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    return true;
  } catch (error) {
    await file.close().catch(() => null);
    await rm(path, { force: true }).catch(() => null);
    throw error;
  }
}
