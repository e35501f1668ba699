import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readJson } from '../../../src/base/json.ts';
import type { PushJob, StepRecord } from '../../../src/cms/push/job.ts';
import type { Disk } from '../disk/disk.ts';
import { makeFolderSafely, writeBeside } from '../disk/write.ts';

const FOLDER = /^[a-z0-9]{8,40}$/;
const STEP = /^step\.(\d{4})$/;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** A push that is on the disk, with what is recorded of it. */
export interface KeptJob {
  job: PushJob;
  steps: StepRecord[];
}

/**
 * Pushes on the disk, `outbox/<id>/`: the job, the pictures that it sends, and each step before it leaves and after.
 * Every file is whole or not there. Throws the disk's errors.
 */
export class JobShelf {
  readonly #disk: Disk;
  readonly #folder: string;

  constructor(home: string, disk: Disk) {
    this.#disk = disk;
    this.#folder = join(home, 'outbox');
  }

  /** Every job that can be read, the oldest first. One without a job file was never finished being ordered. */
  async list(): Promise<KeptJob[]> {
    const kept: KeptJob[] = [];
    for (const id of await this.#disk.list(this.#folder)) {
      if (!FOLDER.test(id)) continue;
      const job = await this.#json<PushJob>(id, 'job.json');
      if (job?.id === id) kept.push({ job, steps: await this.#steps(id) });
    }
    return kept.sort((a, b) => a.job.createdAt - b.job.createdAt);
  }

  async #steps(id: string): Promise<StepRecord[]> {
    const names = (await this.#disk.list(join(this.#folder, id))).filter((name) => STEP.test(name)).sort();
    const steps: StepRecord[] = [];
    for (const name of names) {
      const step = await this.#json<StepRecord>(id, name);
      if (!step) break;
      steps.push(step);
    }
    return steps;
  }

  async #json<T>(id: string, name: string): Promise<T | null> {
    const bytes = await this.#disk.read(join(this.#folder, id, name));
    return bytes ? ((readJson(Buffer.from(bytes).toString('utf8')) as T | undefined) ?? null) : null;
  }

  /** Keeps a new job, its pictures first: once the job is there, all of it is. */
  async add(job: PushJob, pictures: ReadonlyMap<string, Uint8Array>): Promise<void> {
    await makeFolderSafely(this.#disk, this.#folder);
    const folder = join(this.#folder, job.id);
    await makeFolderSafely(this.#disk, folder);
    for (const [sha256, bytes] of pictures) await writeBeside(this.#disk, join(folder, sha256), bytes);
    await this.put(job);
  }

  /** Keeps the job anew, as after a person said "go". */
  async put(job: PushJob): Promise<void> {
    await writeBeside(this.#disk, join(this.#folder, job.id, 'job.json'), json(job));
  }

  /** Keeps step number `n`, from 0. */
  async step(id: string, n: number, step: StepRecord): Promise<void> {
    await writeBeside(this.#disk, join(this.#folder, id, `step.${String(n).padStart(4, '0')}`), json(step));
  }

  /** One of the job's pictures, if the disk has it as it was. */
  async picture(id: string, sha256: string): Promise<Uint8Array | undefined> {
    const bytes = await this.#disk.read(join(this.#folder, id, sha256));
    return bytes && hashOf(bytes) === sha256 ? bytes : undefined;
  }

  async remove(id: string): Promise<void> {
    await this.#disk.remove(join(this.#folder, id));
    await this.#disk.syncFolder(this.#folder);
  }
}
