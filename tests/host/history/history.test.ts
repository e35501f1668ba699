import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { frame, frames } from '../../../electron/services/drafts/frame.ts';
import { storyFolder } from '../../../electron/services/drafts/layout.ts';
import { packAgainst } from '../../../electron/services/history/chain.ts';
import { History, type HistoryOptions } from '../../../electron/services/history/history.ts';
import { readRecords, recordBytes } from '../../../electron/services/history/pack-record.ts';
import { createStory } from '../../../src/story/create.ts';
import type { Failure } from '../../../src/base/result.ts';
import type { Story } from '../../../src/story/schema.ts';
import { contentHash, lineageOf } from '../../../src/versions/index.ts';
import { faultyDisk } from '../faulty-disk.ts';
import { newHome } from '../folder.ts';
import { strange } from '../drafts/typist.ts';
import { unsyncedDisk } from '../unsynced-disk.ts';

const flood = createStory({ language: 'vi', headline: 'Lũ về', body: [strange] });
const said = (headline: string): Story => ({ ...flood, headline });
const folder = (home: string): string => `${storyFolder(home, flood.id)}/hist`;

/** A history in a new data folder, and one that opens the same folder as another start of the program would. */
async function newHistory(options: Partial<HistoryOptions> = {}) {
  const home = await newHome();
  const history = new History({ home, ...options });
  return { home, history, again: () => new History({ home, ...options }) };
}

async function listed(history: History) {
  const list = await history.list(flood.id);
  if (!list.ok) throw new Error(list.failure.detail);
  return list.value;
}

async function made(history: History, headline: string, order: Parameters<History['make']>[2]) {
  const answer = await history.make(said(headline), 1, order);
  if (!answer.ok) throw new Error(answer.failure.detail);
  return answer.value;
}

/** Where a file's record number `index` begins, counted from 0. */
const recordAt = (bytes: Buffer, index: number): number => frames(bytes)[index]?.start ?? NaN;

const flipped = (bytes: Buffer, at: number): Buffer => {
  const turned = Buffer.from(bytes);
  turned[at] = (turned[at] ?? 0) ^ 4;
  return turned;
};

const headIn = async (home: string): Promise<object> => {
  const [first] = frames(await readFile(`${folder(home)}/pack.1`));
  const text = first?.payload.toString() ?? '';
  return JSON.parse(text.slice(0, text.indexOf('\n'))) as object;
};

/** The headlines of all versions that can be read, the newest first; those that cannot are left out. */
async function readableIn(history: History): Promise<string[]> {
  const read = await Promise.all((await listed(history)).map(({ hash }) => history.read(flood.id, hash)));
  return read.flatMap((one) => (one.ok ? [one.value.story.headline] : []));
}

