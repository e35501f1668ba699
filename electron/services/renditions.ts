import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../src/base/result.ts';
import type { Rendition } from '../../src/export/format.ts';
import { isShaped, RENDITION_KEY, renditionJobs, type RenditionJob } from '../../src/picture/renditions.ts';
import { cameraOf, writeDetails } from '../../src/picture/write/index.ts';
import type { Photo, Story } from '../../src/story/schema.ts';
import { photosOf } from '../../src/story/walk.ts';
import { nodeDisk, type Disk } from './disk/disk.ts';
import { diskFailure } from './disk/failure.ts';
import { makeFolderSafely, writeBeside } from './disk/write.ts';
import { sniff } from './pictures/sniff.ts';

const ID = /^[0-9a-f]{64}$/;
/** A rendition is at most 2048 pixels wide; more bytes than this are not one (40 MiB). */
const MAX_BYTES = 40 * 1024 * 1024;

/** Where the copies come from at which pictures leave: kept ones (`RenditionStore`), or made as they are asked for. */
export interface Copies {
  /** A rendition without any metadata; null where there is none. Throws the disk's errors. */
  copy: (job: RenditionJob) => Promise<Uint8Array | null>;
}

/** Copies of pictures at the sizes at which they are shown and sent: made once, by the window, and kept here. Only a cache. */
export class RenditionStore implements Copies {
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

  copy({ media, key }: RenditionJob): Promise<Uint8Array | null> {
    return this.read(media, key);
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

/** The widest JPEG that shows the photo as it is shown everywhere; none where there is none. */
const widestJpeg = (jobs: readonly RenditionJob[]): RenditionJob[] =>
  jobs
    .filter(({ type, ratio }) => type === 'image/jpeg' && ratio === undefined)
    .sort((one, other) => other.width - one.width)
    .slice(0, 1);

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Where the pictures of an export come from, and how they leave. */
export interface PictureOrder {
  /** The original bytes of one of the story's pictures; asked only for those that are needed. */
  original: (id: string) => Uint8Array | undefined | Promise<Uint8Array | undefined>;
  /** Where copies come from; null where the originals are to leave. */
  copies: Copies | null;
  /** Whether the camera's EXIF goes along, with its place (GPS) and serial numbers. */
  keepsCamera?: boolean;
  /** Whether the widest JPEG is enough: those who take it scale pictures themselves. */
  isWidestAlone?: boolean;
  /** Called before every photo; ends the work by throwing. */
  each?: () => void;
}

/** Originals that more than one photo shows are read once; the others are let go of. */
function originalsOf(story: Story, original: PictureOrder['original']): PictureOrder['original'] {
  const uses = photosOf(story).map((photo) => photo.media);
  const shared = new Map<string, Uint8Array | undefined>();
  return async (id) => {
    if (shared.has(id)) return shared.get(id);
    const bytes = await original(id);
    if (uses.indexOf(id) !== uses.lastIndexOf(id)) shared.set(id, bytes);
    return bytes;
  };
}

/**
 * What an export or push takes in place of the story's originals: of each photo its renditions, else its original, with
 * the photo's fields written into every one and the camera's secrets left out. Originals are held one at a time.
 *
 * Fails with `export.not-cropped` (`number` counts photos from 1) where a photo is cropped or turned and no rendition
 * shows it so: what was cut away never leaves.
 */
export async function storyRenditions(
  story: Story,
  { original, copies, keepsCamera = false, isWidestAlone = false, each = () => undefined }: PictureOrder,
): Promise<Result<(photo: Photo) => readonly Rendition[] | undefined>> {
  const made = new Map<Photo, Rendition[]>();
  const take = originalsOf(story, original);
  for (const [index, photo] of photosOf(story).entries()) {
    each();
    const file = photo.media === null ? undefined : story.media[photo.media];
    if (photo.media === null || !file) continue;
    const source = keepsCamera ? await take(photo.media) : undefined;
    const camera = (isUpright: boolean): Uint8Array | null => (source ? cameraOf(source, isUpright) : null);
    const written = (
      bytes: Uint8Array,
      { type, width, height, ratio }: Omit<Rendition, 'bytes' | 'sha256'>,
      exif: Uint8Array | null,
    ): Rendition => {
      const worded = writeDetails(bytes, photo, { camera: exif });
      return { sha256: hashOf(worded), type, width, height, ...(ratio && { ratio }), bytes: worded };
    };
    const renditions: Rendition[] = [];
    const jobs = copies ? jobsOf(photo, story) : [];
    for (const job of isWidestAlone ? widestJpeg(jobs) : jobs) {
      const bytes = await copies?.copy(job);
      if (bytes) renditions.push(written(bytes, job, camera(true)));
    }
    if (renditions.every(({ ratio }) => ratio !== undefined)) {
      const whole = source ?? (await take(photo.media));
      if (whole && isShaped(photo))
        return fail('export.not-cropped', `photo ${index + 1} is cropped, and no copy shows it so`, {
          number: index + 1,
        });
      const { type, width, height } = file;
      if (whole) renditions.push(written(whole, { type, width, height }, camera(false)));
    }
    if (renditions.length > 0) made.set(photo, renditions);
  }
  return ok((photo) => made.get(photo));
}
