import { now } from '../../../src/base/dates.ts';
import { fail, ok, type Result } from '../../../src/base/result.ts';
import { converse } from '../../../src/cms/converse.ts';
import type { PostSummary } from '../../../src/cms/remote.ts';
import { isSafeAddress, isSameOrigin, type Site } from '../../../src/cms/site.ts';
import type { Line } from '../../../src/cms/wire.ts';
import type { ImportedPicture } from '../../../src/import/imported.ts';
import { MAX_PICTURE_BYTES } from '../../../src/ipc/calls/media.ts';
import type { Story } from '../../../src/story/schema.ts';
import { storyWords } from '../../../src/story/measure.ts';
import { changeInto, contentHash, type KeptVersion } from '../../../src/versions/index.ts';
import { diskFailure } from '../disk/failure.ts';
import type { Library } from '../library.ts';
import type { MediaStore } from '../media.ts';
import type { SiteDesk } from '../sites/desk.ts';
import type { KeptPost, PostShelf } from './post-shelf.ts';

/** A picture of a post may take so long, in milliseconds. */
const PATIENCE = 60_000;

export interface PullOptions {
  library: Library;
  media: MediaStore;
  desk: SiteDesk;
  posts: PostShelf;
}

/** What comes from sites: their posts as stories, how a story stands there, and what others changed in it. */
export class Pull {
  readonly #room: PullOptions;

  constructor(room: PullOptions) {
    this.#room = room;
  }

