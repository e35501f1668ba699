import { nodeDisk, type Disk } from '../../electron/services/disk/disk.ts';

/** Damage is not a question of what the disk has when: without waiting for it many rounds take a tenth of the time. */
export const unsyncedDisk: Disk = {
  ...nodeDisk,
  open: async (path, as) => ({ ...(await nodeDisk.open(path, as)), sync: () => Promise.resolve() }),
  syncFolder: () => Promise.resolve(),
};
