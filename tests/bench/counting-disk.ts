import { nodeDisk, type Disk } from '../../electron/services/disk/disk.ts';

/** The computer's own disk, and how much was asked of it. */
export interface CountingDisk extends Disk {
  bytes: number;
  syncs: number;
}

export function countingDisk(): CountingDisk {
  const disk: CountingDisk = {
    ...nodeDisk,
    bytes: 0,
    syncs: 0,
    async open(path, as) {
      const file = await nodeDisk.open(path, as);
      return {
        ...file,
        write: (bytes, offset) => {
          disk.bytes += bytes.length;
          return file.write(bytes, offset);
        },
        sync: () => {
          disk.syncs++;
          return file.sync();
        },
      };
    },
    syncFolder: (folder) => {
      disk.syncs++;
      return nodeDisk.syncFolder(folder);
    },
  };
  return disk;
}
