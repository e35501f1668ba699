import { join } from 'node:path';
import type { Disk, DiskFile } from '../disk/disk.ts';
import { UNFINISHED, writeBeside } from '../disk/write.ts';
import { fileName } from './layout.ts';
import { endBytes, startBytes } from './records.ts';

/** Where a log stands when it is opened again: which generation, its good bytes, and the changes in it. */
export interface LogPlace {
  generation: number;
  length: number;
  changes: number;
}

/**
 * The log and the mirror of one generation while they are written. Its methods throw the disk's errors; the log's
 * (`append`, `end`) must not run side by side with each other, nor the mirror's (`mirror`, `endMirror`).
 */
export class Journal {
  readonly generation: number;
  /** Good bytes in the log. */
  length: number;
  /** Changes in the log. */
  changes: number;
  /** The disk failed in a way that leaves open what the log holds: nothing may be appended any more. */
  isSuspect = false;
  /** The log's last record says that it was closed in good order. */
  isEnded: boolean;
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #log: DiskFile;
  #mirror: DiskFile | null = null;
  #mirrorLength = 0;
  /** Appended since the mirror was last brought up; null: the mirror must be copied from the log as a whole. */
  #unmirrored: Uint8Array[] | null;

  private constructor(disk: Disk, folder: string, log: DiskFile, place: LogPlace, isMirrored: boolean) {
    this.#disk = disk;
    this.#folder = folder;
    this.#log = log;
    this.generation = place.generation;
    this.length = place.length;
    this.changes = place.changes;
    this.isEnded = isMirrored;
    this.#mirrorLength = place.length;
    this.#unmirrored = isMirrored ? [] : null;
  }

  /** Makes the log of a new generation of story `id`, after change `after`; its mirror comes with the first `mirror()`. */
  static async begin(disk: Disk, folder: string, id: string, generation: number, after: number): Promise<Journal> {
    const path = join(folder, fileName('log', generation));
    const bytes = startBytes(generation, id, after);
    const log = await disk.open(path + UNFINISHED, 'new');
    try {
      await log.write(bytes, 0);
      await log.sync();
      await disk.rename(path + UNFINISHED, path);
      await disk.syncFolder(folder);
    } catch (error) {
      await log.close();
      throw error;
    }
    return new Journal(disk, folder, log, { generation, length: bytes.length, changes: 0 }, false);
  }

  /** Opens a log that was closed in good order; `isMirrored` says whether its mirror holds it all. */
  static async resume(disk: Disk, folder: string, place: LogPlace, isMirrored = true): Promise<Journal> {
    const log = await disk.open(join(folder, fileName('log', place.generation)), 'old');
    return new Journal(disk, folder, log, place, isMirrored);
  }

  /** Answers when the disk holds the records. After an error the log is as before, or `isSuspect`. */
  async append(bytes: Uint8Array, changes: number): Promise<void> {
    await this.#put(bytes);
    this.changes += changes;
    this.isEnded = false;
  }

  /** Closes the log in good order; `last` is the number of its last change. */
  async end(last: number): Promise<void> {
    if (this.isEnded) return;
    await this.#put(endBytes(this.generation, last));
    this.isEnded = true;
  }

  async #put(bytes: Uint8Array): Promise<void> {
    if (this.isSuspect) throw new Error('a suspect log was appended to');
    try {
      await this.#log.write(bytes, this.length);
    } catch (error) {
      await this.#cutBack();
      throw error;
    }
    try {
      await this.#log.sync();
    } catch (error) {
      // After a failed sync the system may count bytes as written that are not: whatever comes next needs a new file.
      this.isSuspect = true;
      await this.#cutBack();
      throw error;
    }
    this.length += bytes.length;
    this.#unmirrored?.push(bytes);
  }

  async #cutBack(): Promise<void> {
    try {
      await this.#log.truncate(this.length);
    } catch {
      // The failure that matters is the append's; this one only means that the file cannot be used any more.
      this.isSuspect = true;
    }
  }

  /** Whether the mirror holds less than the log. */
  get isBehind(): boolean {
    return this.#unmirrored === null || this.#unmirrored.length > 0;
  }

  /** Brings the mirror up to the log and answers when the disk holds it. After an error the next call copies anew. */
  async mirror(): Promise<void> {
    const [missing, length] = [this.#unmirrored, this.length];
    this.#unmirrored = [];
    try {
      if (missing === null) await this.#copyLog(length);
      else if (missing.length > 0) await this.#extendMirror(Buffer.concat(missing));
    } catch (error) {
      this.#unmirrored = null;
      throw error;
    }
  }

  async #copyLog(length: number): Promise<void> {
    await this.#closeMirror();
    const log = await this.#disk.read(join(this.#folder, fileName('log', this.generation)));
    if (!log || log.length < length) {
      const lost = `log.${this.generation} is shorter than what was written to it`;
      throw Object.assign(new Error(lost), { code: 'EIO' });
    }
    await writeBeside(this.#disk, this.#mirrorPath, log.subarray(0, length));
    this.#mirrorLength = length;
  }

  async #extendMirror(bytes: Uint8Array): Promise<void> {
    this.#mirror ??= await this.#disk.open(this.#mirrorPath, 'old');
    await this.#mirror.write(bytes, this.#mirrorLength);
    await this.#mirror.sync();
    this.#mirrorLength += bytes.length;
  }

  get #mirrorPath(): string {
    return join(this.#folder, fileName('mir', this.generation));
  }

  async #closeMirror(): Promise<void> {
    const mirror = this.#mirror;
    this.#mirror = null;
    await mirror?.close();
  }

  /** Lets go of the files. */
  async close(): Promise<void> {
    await this.#closeMirror();
    await this.#log.close();
  }
}
