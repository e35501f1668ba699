import { newId } from '../../../src/base/ids.ts';
import { fail, ok, type Failure, type Result } from '../../../src/base/result.ts';
import { converse } from '../../../src/cms/converse.ts';
import type { PushJob, StepRecord } from '../../../src/cms/push/job.ts';
import { runPush } from '../../../src/cms/push/run.ts';
import type { PushState } from '../../../src/cms/push/state.ts';
import type { Ordered, PlanShown, PushShown } from '../../../src/ipc/calls/sites.ts';
import { contentHash } from '../../../src/versions/index.ts';
import type { Disk } from '../disk/disk.ts';
import { diskFailure } from '../disk/failure.ts';
import type { Library } from '../library.ts';
import type { MediaStore } from '../media.ts';
import type { RenditionStore } from '../renditions.ts';
import type { SiteDesk } from '../sites/desk.ts';
import { JobShelf } from './job-shelf.ts';
import { pushPictures } from './pictures.ts';
import type { PostShelf } from './post-shelf.ts';
import { instant, shownExchange, shownPlan, shownPush } from './shown.ts';

/** While something waits, the network is looked at so often, in milliseconds. */
const LOOK_EVERY = 3000;

export interface OutboxOptions {
  home: string;
  disk: Disk;
  library: Library;
  media: MediaStore;
  copies: RenditionStore;
  desk: SiteDesk;
  posts: PostShelf;
  isOnline?: () => boolean;
  /** Stretches or shrinks every wait; for tests. */
  pace?: number;
  onChanged: (pushes: PushShown[]) => void;
  onTrouble: (failure: Failure) => void;
}

/** A push on its way. */
interface Going {
  job: PushJob;
  steps: StepRecord[];
  state: PushState;
  /** Ends what is being sent; null while nothing is. */
  stop: AbortController | null;
  timer: NodeJS.Timeout | null;
}

/**
 * The outbox: pushes that were ordered, each on the disk before it begins and step by step while it goes on, so that a
 * restart, a power cut or a tunnel only interrupts it. One at a time for a story and a site; a newer order takes the
 * place of one that has not gone. What it sends and when to wait is said by src/cms/push.
 */
