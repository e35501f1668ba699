import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Result } from '../../src/base/result.ts';
import type { CallName, CallOutput } from '../../src/ipc/contract.ts';
import { figure } from '../bench/figures.ts';
import { newFolder } from '../desktop/launch.ts';
import { PNG } from '../host/import/png.ts';
import { failingFs, type FailingFs } from './failing-fs.ts';
import { openHost } from './host.ts';
import { many } from './length.ts';

const CODES = ['ENOSPC', 'EIO', 'EPERM', 'EBUSY', 'EROFS', 'EMFILE'];
/** Each call of the day, or one in so many. */
const STEP = many(1, 23);

let around: string;
let home: string;
let chosen: string;
let disk: FailingFs;
const thrown: string[] = [];
const onThrown = (error: unknown): void => {
  thrown.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
};

beforeAll(() => {
  around = newFolder('faults-');
  [home, chosen] = [join(around, 'home'), join(around, 'chosen')];
  disk = failingFs(around);
  process.on('uncaughtException', onThrown);
  process.on('unhandledRejection', onThrown);
});
afterAll(() => {
  disk.stop();
  process.off('uncaughtException', onThrown);
  process.off('unhandledRejection', onThrown);
});

/** What the host said was kept, by what must be found again. */
interface Kept {
  story: string;
  headline: string;
  photos: string[];
  words: string[];
  versions: number;
}

function freshFolders(): void {
  rmSync(around, { recursive: true, force: true });
  for (const folder of [home, chosen]) mkdirSync(folder, { recursive: true });
}

/** A short day of a reporter, every way of writing once; a refusal is tried again once, as the window does. */
async function day(fault: Parameters<FailingFs['plan']>[0]): Promise<{ kept: Kept; bugs: string[] }> {
  freshFolders();
  const host = await openHost(home, chosen, false);
  const ask = async <N extends CallName>(name: N, input?: unknown): Promise<Result<CallOutput<N>>> =>
    (await host.router(name, input)) as Result<CallOutput<N>>;
  const kept: Kept = { story: '', headline: '', photos: [], words: [], versions: 0 };
  disk.plan(fault);
  const twice = async <N extends CallName>(name: N, input?: unknown): Promise<Result<CallOutput<N>>> => {
    const first = await ask(name, input);
    return first.ok ? first : ask(name, input);
  };
  const made = await twice('stories.create', { language: 'vi' });
  if (made.ok) {
    const { id } = made.value;
    kept.story = id;
    for (let seq = 1; seq <= 4; seq++) {
      const headline = `Tít số ${seq}`;
      const changed = await twice('stories.change', { id, seq, change: { fields: { headline } } });
      if (!changed.ok) break;
      kept.headline = headline;
    }
    const photo = await twice('media.add', { name: 'a.png', bytes: PNG });
    if (photo.ok) kept.photos.push(photo.value.id);
    const version = await twice('versions.act', { act: 'make', id, kind: 'saved' });
    if (version.ok) kept.versions = 1;
    await twice('export.story', { id, as: 'html' });
    await twice('export.story', { id, as: 'story' });
    const learnt = await twice('language.files', { do: 'learn', word: 'Vàm Xáng' });
    if (learnt.ok) kept.words.push('Vàm Xáng');
    await twice('stories.act', { do: 'pin', ids: [id], isPinned: true });
    await twice('stories.close', { id });
  }
  await host.stores.library.closeAll();
  return { kept, bugs: host.bugs };
}

/** The disk is well again and the program started anew: everything that was said to be kept is there. */
async function expectKept(kept: Kept, about: string): Promise<void> {
  disk.plan(null);
  const host = await openHost(home, chosen, false);
  const ask = async <N extends CallName>(name: N, input?: unknown): Promise<CallOutput<N>> => {
    const answer = (await host.router(name, input)) as Result<CallOutput<N>>;
    if (!answer.ok) throw new Error(`${about}: ${name} ${answer.failure.code}: ${answer.failure.detail}`);
    return answer.value;
  };
  if (kept.story !== '') {
    const { story } = await ask('stories.open', { id: kept.story });
    // What was sent and refused may be there as well; what was acknowledged must be.
    expect(Number(/\d+$/.exec(story.headline)?.[0] ?? 0), about).toBeGreaterThanOrEqual(
      Number(/\d+$/.exec(kept.headline)?.[0] ?? 0),
    );
    const { versions } = await ask('versions.read', { ask: 'list', id: kept.story });
    expect(versions.length, about).toBeGreaterThanOrEqual(kept.versions);
  }
  for (const id of kept.photos)
    expect(Buffer.compare((await host.stores.media.read(id)) ?? new Uint8Array(), PNG), about).toBe(0);
  const { myWords } = await ask('language.files', { do: 'read' });
  for (const word of kept.words) expect(myWords, about).toContain(word);
  await host.stores.library.closeAll();
}

it('whatever call of the disk fails, nothing is lost that was said to be kept, and nothing is thrown', async () => {
  await day(null);
  const calls = disk.calls;
  expect(calls).toBeGreaterThan(20);
  let tried = 0;
  const met = new Set<string>();
  for (const stays of [false, true])
    for (const [n, code] of CODES.entries())
      for (let at = 1 + (n % STEP); at <= calls; at += STEP) {
        const about = `${code} ${stays ? 'from' : 'at'} call ${at}`;
        const { kept, bugs } = await day({ at, code, stays });
        for (const name of disk.failed) met.add(name);
        expect(bugs, about).toEqual([]);
        await expectKept(kept, about);
        expect(thrown, about).toEqual([]);
        tried++;
      }
  // Opening, writing, syncing and renaming all failed at some time.
  expect([...met]).toEqual(expect.arrayContaining(['open', 'mkdir', 'rename']));
  figure(
    'hard',
    `faults of the disk (${CODES.join(', ')}) at ${calls} write calls: lost, exceptions`,
    `${tried}: 0, 0`,
  );
}, 1_800_000);