describe('the history of a story', () => {
  it('keeps each version whole, with who, when, how many words and what it came from', async () => {
    const { history, again } = await newHistory({ clock: () => '2026-03-01T10:31:07.000+07:00' });
    await made(history, 'Một', { kind: 'saved', by: 'Minh Đức' });
    await made(history, 'Hai', { kind: 'named', label: 'Bản gửi thư ký' });
    const [second, first] = await listed(again());
    expect(second).toMatchObject({ n: 2, kind: 'named', label: 'Bản gửi thư ký', parents: [first?.hash] });
    expect(first).toMatchObject({
      n: 1,
      kind: 'saved',
      by: 'Minh Đức',
      at: '2026-03-01T10:31:07.000+07:00',
      parents: [],
    });
    expect(first?.hash).toBe(await contentHash(said('Một')));
    const read = await again().read(flood.id, first!.hash);
    expect(read).toMatchObject({ ok: true, value: { story: said('Một'), version: { n: 1 } } });
  });

  it('makes none where nothing changed, but keeps a name that is given', async () => {
    const { history } = await newHistory();
    await made(history, 'Một', { kind: 'saved' });
    expect(await made(history, 'Một', { kind: 'timed' })).toMatchObject({ isNew: false, version: { n: 1 } });
    expect(await made(history, 'Một', { kind: 'saved' })).toMatchObject({ isNew: false, version: { n: 1 } });
    expect(await made(history, 'Một', { kind: 'named', label: 'A' })).toMatchObject({ version: { n: 1, label: 'A' } });
    expect(await made(history, 'Một', { kind: 'pushed' })).toMatchObject({
      isNew: true,
      version: { n: 2, parents: [] },
    });
    expect(await history.name(flood.id, 2, 'Đã đăng')).toMatchObject({
      ok: true,
      value: { label: 'Đã đăng', kind: 'pushed' },
    });
    expect(await history.name(flood.id, 9, 'Không có')).toMatchObject({
      ok: false,
      failure: { code: 'versions.missing' },
    });
  });

  it('knows both sides of a merge, the other side’s versions among its own', async () => {
    const { history, again } = await newHistory();
    const base = (await made(history, 'Gốc', { kind: 'sent' })).version;
    const mine = (await made(history, 'Tôi', { kind: 'before-merge' })).version;
    const theirs = { ...mine, hash: await contentHash(said('Họ')), parents: [base.hash], by: 'Lan' };
    expect(await history.take(theirs, said('Họ'))).toMatchObject({ ok: true });
    expect(await history.take(theirs, said('Giả'))).toMatchObject({ ok: false });
    // A version made meanwhile comes from mine, not from what lies beside it.
    const later = (await made(history, 'Tôi nữa', { kind: 'saved' })).version;
    expect(later.parents).toEqual([mine.hash]);
    const parents = [later.hash, theirs.hash];
    const merged = (await made(history, 'Chung', { kind: 'after-merge', parents })).version;
    const lineage = lineageOf((await listed(again())).reverse(), merged.hash);
    expect(lineage).toEqual([merged.hash, later.hash, theirs.hash, mine.hash, base.hash]);
  });

  it('keeps the lineage whole where versions between were thinned away', async () => {
    let at = Date.parse('2026-01-01T00:00:00Z');
    const { history, again } = await newHistory({ clock: () => new Date(at).toISOString() });
    for (let n = 0; n < 60; n++) {
      await made(history, `Bản ${n}`, { kind: n === 20 ? 'sent' : 'timed' });
      at += 20 * 60_000;
    }
    at += 20 * 24 * 3_600_000;
    const head = (await made(history, 'Cuối', { kind: 'saved' })).version;
    const versions = (await listed(history)).reverse();
    expect(versions.length).toBeLessThan(12);
    // What was told by its differences from one that went is told by others now.
    expect(await readableIn(again())).toEqual(await readableIn(history));
    expect(await readableIn(again())).toHaveLength(versions.length);
    const sent = versions.find(({ kind }) => kind === 'sent');
    expect(lineageOf(versions, head.hash)).toContain(sent?.hash);
    expect(lineageOf(versions, head.hash)).toContain(versions[0]?.hash);
  });
});

