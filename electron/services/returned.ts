import { newId } from '../../src/base/ids.ts';
import { now } from '../../src/base/dates.ts';
import { fail, ok, type Result } from '../../src/base/result.ts';
import type { CallOutput } from '../../src/ipc/contract.ts';
import { commonBase, copyOf, type Copy, type StoryPackage } from '../../src/package/index.ts';
import { storyWords } from '../../src/story/measure.ts';
import type { Story } from '../../src/story/schema.ts';
import { changeInto, contentHash, lineageOf, type Version } from '../../src/versions/index.ts';
import type { Library } from './library.ts';
import type { MediaStore } from './media.ts';

export type Offer = CallOutput<'import.package'>['returned'][number];
type Acted = CallOutput<'merge.act'>;
type Compared = NonNullable<Acted['compared']>;

interface Waiting {
  offer: Offer;
  copy: StoryPackage;
}

const NOTHING: Acted = { compared: null, merged: null, id: null, desk: null };

/** Copies of stories that are here already, until someone has decided what becomes of them. */
export class Returned {
  readonly #library: Library;
  readonly #media: MediaStore;
  readonly #waiting = new Map<string, Waiting>();

  constructor(library: Library, media: MediaStore) {
    this.#library = library;
    this.#media = media;
  }

  /**
   * What a package is to this computer: `new`, `known` where it holds nothing that is not here, else an offer to merge,
   * which waits.
   */
  async consider(copy: StoryPackage, file: string): Promise<Result<'new' | 'known' | Offer>> {
    const { id, headline } = copy.story;
    const here = await this.#library.read(id);
    if (!here.ok) return here.failure.code === 'drafts.missing' ? ok('new') : here;
    const mine = await this.#mine(id);
    if (!mine.ok) return mine;
    if (mine.value.lineage.includes(copy.head)) return ok('known');
    const offer: Offer = { token: newId(12), id, file, headline: here.value.story.headline || headline };
    this.#waiting.set(offer.token, { offer, copy });
    return ok(offer);
  }

  /** This computer's own copy; its content is a version from here on, as a base for what comes later. */
  async #mine(id: string): Promise<Result<Copy & { hash: string; story: Story }>> {
    const { versions } = this.#library;
    const made = await versions.make(id, { kind: 'before-merge' });
    if (!made.ok) return made;
    const { hash } = made.value.version;
    const [saved, listed] = [await this.#library.read(id), await versions.history.list(id)];
    if (!saved.ok) return saved;
    if (!listed.ok) return listed;
    const lineage = lineageOf(listed.value.toReversed(), hash);
    const storyOf = async (name: string): Promise<Story | undefined> => {
      const read = await versions.history.read(id, name);
      return read.ok ? read.value.story : undefined;
    };
    return ok({ hash, story: saved.value.story, lineage, storyOf });
  }

  /** The three stories of a merge; `base` is null where the two copies share no version. Fails with `merge.gone`. */
  async compare(token: string): Promise<Result<Acted>> {
    const waiting = this.#waiting.get(token);
    if (!waiting) return gone(token);
    const { copy, offer } = waiting;
    const mine = await this.#mine(offer.id);
    if (!mine.ok) return mine;
    const { by = '', at = copy.story.updatedAt } = copy.history.head ?? {};
    const compared: Compared = {
      mine: mine.value.story,
      theirs: copy.story,
      base: (await commonBase(mine.value, copyOf(copy)))?.story ?? null,
      by,
      at,
      missing: copy.missing.map(({ name }) => name),
    };
    return ok({ ...NOTHING, compared });
  }

