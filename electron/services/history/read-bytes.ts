import type { Disk } from '../disk/disk.ts';

/** A file, or null where there is none; one that the disk itself cannot read back is damaged like any other. */
export async function readBytes(disk: Disk, path: string): Promise<Uint8Array | null> {
  try {
    return await disk.read(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EIO') return null;
    throw error;
  }
}
