import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { ok, type Result } from '../../src/base/result.ts';
import type { MediaFile } from '../../src/story/schema.ts';
import { nodeDisk, type Disk } from './disk/disk.ts';
import { diskFailure } from './disk/failure.ts';
import { makeFolderSafely, setAside, writeBeside } from './disk/write.ts';
import { inspectPicture } from './pictures/inspect.ts';
import { pictureTypes } from './pictures/sniff.ts';

const ID = /^[0-9a-f]{64}$/;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The picture as it came, under the SHA-256 of its bytes: never changed, and shared by all stories that show it. */
export class MediaStore {
  readonly #disk: Disk;
  readonly #folder: string;
  /** Pictures on their way to disk: the same one may come twice at once. */
  readonly #keeping = new Map<string, Promise<void>>();

  constructor(home: string, disk: Disk = nodeDisk) {
    this.#disk = disk;
    this.#folder = join(home, 'media');
  }

  /**
   * Keeps a picture; the same bytes are kept once. Answers when the disk has it.
   *
   * Fails as `inspectPicture`, and with `media.disk-full`, `media.read-only`, `media.write-failed`; each names the `file`.
   */
  async add(name: string, bytes: Uint8Array): Promise<Result<{ id: string; file: MediaFile }>> {
    const inspected = inspectPicture(name, bytes);
    if (!inspected.ok) return inspected;
    const { file, picture } = inspected.value;
    const id = hashOf(bytes);
    const path = join(this.#folder, id.slice(0, 2), `${id}.${picture.extension}`);
    try {
      const keeping = this.#keeping.get(id) ?? this.#keep(id, path, bytes);
      this.#keeping.set(id, keeping);
      await keeping;
      return ok({ id, file });
    } catch (error) {
      return diskFailure('media', error, { file: name });
    } finally {
      this.#keeping.delete(id);
    }
  }

  async #keep(id: string, path: string, bytes: Uint8Array): Promise<void> {
    const kept = await this.#disk.read(path);
    if (kept && hashOf(kept) === id) return;
    if (kept) await setAside(this.#disk, path);
    await makeFolderSafely(this.#disk, this.#folder);
    await makeFolderSafely(this.#disk, dirname(path));
    await writeBeside(this.#disk, path, bytes);
  }

  /** The file of a picture and its media type; null where there is none, or `id` is no SHA-256. Throws the disk's errors. */
  async find(id: string): Promise<{ path: string; type: string } | null> {
    if (!ID.test(id)) return null;
    const folder = join(this.#folder, id.slice(0, 2));
    const names = new Set(await this.#disk.list(folder));
    const kept = pictureTypes.find(({ extension }) => names.has(`${id}.${extension}`));
    return kept ? { path: join(folder, `${id}.${kept.extension}`), type: kept.type } : null;
  }

  async has(id: string): Promise<boolean> {
    return (await this.find(id)) !== null;
  }

  /** A picture to be shown, as the file has it; null where there is none. Throws the disk's errors. */
  async show(id: string): Promise<{ bytes: Uint8Array; type: string } | null> {
    const found = await this.find(id);
    const bytes = found && (await this.#disk.read(found.path));
    return bytes ? { bytes, type: found.type } : null;
  }

  /** A picture's original bytes; null where there is none, or the file is not what was stored. Throws the disk's errors. */
  async read(id: string): Promise<Uint8Array | null> {
    const shown = await this.show(id);
    return shown && hashOf(shown.bytes) === id ? shown.bytes : null;
  }
}

export function openMediaStore({ home, disk }: { home: string; disk?: Disk }): MediaStore {
  return new MediaStore(home, disk);
}
