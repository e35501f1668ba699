import { nodeDisk, type Disk, type DiskFile } from '../../electron/services/disk/disk.ts';

/** The operations of a disk that can fail. */
export type Operation =
  'open' | 'write' | 'half-write' | 'sync' | 'truncate' | 'rename' | 'makeFolder' | 'syncFolder' | 'remove' | 'read';

export interface Fault {
  /** Node's error code, as ENOSPC. */
  code: string;
  on: readonly Operation[];
  /** Only for paths that this is found in. */
  path?: RegExp;
}

/** A real disk that fails as told: set `fault`, and take it away again. */
export interface FaultyDisk extends Disk {
  fault: Fault | null;
  /** How often it failed. */
  failed: number;
}

export function faultyDisk(): FaultyDisk {
  const hits = (operation: Operation, path: string): Fault | null => {
    const { fault } = disk;
    return fault?.on.includes(operation) && (fault.path?.test(path) ?? true) ? fault : null;
  };
  const raise = ({ code }: Fault, path: string): never => {
    disk.failed++;
    throw Object.assign(new Error(`${code}: made by the test, '${path}'`), { code });
  };
  const may = (operation: Operation, path: string): void => {
    const fault = hits(operation, path);
    if (fault) raise(fault, path);
  };
  const wrap = (file: DiskFile, path: string): DiskFile => ({
    async write(bytes, offset) {
      may('write', path);
      const half = hits('half-write', path);
      await file.write(half ? bytes.subarray(0, bytes.length >> 1) : bytes, offset);
      if (half) raise(half, path);
    },
    async sync() {
      may('sync', path);
      await file.sync();
    },
    async truncate(length) {
      may('truncate', path);
      await file.truncate(length);
    },
    close: () => file.close(),
  });
  const disk: FaultyDisk = {
    fault: null,
    failed: 0,
    async open(path, as) {
      may('open', path);
      return wrap(await nodeDisk.open(path, as), path);
    },
    async read(path) {
      may('read', path);
      return nodeDisk.read(path);
    },
    list: (folder) => nodeDisk.list(folder),
    async makeFolder(folder) {
      may('makeFolder', folder);
      await nodeDisk.makeFolder(folder);
    },
    async rename(from, to) {
      may('rename', to);
      await nodeDisk.rename(from, to);
    },
    async remove(path) {
      may('remove', path);
      await nodeDisk.remove(path);
    },
    async syncFolder(folder) {
      may('syncFolder', folder);
      await nodeDisk.syncFolder(folder);
    },
  };
  return disk;
}
