import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { storyFolder } from '../../../electron/services/drafts/layout.ts';
import { History, type HistoryOptions } from '../../../electron/services/history/history.ts';
import { createStory } from '../../../src/story/create.ts';
import type { Failure } from '../../../src/base/result.ts';
import type { Story } from '../../../src/story/schema.ts';
import { contentHash, lineageOf } from '../../../src/versions/index.ts';
import { faultyDisk } from '../faulty-disk.ts';
import { newHome } from '../folder.ts';
import { strange } from '../drafts/typist.ts';

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
    const { history } = await newHistory({ clock: () => new Date(at).toISOString() });
    for (let n = 0; n < 60; n++) {
      await made(history, `Bản ${n}`, { kind: n === 20 ? 'sent' : 'timed' });
      at += 20 * 60_000;
    }
    at += 20 * 24 * 3_600_000;
    const head = (await made(history, 'Cuối', { kind: 'saved' })).version;
    const versions = (await listed(history)).reverse();
    expect(versions.length).toBeLessThan(12);
    const sent = versions.find(({ kind }) => kind === 'sent');
    expect(lineageOf(versions, head.hash)).toContain(sent?.hash);
    expect(lineageOf(versions, head.hash)).toContain(versions[0]?.hash);
  });
});

describe('a history on a bad disk', () => {
  it('loses one version to one damaged file, sets it aside, and says so', async () => {
    const troubles: Failure[] = [];
    const { home, history, again } = await newHistory({ onTrouble: (failure) => troubles.push(failure) });
    for (const name of ['Một', 'Hai', 'Ba']) await made(history, name, { kind: 'saved' });
    await truncate(`${folder(home)}/v.2`, 100);
    const versions = await listed(again());
    expect(versions.map(({ n }) => n)).toEqual([3, 1]);
    expect(versions[0]?.parents).toContain(versions[1]?.hash);
    expect(troubles).toMatchObject([{ code: 'versions.damaged', about: { count: 1 } }]);
    expect((await readdir(folder(home))).sort()).toEqual(['v.1', 'v.2.damaged-1', 'v.3']);
    // Its number is not used again.
    const next = again();
    await rm(`${folder(home)}/v.3`);
    expect((await made(next, 'Bốn', { kind: 'saved' })).version.n).toBe(3);
  });

  it('believes no content that is not what its hash says', async () => {
    const { home, history, again } = await newHistory();
    const one = (await made(history, 'Một', { kind: 'saved' })).version;
    const two = (await made(history, 'Hai', { kind: 'saved' })).version;
    await writeFile(`${folder(home)}/v.1`, await readFile(`${folder(home)}/v.2`));
    expect(await again().read(flood.id, one.hash)).toMatchObject({ ok: false, failure: { code: 'versions.missing' } });
    expect(await again().read(flood.id, two.hash)).toMatchObject({ ok: true });
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
