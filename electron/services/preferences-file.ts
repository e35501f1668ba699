import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from '../../src/base/schema.ts';
import type { Notice } from '../../src/ipc/calls/app.ts';
import { nodeDisk, type Disk } from './disk/disk.ts';
import { setAside, writeBeside } from './disk/write.ts';
import { Turns } from './drafts/turns.ts';

const NAME = 'preferences.json';
/** The largest that the file may be, in bytes: it is written as a whole, often, and is for choices, not for text. */
export const MOST_BYTES = 32 * 1024;

const keptSchema = z.looseObject({
  settings: z.looseObject({ stories: z.record(z.string(), z.unknown()).optional() }).optional(),
  windowPlace: z.unknown().optional(),
  /** Of all the rest: a changed letter makes other choices, and no broken file. None where somebody wrote it by hand. */
  sum: z.string().optional(),
});
/** What the file holds; each choice is checked by whoever uses it. */
export interface Kept {
  settings?: { stories?: Record<string, unknown> | undefined; [choice: string]: unknown } | undefined;
  windowPlace?: unknown;
}

/**
 * `preferences.json` of a data folder. After a power cut it is as it was, or as it was last written; a broken one is set
 * aside as `.damaged-<n>`, and the copy that the last good start made (`.bak`) takes its place.
 */
export class PreferencesFile {
  /** What was in it when it was opened. */
  readonly kept: Kept;
  /**
   * Where the file was damaged: `settings.restored` (the copy is in its place) or `settings.recovered` (the usual choices
   * are); both name the damaged `file`, which is kept. Where it was missing: `settings.refound`.
   */
  readonly notices: Notice[];
  readonly #path: string;
  readonly #disk: Disk;
  readonly #turns = new Turns();

  private constructor(path: string, disk: Disk, kept: Kept, notices: Notice[]) {
    this.#path = path;
    this.#disk = disk;
    this.kept = kept;
    this.notices = notices;
  }

  /** Reads the file, and puts right what is wrong with it. Throws the disk's errors. */
  static async open(home: string, disk: Disk = nodeDisk): Promise<PreferencesFile> {
    const path = join(home, NAME);
    const opened = (kept: Kept, notices: Notice[] = []): PreferencesFile =>
      new PreferencesFile(path, disk, kept, notices);
    const [file, copy] = [await disk.read(path), await disk.read(`${path}.bak`)];
    const [good, old] = [read(file), read(copy)];
    if (file && good) {
      if (!copy || !Buffer.from(file).equals(copy)) await writeBeside(disk, `${path}.bak`, file);
      return opened(good);
    }
    const about = file && { file: await setAside(disk, path) };
    if (!copy || !old) return opened({}, about ? [{ code: 'settings.recovered', about }] : []);
    await writeBeside(disk, path, copy);
    return opened(old, [about ? { code: 'settings.restored', about } : { code: 'settings.refound' }]);
  }

  /** Answers when the disk has it. Throws the disk's errors; the file is then as it was. */
  write(kept: Kept): Promise<void> {
    const bytes = Buffer.from(fitted(kept));
    return this.#turns.take(() => writeBeside(this.#disk, this.#path, bytes));
  }
}

function read(bytes: Uint8Array | null): Kept | null {
  if (!bytes) return null;
  // Broken JSON, or JSON that holds no choices: the file is damaged either way.
  try {
    const found = JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
    const { sum, ...kept } = keptSchema.parse(found);
    // Of what was written, in its order.
    return sum === undefined || sum === sumOf({ ...(found as object), sum: undefined }) ? kept : null;
  } catch {
    return null;
  }
}

const sumOf = (kept: object): string => createHash('sha256').update(JSON.stringify(kept)).digest('hex').slice(0, 16);

/** As JSON of no more than `MOST_BYTES`: what was chosen for single stories goes first, the story's that came first before others. */
function fitted(kept: Kept): string {
  const write = (some: Kept): string => JSON.stringify({ ...some, sum: sumOf(some) }, null, '\t');
  let json = write(kept);
  const stories = Object.entries(kept.settings?.stories ?? {});
  while (Buffer.byteLength(json) > MOST_BYTES && stories.length > 0) {
    // A tenth at a time: each try costs a whole writing out.
    stories.splice(0, Math.ceil(stories.length / 10));
    json = write({ ...kept, settings: { ...kept.settings, stories: Object.fromEntries(stories) } });
  }
  return json;
}
