import { join } from 'node:path';
import { ok, type Result } from '../../../src/base/result.ts';
import { z } from '../../../src/base/schema.ts';
import { nodeDisk, type Disk } from '../disk/disk.ts';
import { diskFailure } from '../disk/failure.ts';
import { setAside, writeBeside } from '../disk/write.ts';
import { Turns } from '../drafts/turns.ts';

const fileSchema = z.object({
  schema: z.literal(1),
  /** Where the desk is; null while there is none. */
  folder: z.string().nullable(),
  /** The names of contents that this person does not want to be shown any more. */
  putAway: z.array(z.string()),
});
type Kept = z.infer<typeof fileSchema>;

const NOTHING: Kept = { schema: 1, folder: null, putAway: [] };
/** More than this nobody puts away; the oldest are forgotten first. */
const MOST_PUT_AWAY = 2000;

/**
 * Which folder is the desk, and what was put away of it, in `desk.json` of the data folder: not among the choices that a window may
 * set, since the program reads and writes there.
 */
export class DeskBook {
  readonly #disk: Disk;
  readonly #file: string;
  readonly #onTrouble: (what: string, error: unknown) => void;
  readonly #turns = new Turns();
  #kept: Kept | null = null;

  constructor(home: string, onTrouble: (what: string, error: unknown) => void, disk: Disk = nodeDisk) {
    this.#disk = disk;
    this.#file = join(home, 'desk.json');
    this.#onTrouble = onTrouble;
  }

  read(): Promise<Kept> {
    return this.#turns.take(() => this.#load());
  }

  /** Fails with `desk.disk-full`, `desk.read-only`, `desk.write-failed`; then all is as it was. */
  change(change: (kept: Kept) => Partial<Kept>): Promise<Result<null>> {
    return this.#turns.take(async () => {
      const before = await this.#load();
      const next = { ...before, ...change(before) };
      next.putAway = next.putAway.slice(-MOST_PUT_AWAY);
      try {
        await writeBeside(this.#disk, this.#file, Buffer.from(JSON.stringify(next, null, 2)));
      } catch (error) {
        return diskFailure('desk', error, { folder: this.#file });
      }
      this.#kept = next;
      return ok(null);
    });
  }

  async #load(): Promise<Kept> {
    if (this.#kept) return this.#kept;
    const bytes = await this.#disk.read(this.#file);
    if (!bytes) return (this.#kept = NOTHING);
    try {
      return (this.#kept = fileSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))));
    } catch (error) {
      this.#onTrouble('desk.json is damaged', error);
      await setAside(this.#disk, this.#file);
      return (this.#kept = NOTHING);
    }
  }
}
