import { join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { setAside, writeBeside } from '../disk/write.ts';
import { readBytes } from './read-bytes.ts';
import { readVersion, unpackVersion, versionBytes, versionName, type VersionFile } from './version-file.ts';

/** The versions that an earlier Copydesk kept, each whole in a file of its own, `v.<n>`. Throws the disk's errors. */
export class Loose {
  readonly #disk: Disk;
  readonly #folder: string;

  constructor(disk: Disk, folder: string) {
    this.#disk = disk;
    this.#folder = folder;
  }

  #path(n: number): string {
    return join(this.#folder, versionName(n));
  }

  /** Version `n`; `newer` and `damaged` where it cannot be used. */
  async read(n: number): Promise<VersionFile | 'newer' | 'damaged'> {
    const bytes = await readBytes(this.#disk, this.#path(n));
    return bytes ? readVersion(bytes) : 'damaged';
  }

  /** Where the disk cannot be written it stays where it is. */
  async setAside(n: number): Promise<void> {
    await setAside(this.#disk, this.#path(n)).catch(() => null);
  }

  /** The stored JSON of version `n`; null where it cannot be read. */
  async content(n: number): Promise<Uint8Array | null> {
    const read = await this.read(n);
    return typeof read === 'string' ? null : unpackVersion(read);
  }

  /** Gives it a name; null where it cannot be read. */
  async name(n: number, label: string): Promise<VersionFile | null> {
    const read = await this.read(n);
    if (typeof read === 'string') return null;
    const named = { ...read, version: { ...read.version, label } };
    await writeBeside(this.#disk, this.#path(n), versionBytes(named));
    return named;
  }

  async remove(n: number): Promise<void> {
    await this.#disk.remove(this.#path(n));
  }
}