export class Outbox {
  readonly #room: OutboxOptions;
  readonly #shelf: JobShelf;
  readonly #going = new Map<string, Going>();
  #woken = 0;
  #wasOnline = true;
  #looking: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(room: OutboxOptions) {
    this.#room = room;
    this.#shelf = new JobShelf(room.home, room.disk);
  }

  /** Goes on with what the last run of the program left. */
  async open(): Promise<void> {
    try {
      for (const { job, steps } of await this.#shelf.list()) {
        this.#going.set(job.id, { job, steps, state: waitingNow, stop: null, timer: null });
        void this.#run(job.id);
      }
    } catch (error) {
      this.#room.onTrouble(diskFailure('sites', error).failure);
    }
  }

  /** Everything that is under way, waits, or was done since the program started. */
  list(): PushShown[] {
    return [...this.#going.values()].map(({ job, steps, state }) => shownPush(job, steps, state));
  }

  /** What a push would do; nothing is changed anywhere. */
  async plan(ordered: Ordered, signal: AbortSignal): Promise<Result<PlanShown>> {
    const made = await this.#job(ordered);
    if (!made.ok) return made;
    const { job, bytes } = made.value;
    const line = await this.#room.desk.line(job.site, async (sha256) => bytes.get(sha256), signal);
    if (!line.ok) return line;
    const planned = await converse(line.value.adapter.plan(job), line.value);
    return planned.ok ? ok(shownPlan(planned.value, job.base?.story ?? null, job.story)) : planned;
  }

  /** Orders a push: from here on it is on the disk. Answers at once; `onChanged` tells how it goes on. */
  async push(ordered: Ordered): Promise<Result<PushShown>> {
    const made = await this.#job(ordered);
    if (!made.ok) return made;
    const { job, bytes } = made.value;
    for (const other of this.#going.values()) {
      if (other.job.story.id !== job.story.id || other.job.site.id !== job.site.id) continue;
      if (other.stop) return fail('sites.busy', 'the story is being sent there', { site: job.site.name });
      const dropped = await this.#drop(other);
      if (!dropped.ok) return dropped;
    }
    const version = await this.#room.library.versions.make(job.story.id, { kind: 'sent' });
    if (!version.ok) return version;
    try {
      await this.#shelf.add(job, bytes);
    } catch (error) {
      return diskFailure('sites', error);
    }
    const going: Going = { job, steps: [], state: waitingNow, stop: null, timer: null };
    this.#going.set(job.id, going);
    void this.#run(job.id);
    return ok(shownPush(job, [], going.state));
  }

  /** What a person says about a push that waits or stands still. */
  async act(id: string, act: 'go' | 'stop' | 'drop' | 'same' | 'new'): Promise<Result<null>> {
    const going = this.#going.get(id);
    if (!going) return fail('sites.missing', `no push ${id}`);
    switch (act) {
      case 'stop':
        going.stop?.abort();
        return going.stop ? ok(null) : this.#drop(going);
      case 'drop':
        return going.stop ? fail('sites.busy', 'it is being sent', { site: going.job.site.name }) : this.#drop(going);
      case 'go':
      case 'same':
      case 'new': {
        if (going.stop) return ok(null);
        const { failure } = going.state.is === 'person' ? going.state : {};
        const post = act === 'new' ? 'new' : String(failure?.about?.['post'] ?? '');
        going.job = { ...going.job, confirmedAt: Date.now(), ...(act !== 'go' && { sameSlug: post }) };
        try {
          await this.#shelf.put(going.job);
        } catch (error) {
          return diskFailure('sites', error);
        }
        void this.#run(id);
        return ok(null);
      }
    }
  }

  /** One call of a push, or of the last one to this site that was done. */
  async exchange(
    job: string | null,
    story: string,
    site: string,
    number: number,
  ): Promise<Result<ReturnType<typeof shownExchange>>> {
    const going = job === null ? undefined : this.#going.get(job);
    const steps = going?.steps ?? (await this.#room.posts.read(story, site))?.steps ?? [];
    const step = steps[number];
    if (!step) return fail('sites.missing', 'no such step');
    return ok(shownExchange(step, await this.#room.desk.secret(site)));
  }

  /** A site's password is known again: what stood still for want of it goes on. */
  signedIn(site: string): void {
    for (const { job, state } of this.#going.values())
      if (job.site.id === site && state.is === 'person' && state.failure.code === 'sites.no-secret')
        void this.#run(job.id);
  }

  /** The network is back, or the computer woke: what waits begins at once. */
  wake(): void {
    this.#woken = Date.now();
    for (const { job, state } of this.#going.values()) if (state.is === 'waiting') void this.#run(job.id);
  }

  /** Nothing new is sent; what is under way is looked into at the next start. */
  close(): void {
    this.#isClosed = true;
    if (this.#looking) clearInterval(this.#looking);
    for (const { timer } of this.#going.values()) clearTimeout(timer ?? undefined);
  }

  async #job({
    story: id,
    site: place,
    order,
    over,
    keep,
    sameSlug,
  }: Ordered): Promise<Result<{ job: PushJob; bytes: Map<string, Uint8Array> }>> {
    const { library, media, copies, desk, posts } = this.#room;
    const site = await desk.find(place);
    if (!site) return fail('sites.missing', `no site ${place}`);
    const saved = await library.read(id);
    if (!saved.ok) return saved;
    const { story } = saved.value;
    const now = Date.now();
    try {
      const original = async (sha256: string): Promise<Uint8Array | undefined> =>
        (await media.read(sha256)) ?? undefined;
      const ready = await pushPictures(story, { original, copies, keepsCamera: order.keepsCamera === true });
      if (!ready.ok) return ready;
      const { pictures, bytes } = ready.value;
      const job: PushJob = {
        id: newId(16),
        site,
        story,
        pictures,
        order,
        base: (await posts.read(id, place))?.base ?? null,
        changed: over === null ? { do: 'ask' } : { do: 'accepted', over, ...(keep && { keep }) },
        createdAt: now,
        confirmedAt: now,
        ...(sameSlug !== undefined && { sameSlug }),
      };
      return ok({ job, bytes });
    } catch (error) {
      return diskFailure('sites', error);
    }
  }

  /** Goes on with a push until it is done, waits or needs a person. */
  async #run(id: string): Promise<void> {
    const going = this.#going.get(id);
    if (!going || going.stop || this.#isClosed) return;
    clearTimeout(going.timer ?? undefined);
    const stop = (going.stop = new AbortController());
    try {
      const state = await this.#go(going, stop.signal);
      if (this.#isClosed) return;
      if (state.is === 'done') await this.#done(going, state);
      going.state = state;
      if (state.is === 'waiting') this.#wait(going, state.until);
    } catch (error) {
      const { failure } = diskFailure('sites', error);
      this.#room.onTrouble(failure);
      going.state = { is: 'person', failure, conflict: null, attempt: 1 };
    } finally {
      going.stop = null;
    }
    this.#tell();
  }

  async #go(going: Going, signal: AbortSignal): Promise<PushState> {
    const { job } = going;
    const line = await this.#room.desk.line(job.site, (sha256) => this.#shelf.picture(job.id, sha256), signal);
    if (!line.ok) return { is: 'person', failure: line.failure, conflict: null, attempt: 1 };
    going.state = waitingNow;
    this.#tell();
    const keep = async (step: StepRecord, isNew: boolean): Promise<void> => {
      const n = isNew ? going.steps.length : going.steps.length - 1;
      await this.#shelf.step(job.id, n, step);
      going.steps[n] = step;
      if (going.stop) this.#tell();
    };
    const log = {
      steps: [...going.steps],
      began: (step: StepRecord) => keep(step, true),
      ended: (step: StepRecord) => keep(step, false),
    };
    return runPush(job, line.value, log, { woken: this.#woken, pace: this.#room.pace });
  }

  #wait(going: Going, until: number): void {
    const { id } = going.job;
    going.timer = setTimeout(() => void this.#run(id), Math.max(0, until - Date.now())).unref();
    this.#looking ??= setInterval(() => {
      this.#look();
    }, LOOK_EVERY).unref();
    this.#wasOnline = this.#room.isOnline?.() ?? true;
  }

  #look(): void {
    const isOnline = this.#room.isOnline?.() ?? true;
    const isBack = isOnline && !this.#wasOnline;
    this.#wasOnline = isOnline;
    if (isBack) this.wake();
  }

  /** The story lives there now: the next push's common ground, and a version that is kept for ever. */
  async #done({ job, steps }: Going, { pushed }: Extract<PushState, { is: 'done' }>): Promise<void> {
    const { posts, library, onTrouble } = this.#room;
    const at = instant(Date.now());
    const base = { story: pushed.story, post: pushed.post };
    const [story, site] = [job.story.id, job.site.id];
    await posts.put({ story, site, base, seen: null, pushedAt: at, checkedAt: at, trouble: null, steps });
    const saved = await library.read(story);
    if (saved.ok && (await contentHash(saved.value.story)) === (await contentHash(pushed.story))) {
      const made = await library.versions.make(story, { kind: 'pushed' });
      if (!made.ok) onTrouble(made.failure);
    }
    await this.#shelf.remove(job.id);
  }

  async #drop({ job, timer, state }: Going): Promise<Result<null>> {
    clearTimeout(timer ?? undefined);
    try {
      if (state.is !== 'done') await this.#shelf.remove(job.id);
    } catch (error) {
      return diskFailure('sites', error);
    }
    this.#going.delete(job.id);
    this.#tell();
    return ok(null);
  }

  #tell(): void {
    if (!this.#isClosed) this.#room.onChanged(this.list());
  }
}

/** About to begin, or under way. */
const waitingNow: PushState = {
  is: 'ready',
  call: { name: 'find-post', method: 'GET', url: '', headers: {}, body: null, writes: false, expects: 'any' },
  attempt: 1,
};
