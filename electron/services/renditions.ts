import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../src/base/result.ts';
import type { Rendition } from '../../src/export/format.ts';
import { RENDITION_KEY, renditionJobs, type RenditionJob } from '../../src/picture/renditions.ts';
import { writeDetails } from '../../src/picture/write/index.ts';
import type { Photo, Story } from '../../src/story/schema.ts';
import { photosOf } from '../../src/story/walk.ts';
import { nodeDisk, type Disk } from './disk/disk.ts';
import { diskFailure } from './disk/failure.ts';
import { makeFolderSafely, writeBeside } from './disk/write.ts';
import { sniff } from './pictures/sniff.ts';

const ID = /^[0-9a-f]{64}$/;
/** A rendition is at most 2048 pixels wide; more bytes than this are not one (40 MiB). */
const MAX_BYTES = 40 * 1024 * 1024;

/** Copies of pictures at the sizes at which they are shown and sent: made once, by the window, and kept here. Only a cache. */
export class RenditionStore {
  readonly #disk: Disk;
  readonly #folder: string;

  constructor(home: string, disk: Disk = nodeDisk) {
    this.#disk = disk;
    this.#folder = join(home, 'renditions');
  }

  #path(media: string, key: string): string | null {
    return ID.test(media) && RENDITION_KEY.test(key) ? join(this.#folder, media.slice(0, 2), media, key) : null;
  }

  /** A rendition's pixels without any metadata; null where it has not been made. Throws the disk's errors. */
  async read(media: string, key: string): Promise<Uint8Array | null> {
    const path = this.#path(media, key);
    return path === null ? null : this.#disk.read(path);
  }

  /** Those of the story's renditions that are not here. */
  async missing(story: Story): Promise<RenditionJob[]> {
    const jobs = new Map<string, RenditionJob>();
    for (const photo of photosOf(story))
      for (const job of jobsOf(photo, story)) jobs.set(`${job.media}/${job.key}`, job);
    const missing: RenditionJob[] = [];
    for (const job of jobs.values()) {
      const path = this.#path(job.media, job.key);
      const names = path === null ? [] : await this.#disk.list(dirname(path));
      if (!names.includes(job.key)) missing.push(job);
    }
    return missing;
  }

  /**
   * Keeps a rendition. Fails with `media.not-a-picture` (no JPEG or WebP), and with `media.disk-full`, `media.read-only`,
   * `media.write-failed`.
   */
  async keep(media: string, key: string, bytes: Uint8Array): Promise<Result<null>> {
    const path = this.#path(media, key);
    const sniffed = sniff(bytes);
    const isPicture = sniffed !== null && 'taken' in sniffed && key.endsWith(`.${sniffed.taken.extension}`);
    if (!path || !isPicture || bytes.length > MAX_BYTES)
      return fail('media.not-a-picture', `${key} is no rendition`, { file: key });
    try {
      const folder = dirname(path);
      for (const above of [this.#folder, dirname(folder), folder]) await makeFolderSafely(this.#disk, above);
      await writeBeside(this.#disk, path, bytes);
      return ok(null);
    } catch (error) {
      return diskFailure('media', error, { file: key });
    }
  }
}

function jobsOf(photo: Photo, { media }: Story): RenditionJob[] {
  const file = photo.media !== null && Object.hasOwn(media, photo.media) ? media[photo.media] : undefined;
  return file ? renditionJobs(photo, file) : [];
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * What an export takes in place of the story's originals: of each photo its renditions, else its original, with the
 * photo's fields written into every one and the camera's secrets left out. Originals are held one at a time.
 *
 * @param store null where nothing makes renditions (the command line)
 * @param each called before every photo; ends the work by throwing
 */
export async function storyRenditions(
  story: Story,
  original: (id: string) => Uint8Array | undefined | Promise<Uint8Array | undefined>,
  store: RenditionStore | null,
  each: () => void = () => undefined,
): Promise<(photo: Photo) => readonly Rendition[] | undefined> {
  const made = new Map<Photo, Rendition[]>();
  const uses = photosOf(story).map((photo) => photo.media);
  const shared = new Map<string, Uint8Array | undefined>();
  const take = async (id: string): Promise<Uint8Array | undefined> => {
    if (shared.has(id)) return shared.get(id);
    const bytes = await original(id);
    if (uses.indexOf(id) !== uses.lastIndexOf(id)) shared.set(id, bytes);
    return bytes;
  };
  for (const photo of photosOf(story)) {
    each();
    const file = photo.media === null ? undefined : story.media[photo.media];
    if (photo.media === null || !file) continue;
    const written = (bytes: Uint8Array, size: { type: string; width: number; height: number }): Rendition => {
      const { type, width, height } = size;
      const worded = writeDetails(bytes, photo);
      return { sha256: hashOf(worded), type, width, height, bytes: worded };
    };
    const renditions: Rendition[] = [];
    for (const job of store ? jobsOf(photo, story) : []) {
      const bytes = await store?.read(job.media, job.key);
      if (bytes) renditions.push(written(bytes, job));
    }
    const whole = renditions.length > 0 ? undefined : await take(photo.media);
    if (whole) renditions.push(written(whole, file));
    if (renditions.length > 0) made.set(photo, renditions);
  }
  return (photo) => made.get(photo);
}
