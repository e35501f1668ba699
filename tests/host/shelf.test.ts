import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { storyFolder } from '../../electron/services/drafts/layout.ts';
import { openLibrary, type Library, type LibraryOptions } from '../../electron/services/library.ts';
import { openMediaStore } from '../../electron/services/media.ts';
import { createParagraph, createStory } from '../../src/story/create.ts';
import type { Story } from '../../src/story/schema.ts';
import { faultyDisk } from './faulty-disk.ts';
import { copyOf, newHome } from './folder.ts';
import { unsyncedDisk } from './unsynced-disk.ts';

const open = new Set<Library>();
afterEach(async () => {
  await Promise.all([...open].map((library) => library.closeAll()));
  open.clear();
});
const shut = async (library: Library): Promise<void> => {
  open.delete(library);
  await library.closeAll();
};

async function libraryIn(home: string, options: Partial<LibraryOptions> = {}): Promise<Library> {
  const library = await openLibrary({ home, media: openMediaStore({ home }), ...options });
  open.add(library);
  return library;
}

const story = (headline: string, text = 'Nước sông lên nhanh.', fields: Partial<Story> = {}): Story =>
  createStory({ language: 'vi', headline, body: [createParagraph([{ text }])], ...fields });

async function headlines(library: Library, isBinned = false): Promise<string[]> {
  const list = await library.list(isBinned);
  return list.ok ? list.value.map(({ headline }) => headline).sort() : [];
}

async function found(library: Library, text: string): Promise<string[]> {
  const answer = await library.find(text);
  if (!answer.ok) throw new Error(answer.failure.detail);
  return library.rows(answer.value.ids).map(({ headline }) => headline);
}

const BINNED = { binnedAt: '2025-06-12T10:30:00.000+07:00' };
const clockAt = (instant: string) => () => instant;

describe('the bin', () => {
  it('takes a story out of the list and gives it back, its files untouched', async () => {
    const home = await newHome();
    const library = await libraryIn(home);
    const [lu, bao] = [story('Lũ'), story('Bão')];
    for (const one of [lu, bao]) await library.create(one);
    const files = (await readdir(storyFolder(home, lu.id))).sort();
    expect(await library.place([lu.id], BINNED)).toEqual([]);
    expect([await headlines(library), await headlines(library, true)]).toEqual([['Bão'], ['Lũ']]);
    expect((await readdir(storyFolder(home, lu.id))).sort()).toEqual([...files, 'shelf.json'].sort());
    expect(await library.read(lu.id)).toMatchObject({ value: { story: { headline: 'Lũ' } } });
    await library.place([lu.id], { binnedAt: null });
    expect([await headlines(library), await headlines(library, true)]).toEqual([['Bão', 'Lũ'], []]);
  });

  it('and pins outlive the loss of the catalogue, and a kill', async () => {
    const home = await newHome();
    const library = await libraryIn(home);
    const [lu, bao] = [story('Lũ'), story('Bão')];
    for (const one of [lu, bao]) await library.create(one);
    await library.place([lu.id], BINNED);
    await library.place([bao.id], { isPinned: true });
    const killed = await copyOf(home);
    for (const part of ['', '-wal', '-shm']) await rm(join(killed, `copydesk.db${part}`), { force: true });
    const again = await libraryIn(killed, { clock: clockAt('2025-06-20T10:30:00.000+07:00') });
    expect([await headlines(again), await headlines(again, true)]).toEqual([['Bão'], ['Lũ']]);
    expect(again.rows([bao.id])).toMatchObject([{ isPinned: true }]);
  });

  it('lets a story go after its thirty days, and not before', async () => {
    const home = await newHome();
    const library = await libraryIn(home);
    const lu = story('Lũ');
    await library.create(lu);
    await library.place([lu.id], BINNED);
    await shut(library);
    const early = await libraryIn(home, { clock: clockAt('2025-07-12T10:00:00.000+07:00') });
    await shut(early);
    expect(await readdir(storyFolder(home, lu.id))).toContain('shelf.json');
    const late = await libraryIn(home, { clock: clockAt('2025-07-12T11:00:00.000+07:00') });
    await expect.poll(() => headlines(late, true)).toEqual([]);
    await shut(late);
    await expect(readdir(storyFolder(home, lu.id))).rejects.toThrow('ENOENT');
    expect(await headlines(await libraryIn(home))).toEqual([]);
  });

  it('keeps a story while the clock runs behind', async () => {
    const home = await newHome();
    const library = await libraryIn(home);
    const lu = story('Lũ');
    await library.create(lu);
    await library.place([lu.id], { binnedAt: '2031-01-01T00:00:00.000Z' });
    await shut(library);
    const behind = await libraryIn(home, { clock: clockAt('2025-07-12T11:00:00.000+07:00') });
    await shut(behind);
    expect(await headlines(await libraryIn(home, { clock: clockAt('2031-01-02T00:00:00.000Z') }), true)).toEqual([
      'Lũ',
    ]);
  });

  it('is the only way to go for good', async () => {
    const library = await libraryIn(await newHome());
    const lu = story('Lũ');
    await library.create(lu);
    expect(await library.place([lu.id], 'gone')).toMatchObject([{ failure: { code: 'drafts.not-binned' } }]);
    expect(await headlines(library)).toEqual(['Lũ']);
    await library.place([lu.id], BINNED);
    expect(await library.place([lu.id], 'gone')).toEqual([]);
    expect(await library.read(lu.id)).toMatchObject({ failure: { code: 'drafts.missing' } });
    expect(await found(library, 'nước')).toEqual([]);
  });

  it('says which stories could not be put there, and leaves them in the list', async () => {
    const home = await newHome();
    const [lu, bao] = [story('Lũ'), story('Bão')];
    const disk = faultyDisk();
    const library = await libraryIn(home, { disk });
    for (const one of [lu, bao]) await library.create(one);
    disk.fault = { code: 'ENOSPC', on: ['write'] };
    expect(await library.place([lu.id, 'nosuchstory1'], BINNED)).toMatchObject([
      { id: lu.id, failure: { code: 'drafts.disk-full' } },
      { id: 'nosuchstory1', failure: { code: 'drafts.missing' } },
    ]);
    disk.fault = null;
    expect(await headlines(library)).toEqual(['Bão', 'Lũ']);
  });

  it('takes a place that makes no sense for none, and keeps its file aside', async () => {
    const home = await newHome();
    const library = await libraryIn(home);
    const lu = story('Lũ');
    await library.create(lu);
    await library.place([lu.id], BINNED);
    await shut(library);
    const folder = storyFolder(home, lu.id);
    await writeFile(join(folder, 'shelf.json'), '{"isPinned": tr');
    await rm(join(home, 'copydesk.db'));
    expect(await headlines(await libraryIn(home))).toEqual(['Lũ']);
    expect(await readFile(join(folder, 'shelf.json.damaged-1'), 'utf8')).toBe('{"isPinned": tr');
  });
});

