import { readFile } from 'node:fs/promises';
import { fromUtf8, utf8 } from '../../../src/base/bytes.ts';
import { readJson } from '../../../src/base/json.ts';
import { fail, ok, type Result } from '../../../src/base/result.ts';
import type { Base, PushJob, StepRecord } from '../../../src/cms/push/job.ts';
import { nodeDisk } from '../disk/disk.ts';
import { writeBeside } from '../disk/write.ts';

/** What the command line remembers of the pushes of one story to one site. */
export interface Remembered {
  /** What was last pushed; null before the first push. */
  base: Base | null;
  /** A push that is not done, and its steps. */
  job: PushJob | null;
  steps: StepRecord[];
}

interface Contents {
  copydesk: 'pushes';
  format: 1;
  /** By the site's kind and address. */
  sites: Record<string, Remembered>;
}

/**
 * The file beside a story in which the command line keeps what it pushed where, so that a later push knows what the
 * site had, and one that was cut off goes on. No secret is in it. Every change is on the disk before the next request.
 */
export class PushFile {
  readonly #path: string;
  readonly #contents: Contents;
  readonly #key: string;

  private constructor(path: string, contents: Contents, key: string) {
    this.#path = path;
    this.#contents = contents;
    this.#key = key;
  }

  /** Opens or begins it. Fails with `push.state-unreadable` (`path`): what was pushed before must not be guessed. */
  static async open(path: string, key: string): Promise<Result<PushFile>> {
    let bytes: Uint8Array;
    try {
      bytes = await readFile(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        return fail('push.state-unreadable', (error as Error).message, { path });
      return ok(new PushFile(path, { copydesk: 'pushes', format: 1, sites: {} }, key));
    }
    const read = readJson(fromUtf8(bytes) ?? '') as Partial<Contents> | undefined;
    if (read?.copydesk !== 'pushes' || read.format !== 1 || typeof read.sites !== 'object')
      return fail('push.state-unreadable', 'not a file of pushes', { path });
    return ok(new PushFile(path, read as Contents, key));
  }

  get site(): Remembered {
    const sites = this.#contents.sites;
    return Object.hasOwn(sites, this.#key) ? (sites[this.#key] as Remembered) : { base: null, job: null, steps: [] };
  }

  async keep(site: Remembered): Promise<void> {
    this.#contents.sites[this.#key] = site;
    await writeBeside(nodeDisk, this.#path, utf8(JSON.stringify(this.#contents)));
  }
}