  /**
   * Writes the merged story over this computer's copy; both sides are versions first, and it is one with the two as its
   * parents. `seq` must be the last change; with another it fails with `drafts.out-of-step`, since the merge is old then.
   */
  async accept(token: string, seq: number, story: Story): Promise<Result<Acted>> {
    const waiting = this.#waiting.get(token);
    if (!waiting) return gone(token);
    const { copy, offer } = waiting;
    const { versions } = this.#library;
    const before = await versions.make(offer.id, { kind: 'before-merge' });
    if (!before.ok) return before;
    const theirs = await this.#takeTheirs(copy);
    if (!theirs.ok) return theirs;
    const pictures = await this.#takePictures(copy);
    if (!pictures.ok) return pictures;
    const opened = await this.#library.open(offer.id);
    if (!opened.ok) return opened;
    if (opened.value.seq !== seq) {
      const about = { story: offer.id, got: seq, expected: opened.value.seq };
      return fail('drafts.out-of-step', `merging after change ${seq}, and ${opened.value.seq} is the last`, about);
    }
    const changed = await this.#library.change(offer.id, seq + 1, changeInto(opened.value.story, story));
    if (!changed.ok) return changed;
    const parents = [before.value.version.hash, theirs.value];
    const made = await versions.make(offer.id, { kind: 'after-merge', parents });
    if (!made.ok) return made;
    this.#waiting.delete(token);
    const merged = await this.#library.open(offer.id);
    if (!merged.ok) return merged;
    const { story: written, seq: last, savedAt } = merged.value;
    return ok({
      ...NOTHING,
      merged: { story: written, seq: last, savedAt, version: made.value.version },
      id: offer.id,
    });
  }

  /** Their copy and the versions that came with it, into the history of the story. Answers the copy's name there. */
  async #takeTheirs(copy: StoryPackage): Promise<Result<string>> {
    const { history } = this.#library.versions;
    for (const { version, story } of copy.history.versions) {
      const taken = await history.take(version, story);
      if (!taken.ok) return taken;
    }
    const received = await receivedVersion(copy);
    const taken = await history.take(received, copy.story);
    return taken.ok ? ok(received.hash) : taken;
  }

  async #takePictures({ story, media }: StoryPackage): Promise<Result<null>> {
    for (const [id, bytes] of media) {
      const kept = await this.#media.add(story.media[id]?.name ?? id, bytes);
      if (!kept.ok) return kept;
    }
    return ok(null);
  }

  /** Takes the copy in as a story that is not here: new, or under another id beside the one that is. */
  async adopt(copy: StoryPackage): Promise<Result<string>> {
    const pictures = await this.#takePictures(copy);
    if (!pictures.ok) return pictures;
    const adopted = await this.#library.adopt(copy.story);
    if (!adopted.ok) return adopted;
    const { id } = adopted.value;
    if (id !== copy.story.id) return ok(id);
    const { versions } = this.#library;
    for (const { version, story } of copy.history.versions) {
      const taken = await versions.history.take(version, story);
      if (!taken.ok) return taken;
    }
    const { parents } = await receivedVersion(copy);
    const made = await versions.make(id, { kind: 'received', by: copy.history.head?.by ?? '', parents });
    return made.ok ? ok(id) : made;
  }

  /** Keeps the copy beside the story that is here, as a story of its own. */
  async separate(token: string): Promise<Result<Acted>> {
    const waiting = this.#waiting.get(token);
    if (!waiting) return gone(token);
    const adopted = await this.adopt(waiting.copy);
    if (!adopted.ok) return adopted;
    this.#waiting.delete(token);
    return ok({ ...NOTHING, id: adopted.value });
  }

  /** Lets the copy be. The file it came from is as it was. */
  drop(token: string): Result<Acted> {
    this.#waiting.delete(token);
    return ok(NOTHING);
  }
}

const gone = (token: string): Result<never> => fail('merge.gone', `no copy waits under ${token}`);

/** The copy's content as a version of the story's history here. */
async function receivedVersion({ story, history, head }: StoryPackage): Promise<Version> {
  const hash = await contentHash(story);
  const known = history.head;
  return {
    hash,
    parents: known?.parents ?? history.lineage.filter((name) => name !== head).slice(0, 1),
    at: known?.at ?? now(),
    by: known?.by ?? '',
    kind: 'received',
    words: storyWords(story),
  };
}
