import { join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { UNFINISHED, writeBeside, writeNew } from '../disk/write.ts';
import { fileName, parseFileName } from './layout.ts';
import { endBytes, snapshotBytes, startBytes, type Saved } from './records.ts';

/** Writes a generation's snapshot and answers when the disk holds it. */
export async function writeSnapshot(disk: Disk, folder: string, generation: number, saved: Saved): Promise<void> {
  await writeBeside(disk, join(folder, fileName('snap', generation)), await snapshotBytes(generation, saved));
}

/**
 * Writes two whole generations, `first` and the next, both holding `saved`: how a story begins, and begins again after
 * damage. Two, because a story with one snapshot would be lost with it. Answers the second, whose log is closed.
 */
export async function foundGenerations(
  disk: Disk,
  folder: string,
  first: number,
  saved: Saved,
): Promise<{ generation: number; length: number }> {
  let length = 0;
  for (const generation of [first, first + 1]) {
    const { seq, story } = saved;
    const log = Buffer.concat([startBytes(generation, story.id, seq), endBytes(generation, seq)]);
    await writeNew(disk, join(folder, fileName('log', generation)), log);
    await writeNew(disk, join(folder, fileName('mir', generation)), log);
    await writeNew(disk, join(folder, fileName('snap', generation)), await snapshotBytes(generation, saved));
    length = log.length;
  }
  await disk.syncFolder(folder);
  return { generation: first + 1, length };
}

/** Removes the generations before `oldest`. Files kept aside stay. */
export async function prune(disk: Disk, folder: string, oldest: number): Promise<void> {
  for (const name of await disk.list(folder)) {
    const file = parseFileName(name);
    if (file && file.generation < oldest) await disk.remove(join(folder, name));
  }
  await disk.syncFolder(folder);
}

/** Removes what a crash left unfinished. Only while nobody writes in the folder. */
export async function sweep(disk: Disk, folder: string): Promise<void> {
  for (const name of await disk.list(folder)) {
    if (name.endsWith(UNFINISHED)) await disk.remove(join(folder, name));
  }
}