it('the list counts the comments that nobody has settled', async () => {
  const library = await libraryIn(await newHome());
  const lu = story('Lũ');
  await library.create(lu);
  await library.open(lu.id);
  const at = '2026-06-12T10:30:00.000+07:00';
  const thread = (id: string) => ({ id, anchor: { on: 'story' as const }, quote: '', entries: [] });
  const threads = [
    thread('thread0001'),
    thread('thread0002'),
    { ...thread('thread0003'), resolved: { by: 'person0001', at } },
  ];
  await library.change(lu.id, 1, { blocks: {}, fields: { threads } });
  await library.close(lu.id);
  expect(library.rows([lu.id])).toMatchObject([{ openComments: 2 }]);
});

describe('the search', () => {
  it.each([
    ['hoa binh', ['Hoà']],
    ['hòa bình', ['Hoà']],
    ['HOÀ BÌN', ['Hoà']],
    ['"bình hoà"', []],
    ['đường', ['Cầu']],
    ['duong', ['Cầu']],
    ['minh duc', ['Cầu']],
    ['cau', ['Cầu', 'Hoà']],
    ['cau duong', ['Cầu']],
    ['cau khong-co', []],
    ['" OR *', []],
  ])('finds by “%s” %o', async (text, wanted) => {
    const library = await libraryIn(await newHome());
    await library.create(story('Hoà', 'Thành phố Hòa Bình xây cầu.'));
    await library.create(story('Cầu', 'Thông xe con đường mới.', { byline: { text: 'Minh Đức', people: [] } }));
    expect(await found(library, text)).toEqual(wanted);
  });

  it('puts those that are spelt with the accents that were typed before the others', async () => {
    const library = await libraryIn(await newHome());
    for (const headline of ['Cau', 'Câu cá', 'Cầu mới', 'Thuý Cẩu']) await library.create(story(headline, 'x'));
    expect((await found(library, 'cầu'))[0]).toBe('Cầu mới');
    expect((await found(library, 'câu'))[0]).toBe('Câu cá');
    expect((await found(library, 'thuý'))[0]).toBe('Thuý Cẩu');
    expect((await found(library, 'CẦ')).sort()).toEqual(['Cau', 'Cầu mới', 'Câu cá', 'Thuý Cẩu'].sort());
    expect(await found(library, 'thúy c')).toEqual(['Thuý Cẩu']);
  });

  it('puts the newest first where very many have the words: in the headline, then in the text, as they are spelt', async () => {
    const library = await libraryIn(await newHome(), { disk: unsyncedDisk });
    const day = (n: number): string => new Date(Date.UTC(2024, 0, 1 + n)).toISOString();
    const [many, spelt] = [520, 260];
    for (let n = 0; n < many; n++) {
      const text = n % 2 === 0 ? 'Lúa chín vàng.' : 'Lụa Vạn Phúc.';
      await library.create(story(n % 100 === 0 ? `Lua ${n}` : `${n}`, text, { updatedAt: day(n) }));
    }
    const plain = await found(library, 'lua');
    expect(plain).toHaveLength(many);
    expect(plain.slice(0, 7)).toEqual(['Lua 500', 'Lua 400', 'Lua 300', 'Lua 200', 'Lua 100', 'Lua 0', '519']);
    const accented = await found(library, 'lụa');
    expect(accented.slice(0, 3)).toEqual(['519', '517', '515']);
    expect(accented.slice(spelt, spelt + 3)).toEqual(['Lua 500', 'Lua 400', 'Lua 300']);
    const [oldest] = await library.find('lua').then((answer) => (answer.ok ? answer.value.ids.slice(-1) : []));
    await library.change(oldest ?? '', 1, { blocks: {}, fields: { headline: 'Sửa lụa' } });
    await library.close(oldest ?? '');
    expect((await found(library, 'lua'))[0]).toBe('Sửa lụa');
    await library.place([oldest ?? ''], { binnedAt: day(0) });
    await library.place([oldest ?? ''], 'gone');
    expect((await found(library, 'lua')).slice(0, 2)).toEqual(['Lua 500', 'Lua 400']);
  });

  it('knows what was just written, and forgets what was taken away', async () => {
    const library = await libraryIn(await newHome());
    const lu = story('Lũ', 'Trời nắng.');
    await library.create(lu);
    await library.open(lu.id);
    const [block] = lu.body;
    if (!block) throw new Error('no block');
    const change = (text: string) => ({ blocks: { [block.id]: { ...createParagraph([{ text }]), id: block.id } } });
    await library.change(lu.id, 1, change('Mưa đá.'));
    expect([await found(library, 'mua da'), await found(library, 'nang')]).toEqual([['Lũ'], []]);
    await library.change(lu.id, 2, change('Tạnh ráo.'));
    await library.close(lu.id);
    expect([await found(library, 'mua da'), await found(library, 'tanh')]).toEqual([[], ['Lũ']]);
  });

  it('shows where the words stand, in the spelling of the story', async () => {
    const library = await libraryIn(await newHome());
    const lu = story('Lũ ở Hoà Bình', 'Nước Hồ Hòa Bình dâng.');
    await library.create(lu);
    const answer = await library.find('hoa binh', [lu.id]);
    if (!answer.ok) throw new Error(answer.failure.detail);
    const [snippet] = answer.value.snippets;
    const hits = (pieces: { text: string; isHit: boolean }[] = []) =>
      pieces.flatMap((one) => (one.isHit ? one.text : []));
    expect(hits(snippet?.headline)).toEqual(['Hoà', 'Bình']);
    expect(hits(snippet?.pieces)).toEqual(['Hòa', 'Bình']);
  });

  it('is made again where a single letter of it changed, which SQLite would not notice', async () => {
    const home = await newHome();
    const library = await libraryIn(home);
    await library.create(story('Cầu mới', 'Khánh thành chiều nay.'));
    await shut(library);
    const path = join(home, 'copydesk.db');
    const bytes = await readFile(path);
    const at = bytes.indexOf('Cầu mới');
    expect(at).toBeGreaterThan(0);
    bytes[at] = 'S'.charCodeAt(0);
    await writeFile(path, bytes);
    const again = await libraryIn(home);
    expect(await headlines(again)).toEqual(['Cầu mới']);
    expect(again.notices).toMatchObject([{ code: 'catalogue.rebuilt' }]);
    expect(await found(again, 'khanh thanh')).toEqual(['Cầu mới']);
  });

  it('is made again from the stories with the catalogue, whole or of an earlier Copydesk', async () => {
    const home = await newHome();
    const library = await libraryIn(home);
    await library.create(story('Lũ'));
    await shut(library);
    await rm(join(home, 'copydesk.db.seal'));
    const earlier = new DatabaseSync(join(home, 'copydesk.db'));
    earlier.exec(
      'DROP TABLE texts; DROP TABLE found; DROP TABLE stories; CREATE TABLE stories (id TEXT); PRAGMA user_version = 1',
    );
    earlier.close();
    const again = await libraryIn(home);
    expect(again.notices).toEqual([]);
    expect(await found(again, 'nuoc song')).toEqual(['Lũ']);
    await shut(again);
    await rm(join(home, 'copydesk.db'));
    expect(await found(await libraryIn(home), 'nuoc song')).toEqual(['Lũ']);
  });
});
