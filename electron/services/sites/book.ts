import { join } from 'node:path';
import { ok, type Result } from '../../../src/base/result.ts';
import { z } from '../../../src/base/schema.ts';
import { siteSchema, type Site } from '../../../src/cms/site.ts';
import { nodeDisk, type Disk } from '../disk/disk.ts';
import { diskFailure } from '../disk/failure.ts';
import { setAside, writeBeside } from '../disk/write.ts';
import { Turns } from '../drafts/turns.ts';

const fileSchema = z.object({ schema: z.literal(1), sites: z.array(siteSchema).max(100) });

/** The newsroom's sites, in `sites.json` of the data folder, without their secrets. */
export class SiteBook {
  readonly #disk: Disk;
  readonly #file: string;
  readonly #onTrouble: (what: string, error: unknown) => void;
  readonly #turns = new Turns();
  #sites: Site[] | null = null;

  constructor(
    home: string,
    onTrouble: (what: string, error: unknown) => void = () => undefined,
    disk: Disk = nodeDisk,
  ) {
    this.#disk = disk;
    this.#file = join(home, 'sites.json');
    this.#onTrouble = onTrouble;
  }

  /** All of them, in the order in which they were added. A damaged file is set aside, and there are none then. */
  list(): Promise<Site[]> {
    return this.#turns.take(() => this.#load());
  }

  async find(id: string): Promise<Site | null> {
    return (await this.list()).find((site) => site.id === id) ?? null;
  }

  /** Adds a site, or puts it in the place of the one with its id. Fails with `sites.disk-full`, `.read-only`, `.write-failed`. */
  put(site: Site): Promise<Result<null>> {
    return this.#turns.take(async () => {
      const sites = await this.#load();
      const isKnown = sites.some(({ id }) => id === site.id);
      return this.#write(isKnown ? sites.map((other) => (other.id === site.id ? site : other)) : [...sites, site]);
    });
  }

  remove(id: string): Promise<Result<null>> {
    return this.#turns.take(async () => this.#write((await this.#load()).filter((site) => site.id !== id)));
  }

  async #load(): Promise<Site[]> {
    if (this.#sites) return this.#sites;
    const bytes = await this.#disk.read(this.#file);
    if (!bytes) return (this.#sites = []);
    try {
      return (this.#sites = fileSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).sites);
    } catch (error) {
      this.#onTrouble('sites.json is damaged', error);
      await setAside(this.#disk, this.#file);
      return (this.#sites = []);
    }
  }

  async #write(sites: Site[]): Promise<Result<null>> {
    try {
      await writeBeside(this.#disk, this.#file, Buffer.from(JSON.stringify({ schema: 1, sites }, null, 2)));
      this.#sites = sites;
      return ok(null);
    } catch (error) {
      return diskFailure('sites', error);
    }
  }
}
