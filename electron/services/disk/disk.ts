import { mkdir, open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises';

/** A file that is being written. Offsets and lengths are in bytes. */
export interface DiskFile {
  /** Writes all of `bytes` at `offset`. */
  write: (bytes: Uint8Array, offset: number) => Promise<void>;
  /** Answers when the disk holds the file's bytes and its length (fdatasync). */
  sync: () => Promise<void>;
  truncate: (length: number) => Promise<void>;
  close: () => Promise<void>;
}

/**
 * All that the stores ask of a disk. Its errors are Node's (`code` says ENOSPC, EROFS, EIO, ...).
 * It is one narrow interface so that tests can put faults and a recorder into its place.
 */
export interface Disk {
  /** `new` makes or empties the file, `old` opens one that is there. */
  open: (path: string, as: 'new' | 'old') => Promise<DiskFile>;
  /** The whole file; null where there is none. */
  read: (path: string) => Promise<Uint8Array | null>;
  /** Names in a folder; none where there is no folder. */
  list: (folder: string) => Promise<string[]>;
  makeFolder: (folder: string) => Promise<void>;
  /** Takes the place of a file at `to`; never of a folder with something in it. */
  rename: (from: string, to: string) => Promise<void>;
  /** A file, or a folder with all that is in it; nothing happens where there is none. */
  remove: (path: string) => Promise<void>;
  /** Answers when the disk holds the folder's names: without it a power cut can undo a create or rename. */
  syncFolder: (folder: string) => Promise<void>;
}

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function writeAll(handle: FileHandle, bytes: Uint8Array, offset: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, offset + done);
    done += bytesWritten;
  }
}

/** The computer's own disk. */
export const nodeDisk: Disk = {
  async open(path, as) {
    // Drafts are for their writer's eyes.
    const handle = await open(path, as === 'new' ? 'w' : 'r+', 0o600);
    return {
      write: (bytes, offset) => writeAll(handle, bytes, offset),
      sync: () => handle.datasync(),
      truncate: (length) => handle.truncate(length),
      close: () => handle.close(),
    };
  },
  async read(path) {
    try {
      return await readFile(path);
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  },
  async list(folder) {
    try {
      return await readdir(folder);
    } catch (error) {
      if (isAbsent(error)) return [];
      throw error;
    }
  },
  async makeFolder(folder) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  },
  rename,
  async remove(path) {
    await rm(path, { recursive: true, force: true });
  },
  async syncFolder(folder) {
    // Windows opens no folder as a file; NTFS journals its names itself.
    if (process.platform === 'win32') return;
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};
