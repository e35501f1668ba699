import { join } from 'node:path';
import { z } from '../../src/base/schema.ts';
import { ok, type Result } from '../../src/base/result.ts';
import type { Disk } from './disk/disk.ts';
import { diskFailure } from './disk/failure.ts';
import { setAside, writeBeside } from './disk/write.ts';
import { storyFolder } from './drafts/layout.ts';

/** What the person did with a story in the list, which is no part of the story itself. */
const placeSchema = z.object({ isPinned: z.boolean(), binnedAt: z.string().nullable() });
export type ShelfPlace = z.infer<typeof placeSchema>;

const FILE = 'shelf.json';
const USUAL: ShelfPlace = { isPinned: false, binnedAt: null };

/**
 * Where each story stands: pinned, in the bin, or neither. Kept in a file of the story's own folder, so that it outlives
 * the catalogue and goes where the folder goes.
 */
export class Shelf {
  readonly #home: string;
  readonly #disk: Disk;

  constructor(home: string, disk: Disk) {
    this.#home = home;
    this.#disk = disk;
  }

  /** The story's place; the usual one where there is no file, or none that makes sense (which is then set aside). */
  async place(id: string): Promise<ShelfPlace> {
    const path = join(storyFolder(this.#home, id), FILE);
    try {
      const bytes = await this.#disk.read(path);
      if (!bytes) return USUAL;
      const place = placeSchema.safeParse(parsed(bytes));
      if (place.success) return place.data;
      await setAside(this.#disk, path);
    } catch (error) {
      // A disk that does not give it back or cannot be written: the story itself says so to whoever opens it.
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
    return USUAL;
  }

  /** Answers when the disk has it; fails with `drafts.disk-full`, `drafts.read-only`, `drafts.write-failed`. */
  async put(id: string, place: ShelfPlace): Promise<Result<null>> {
    try {
      const path = join(storyFolder(this.#home, id), FILE);
      await writeBeside(this.#disk, path, Buffer.from(JSON.stringify(place)));
      return ok(null);
    } catch (error) {
      return diskFailure('drafts', error, { story: id });
    }
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}