describe('a history on a bad disk', () => {
  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ['cut between two records', (bytes: Buffer) => bytes.subarray(0, recordAt(bytes, 2))],
    ['one bit turned', (bytes: Buffer) => flipped(bytes, recordAt(bytes, 1) + 30)],
    ['its beginning zeros', (bytes: Buffer) => Buffer.from(bytes).fill(0, 0, 300)],
    ['its end twice', (bytes: Buffer) => Buffer.concat([bytes, bytes.subarray(recordAt(bytes, 2))])],
    ['emptied', () => Buffer.alloc(0)],
    ['missing', () => null],
  ])('loses nothing to one damaged file, and has both again: %s', async (_, damage) => {
    for (const name of ['pack.1', 'copy.1']) {
      const troubles: Failure[] = [];
      const { home, history, again } = await newHistory({ onTrouble: (failure) => troubles.push(failure) });
      for (const headline of ['Một', 'Hai', 'Ba']) await made(history, headline, { kind: 'saved' });
      const before = await readFile(`${folder(home)}/${name}`);
      const damaged = damage(before);
      if (damaged) await writeFile(`${folder(home)}/${name}`, damaged);
      else await rm(`${folder(home)}/${name}`);
      expect(await readableIn(again())).toEqual(['Ba', 'Hai', 'Một']);
      expect(await readFile(`${folder(home)}/pack.1`)).toEqual(before);
      expect(await readFile(`${folder(home)}/copy.1`)).toEqual(before);
      const next = again();
      expect((await made(next, 'Bốn', { kind: 'saved' })).version.n).toBe(4);
      expect(await readableIn(again())).toEqual(['Bốn', 'Ba', 'Hai', 'Một']);
      expect(troubles).toEqual([]);
    }
  });

  it('says which versions are lost where both files are damaged at one of them, once, and keeps the others', async () => {
    const troubles: Failure[] = [];
    const { home, history, again } = await newHistory({ onTrouble: (failure) => troubles.push(failure) });
    for (let n = 1; n <= 20; n++) await made(history, `Bản ${n}`, { kind: n === 14 ? 'sent' : 'saved' });
    for (const name of ['pack.1', 'copy.1']) {
      const bytes = await readFile(`${folder(home)}/${name}`);
      await writeFile(`${folder(home)}/${name}`, flipped(bytes, recordAt(bytes, 13) + 60));
    }
    // The fourteenth is gone, and the two that are told by their differences from it; what comes later is not.
    const left = Array.from({ length: 20 }, (_, index) => 20 - index).filter((n) => n < 14 || n > 16);
    expect(await readableIn(again())).toEqual(left.map((n) => `Bản ${n}`));
    expect(troubles).toMatchObject([{ code: 'versions.damaged', about: { count: 3, numbers: '14, 15, 16' } }]);
    expect((await readdir(folder(home))).sort()).toEqual(['copy.1', 'copy.1.damaged-1', 'pack.1', 'pack.1.damaged-1']);
    const next = again();
    expect((await made(next, 'Tiếp', { kind: 'saved' })).version).toMatchObject({ n: 21 });
    expect((await readableIn(again()))[0]).toBe('Tiếp');
    expect(troubles).toHaveLength(1);
  });

  it('tells what was kept for ever where a whole pack of it is gone', async () => {
    const troubles: Failure[] = [];
    const disk = unsyncedDisk;
    const { home, history, again } = await newHistory({ disk, onTrouble: (failure) => troubles.push(failure) });
    for (let n = 1; n <= 260; n++) await made(history, `Bản ${n}`, { kind: n % 100 === 0 ? 'sent' : 'saved' });
    expect((await readdir(folder(home))).sort()).toEqual(['copy.1', 'copy.257', 'pack.1', 'pack.257']);
    for (const name of ['pack.1', 'copy.1']) await rm(`${folder(home)}/${name}`);
    expect(await readableIn(again())).toEqual(['Bản 260', 'Bản 259', 'Bản 258', 'Bản 257']);
    expect(troubles).toMatchObject([{ code: 'versions.damaged', about: { count: 2, numbers: '100, 200' } }]);
  });

  it('lets a newer Copydesk’s versions be, and puts its own beside them', async () => {
    const { home, history, again } = await newHistory();
    await made(history, 'Một', { kind: 'saved' });
    const line = Buffer.from(`${JSON.stringify({ ...(await headIn(home)), format: 3 })}\n`);
    for (const name of ['pack.1', 'copy.1']) await writeFile(`${folder(home)}/${name}`, frame(line));
    const next = again();
    expect(await listed(next)).toEqual([]);
    expect((await made(next, 'Hai', { kind: 'saved' })).version.n).toBe(2);
    expect(await readFile(`${folder(home)}/pack.1`)).toEqual(Buffer.from(frame(line)));
    expect(await readableIn(again())).toEqual(['Hai']);
  });

  it('believes no content that is not what its hash says', async () => {
    const { home, history, again } = await newHistory();
    const one = (await made(history, 'Một', { kind: 'saved' })).version;
    const { records } = readRecords(await readFile(`${folder(home)}/pack.1`));
    const other = await packAgainst(null, Buffer.from(JSON.stringify(said('Giả'))));
    const forged = Buffer.concat(records.map((record) => recordBytes({ ...record, packed: other })));
    for (const name of ['pack.1', 'copy.1']) await writeFile(`${folder(home)}/${name}`, forged);
    expect(await again().read(flood.id, one.hash)).toMatchObject({ ok: false, failure: { code: 'versions.missing' } });
  });

  it.each([
    ['ENOSPC', 'versions.disk-full'],
    ['EROFS', 'versions.read-only'],
    ['EIO', 'versions.write-failed'],
  ])('%s is told, and leaves the history as it was', async (code, told) => {
    const disk = faultyDisk();
    const { history } = await newHistory({ disk });
    await made(history, 'Một', { kind: 'saved' });
    disk.fault = { code, on: ['open', 'write', 'sync'] };
    expect(await history.make(said('Hai'), 2, { kind: 'saved' })).toMatchObject({ ok: false, failure: { code: told } });
    disk.fault = null;
    expect((await listed(history)).length).toBe(1);
    expect((await made(history, 'Hai', { kind: 'saved' })).version).toMatchObject({ n: 2 });
  });
});
