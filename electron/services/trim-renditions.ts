import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What the copies of pictures may take on the disk, in bytes (1 GiB): those of some 700 photos. */
const MOST_RENDITION_BYTES = 1024 ** 3;
/** What is left of it once it was too much: room for some weeks. */
const LEFT = 0.75;

/** The copies of one original. */
interface Shelf {
  path: string;
  bytes: number;
  /** When any of them was last made or read, in milliseconds since the epoch, as well as the disk remembers. */
  usedAt: number;
}

async function shelfOf(path: string): Promise<Shelf> {
  const shelf: Shelf = { path, bytes: 0, usedAt: 0 };
  for (const name of await readdir(path)) {
    const { size, atimeMs, mtimeMs } = await stat(join(path, name));
    shelf.bytes += size;
    shelf.usedAt = Math.max(shelf.usedAt, atimeMs, mtimeMs);
  }
  return shelf;
}

async function shelvesIn(folder: string): Promise<Shelf[]> {
  const shelves: Shelf[] = [];
  for (const pair of await readdir(folder).catch(() => []))
    for (const media of await readdir(join(folder, pair))) shelves.push(await shelfOf(join(folder, pair, media)));
  return shelves;
}

/**
 * Clears away the copies of pictures that were longest not used, once they take more than so many bytes. They are only a
 * cache: the window makes them anew when somebody looks at a photo or exports it. Answers the bytes that were freed. Throws the disk's errors.
 */
export async function trimRenditions(home: string, most: number = MOST_RENDITION_BYTES): Promise<number> {
  const shelves = await shelvesIn(join(home, 'renditions'));
  let bytes = shelves.reduce((sum, shelf) => sum + shelf.bytes, 0);
  if (bytes <= most) return 0;
  const before = bytes;
  for (const shelf of shelves.sort((one, other) => one.usedAt - other.usedAt)) {
    if (bytes <= most * LEFT) break;
    await rm(shelf.path, { recursive: true, force: true });
    bytes -= shelf.bytes;
  }
  return before - bytes;
}
