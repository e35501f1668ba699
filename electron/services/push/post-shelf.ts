import { join } from 'node:path';
import { readJson } from '../../../src/base/json.ts';
import type { Base, StepRecord } from '../../../src/cms/push/job.ts';
import type { RemotePost } from '../../../src/cms/remote.ts';
import type { Disk } from '../disk/disk.ts';
import { makeFolderSafely, writeBeside } from '../disk/write.ts';

/** Where a story lives on one site, and what is known of it: the common ground of the next push. */
export interface KeptPost {
  story: string;
  site: string;
  base: Base;
  /** As it was last looked at; null where nobody looked since. */
  seen: RemotePost | null;
  /** When it was pushed or pulled here, and last looked at (RFC 3339). */
  pushedAt: string;
  checkedAt: string;
  /** Null where it is there; else `push.gone`, `push.trashed`, or that somebody changed it: `push.changed`. */
  trouble: string | null;
  /** How the last push went, call by call. */
  steps: StepRecord[];
}

const NAME = /^([a-z0-9]{8,40})\.([a-z0-9]{4,40})\.json$/;

/** What is known of each story on each site: `posts/<story>.<site>.json`. Throws the disk's errors. */
export class PostShelf {
  readonly #disk: Disk;
  readonly #folder: string;

  constructor(home: string, disk: Disk) {
    this.#disk = disk;
    this.#folder = join(home, 'posts');
  }

  #path(story: string, site: string): string {
    return join(this.#folder, `${story}.${site}.json`);
  }

  async read(story: string, site: string): Promise<KeptPost | null> {
    const bytes = await this.#disk.read(this.#path(story, site));
    return bytes ? ((readJson(Buffer.from(bytes).toString('utf8')) as KeptPost | undefined) ?? null) : null;
  }

  /** Everywhere that a story lives. */
  async of(story: string): Promise<KeptPost[]> {
    const found: KeptPost[] = [];
    for (const name of await this.#disk.list(this.#folder)) {
      const [, id, site] = NAME.exec(name) ?? [];
      const post = id === story && site !== undefined ? await this.read(story, site) : null;
      if (post) found.push(post);
    }
    return found.sort((a, b) => (a.site < b.site ? -1 : 1));
  }

  /** The story that a site's post was pulled into or pushed from; null where it was neither here. */
  async storyOf(site: string, post: string): Promise<string | null> {
    for (const name of await this.#disk.list(this.#folder)) {
      const [, story, place] = NAME.exec(name) ?? [];
      if (story === undefined || place !== site) continue;
      if ((await this.read(story, site))?.base.post.id === post) return story;
    }
    return null;
  }

  async put(post: KeptPost): Promise<void> {
    await makeFolderSafely(this.#disk, this.#folder);
    await writeBeside(this.#disk, this.#path(post.story, post.site), Buffer.from(JSON.stringify(post)));
  }
}