  async #line(id: string, signal: AbortSignal): Promise<Result<{ site: Site; line: Line }>> {
    const site = await this.#room.desk.find(id);
    if (!site) return fail('sites.missing', `no site ${id}`);
    const line = await this.#room.desk.line(site, () => Promise.resolve(undefined), signal);
    return line.ok ? ok({ site, line: line.value }) : line;
  }

  async list(id: string, search: string, page: number, signal: AbortSignal): Promise<Result<PostSummary[]>> {
    const at = await this.#line(id, signal);
    if (!at.ok) return at;
    const { site, line } = at.value;
    return converse(line.adapter.list(site, { search, page }), line);
  }

  /** Opens a post as a story, with its pictures; one that came from here or was pulled before is that story. */
  async pull(
    id: string,
    post: string,
    signal: AbortSignal,
  ): Promise<Result<{ story: string; isNew: boolean; missing: number }>> {
    const { library, posts } = this.#room;
    const known = await posts.storyOf(id, post);
    if (known !== null && (await library.read(known)).ok) return ok({ story: known, isNew: false, missing: 0 });
    const at = await this.#line(id, signal);
    if (!at.ok) return at;
    const { site, line } = at.value;
    const pulled = await converse(line.adapter.pull(site, post), line);
    if (!pulled.ok) return pulled;
    const { story, missing } = await this.#withPictures(pulled.value.story, pulled.value.pictures, site, signal);
    const created = await library.adopt(story);
    if (!created.ok) return created;
    const base = { story: { ...story, id: created.value.id }, post: pulled.value.post };
    const version = await library.versions.make(created.value.id, { kind: 'received', by: site.name });
    if (!version.ok) return version;
    const kept = await this.#keep({
      ...{ story: created.value.id, site: id, base, seen: null },
      ...{ pushedAt: now(), checkedAt: now(), trouble: null, steps: [] },
    });
    return kept.ok ? ok({ story: created.value.id, isNew: true, missing }) : kept;
  }

  /** The story with those of its pictures that the site itself gives; the others are still to be supplied. */
  async #withPictures(
    story: Story,
    pictures: readonly ImportedPicture[],
    site: Site,
    signal: AbortSignal,
  ): Promise<{ story: Story; missing: number }> {
    const media = { ...story.media };
    const found = new Map<string, string>();
    for (const { photoId, source } of pictures) {
      // Beside a post there is nothing.
      if (source.kind === 'beside') continue;
      const bytes = source.kind === 'bytes' ? source.bytes : await fetchPicture(source.address, site, signal);
      const name = source.kind === 'address' ? nameOf(source.address) : photoId;
      const kept = bytes && (await this.#room.media.add(name, bytes));
      if (!kept?.ok) continue;
      media[kept.value.id] = kept.value.file;
      found.set(photoId, kept.value.id);
    }
    const body = story.body.map((block) =>
      block.type === 'figure'
        ? { ...block, photos: block.photos.map((one) => ({ ...one, media: found.get(one.id) ?? one.media })) }
        : block,
    );
    return { story: { ...story, body, media }, missing: pictures.length - found.size };
  }

  /** Where a story lives. */
  places(story: string): Promise<KeptPost[]> {
    return this.#room.posts.of(story);
  }

  /** Asks a site how a story stands there now. */
  async look(story: string, id: string, signal: AbortSignal): Promise<Result<null>> {
    const kept = await this.#room.posts.read(story, id);
    if (!kept) return fail('sites.missing', 'the story was never there');
    const at = await this.#line(id, signal);
    if (!at.ok) return at;
    const { site, line } = at.value;
    const seen = await converse(line.adapter.look(site, kept.base.post.id), line);
    if (!seen.ok && seen.failure.code !== 'push.gone' && seen.failure.code !== 'push.trashed') return seen;
    const trouble = !seen.ok
      ? seen.failure.code
      : seen.value.revision === kept.base.post.revision
        ? null
        : 'push.changed';
    return this.#keep({ ...kept, seen: seen.ok ? seen.value : kept.seen, checkedAt: now(), trouble });
  }

  async #keep(post: KeptPost): Promise<Result<null>> {
    try {
      await this.#room.posts.put(post);
      return ok(null);
    } catch (error) {
      return diskFailure('sites', error);
    }
  }

  /**
   * Makes the story the merge that was shown, by a change like any other. What it was, and what the site had, are
   * versions first. `seq` must be the last change; with another it fails with `drafts.out-of-step`.
   */
  async accept(
    id: string,
    seq: number,
    merged: Story,
    theirs: Story,
  ): Promise<Result<{ story: Story; seq: number; savedAt: string; version: KeptVersion }>> {
    const { library } = this.#room;
    const { versions } = library;
    const opened = await library.open(id);
    if (!opened.ok) return opened;
    if (opened.value.seq !== seq) {
      const about = { story: id, got: seq, expected: opened.value.seq };
      return fail('drafts.out-of-step', `merging after change ${seq}, and ${opened.value.seq} is the last`, about);
    }
    const before = await versions.make(id, { kind: 'before-merge' });
    if (!before.ok) return before;
    const hash = await contentHash(theirs);
    const parents = [before.value.version.hash];
    const version = { hash, parents, at: now(), by: '', kind: 'received' as const, words: storyWords(theirs) };
    const taken = await versions.history.take(version, theirs);
    if (!taken.ok) return taken;
    const changed = await library.change(id, seq + 1, changeInto(opened.value.story, merged));
    if (!changed.ok) return changed;
    const made = await versions.make(id, { kind: 'after-merge', parents: [...parents, hash] });
    if (!made.ok) return made;
    const merging = await library.open(id);
    if (!merging.ok) return merging;
    const { story, seq: last, savedAt } = merging.value;
    return ok({ story, seq: last, savedAt, version: made.value.version });
  }
}

const nameOf = (address: string): string =>
  decodeURIComponent(new URL(address).pathname.split('/').at(-1) ?? '') || 'photo';

/** A picture's bytes from the site itself and nowhere else; null where it does not give them. */
async function fetchPicture(address: string, site: Site, signal: AbortSignal): Promise<Uint8Array | null> {
  if (!isSafeAddress(address) || !(isSameOrigin(address, site.url) || isSameOrigin(address, site.api))) return null;
  try {
    const ends = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
    const answer = await fetch(address, { redirect: 'error', signal: ends });
    if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > MAX_PICTURE_BYTES) return null;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return bytes.length > MAX_PICTURE_BYTES ? null : bytes;
  } catch (error) {
    // The photo stays one to be supplied, and the person is told how many.
    if (error instanceof Error) return null;
    throw error;
  }
}
