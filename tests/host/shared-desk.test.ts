import { copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createDeskCopies, knows } from '../../electron/handlers/desk.ts';
import type { DeskCopies } from '../../electron/handlers/index.ts';
import { exportStory } from '../../electron/services/exporter.ts';
import { openLibrary, type Library } from '../../electron/services/library.ts';
import { openMediaStore } from '../../electron/services/media.ts';
import { historyFor } from '../../electron/services/packaged-history.ts';
import { Returned } from '../../electron/services/returned.ts';
import { DeskBook } from '../../electron/services/shared-desk/desk-book.ts';
import { putNew } from '../../electron/services/shared-desk/put.ts';
import { DESK_SIGN, SharedDesk } from '../../electron/services/shared-desk/shared-desk.ts';
import type { SharedDeskShown } from '../../src/ipc/calls/desk.ts';
import { mergeStories } from '../../src/merge/index.ts';
import { createParagraph, createStory } from '../../src/story/create.ts';
import type { Story } from '../../src/story/schema.ts';
import { newHome } from './folder.ts';

/** So long that no look comes by itself: what is seen was asked for, or told by the system. */
const NEVER = 1_000_000_000;
const DAY = '2026-11-24';

interface Computer {
  home: string;
  library: Library;
  returned: Returned;
  desk: SharedDesk;
  copies: DeskCopies;
  told: SharedDeskShown[];
}

const libraries: Library[] = [];
const desks: SharedDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) desk.close();
  await Promise.all(libraries.splice(0).map((library) => library.closeAll()));
});

const said = <T>(result: { ok: true; value: T } | { ok: false; failure: { code: string } }): T => {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
};

async function computer(by: string, folder: string | null, home?: string): Promise<Computer> {
  const at = home ?? (await newHome());
  const media = openMediaStore({ home: at });
  const library = await openLibrary({ home: at, media, by: () => by });
  libraries.push(library);
  const returned = new Returned(library, media);
  const told: SharedDeskShown[] = [];
  const desk = new SharedDesk({
    book: new DeskBook(at, (what, error) => {
      throw new Error(what, { cause: error });
    }),
    home: at,
    me: () => by,
    knows: (id, head) => knows(library, id, head),
    onChanged: (shown) => told.push(shown),
    onTrouble: ({ detail }) => {
      throw new Error(detail);
    },
    every: NEVER,
  });
  desks.push(desk);
  await desk.open();
  if (folder !== null) said(await desk.choose(folder));
  const copies = createDeskCopies({ desk, returned, askDesk: async () => null, showFolder: () => undefined });
  return { home: at, library, returned, desk, copies, told };
}

const flood = createStory({
  language: 'vi',
  headline: 'Nước lên: 3/4 xã ngập',
  body: [createParagraph([{ text: 'Nước sông lên nhanh.' }]), createParagraph([{ text: 'Dân đã sơ tán.' }])],
});

/** The package that the story would leave as. */
async function packed({ home, library }: Computer, id = flood.id): Promise<Uint8Array> {
  const { version } = said(await library.versions.make(id, { kind: 'sent' }));
  const { story } = said(await library.read(id));
  const history = await historyFor(library.versions, id, version.hash);
  const path = join(home, `${crypto.randomUUID()}.story`);
  said(await exportStory({ story, media: () => undefined, as: 'story', history, path }));
  return readFile(path);
}

const put = async (from: Computer): Promise<string> => {
  const { story } = said(await from.library.read(flood.id));
  return said(await from.desk.put(story, await packed(from), DAY)).path;
};

async function change({ library }: Computer, fields: Partial<Story>): Promise<void> {
  const { seq } = said(await library.open(flood.id));
  said(await library.change(flood.id, seq + 1, { blocks: {}, fields }));
}

/** Takes the only thing that is new in, and merges it where it must be. */
async function takeIn(at: Computer): Promise<void> {
  const [item] = (await at.desk.look()).items;
  const { returned, failures } = said(await at.copies.take(item?.file ?? ''));
  expect(failures).toEqual([]);
  for (const { token } of returned) {
    const { compared } = said(await at.returned.compare(token));
    if (!compared?.base) throw new Error('no common version');
    const { story } = mergeStories(compared.base, compared.mine, compared.theirs);
    const { seq } = said(await at.library.open(flood.id));
    said(await at.returned.accept(token, seq, story));
    await at.copies.decided(token, false);
  }
}

const files = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name !== DESK_SIGN).sort();
const shown = async ({ desk }: Computer) => (await desk.look()).items.map(({ headline, by }) => `${headline} / ${by}`);

it('a story goes over the desk and back, each sees what is new and nothing else, and no file is written over', async () => {
  const folder = await newHome();
  const [lan, minh] = [await computer('Lan', folder), await computer('Minh', folder)];
  said(await lan.library.create(flood));
  await put(lan);
  expect(await files(folder)).toEqual([`${DAY} Nước lên 3 4 xã ngập – Lan – v1.story`]);
  expect(await shown(lan)).toEqual([]);
  expect(await minh.desk.look()).toMatchObject({
    isThere: true,
    items: [{ headline: flood.headline, by: 'Lan', isHere: false, isForMe: true, state: 'draft' }],
    troubles: [],
  });
  await takeIn(minh);
  expect(await shown(minh)).toEqual([]);

  await change(minh, { headline: 'Nước lên nhanh' });
  await put(minh);
  await change(lan, { kicker: 'Lũ' });
  const [back] = (await lan.desk.look()).items;
  expect(back).toMatchObject({ headline: 'Nước lên nhanh', by: 'Minh', isHere: true });
  await takeIn(lan);
  expect(said(await lan.library.read(flood.id)).story).toMatchObject({ headline: 'Nước lên nhanh', kicker: 'Lũ' });
  expect(await shown(lan)).toEqual([]);

  // Two versions after each other: the last is the news.
  await put(lan);
  await change(lan, { standfirst: 'Hơn 3.400 hộ.' });
  await put(lan);
  expect((await minh.desk.look()).items).toHaveLength(1);
  await takeIn(minh);
  expect(said(await minh.library.read(flood.id)).story.standfirst).toBe('Hơn 3.400 hộ.');
  expect(await files(folder)).toEqual([
    `${DAY} Nước lên 3 4 xã ngập – Lan – v1.story`,
    `${DAY} Nước lên nhanh – Lan – v2.story`,
    `${DAY} Nước lên nhanh – Lan – v3.story`,
    `${DAY} Nước lên nhanh – Minh – v1.story`,
  ]);
});

it('a file that is still being copied is named as that, and is a story once it is whole', async () => {
  const folder = await newHome();
  const [lan, minh] = [await computer('Lan', null), await computer('Minh', folder)];
  said(await lan.library.create(flood));
  const bytes = await packed(lan);
  for (const part of [0, 1, 100, bytes.length - 1]) {
    await writeFile(join(folder, 'half.story'), bytes.subarray(0, part));
    const { items, troubles } = await minh.desk.look();
    expect([items, troubles.map(({ code }) => code)]).toEqual([[], ['package.damaged']]);
  }
  // Room is made for all of it first, and filled from the end: its list of files is there, its story is not.
  const holed = Buffer.from(bytes);
  holed.fill(0, 60, 400);
  await writeFile(join(folder, 'half.story'), holed);
  expect((await minh.desk.look()).items).toEqual([]);
  await writeFile(join(folder, 'half.story'), bytes);
  expect(await shown(minh)).toEqual([`${flood.headline} / Lan`]);
});

it('one with a hole where nobody looked first is not taken in while it is fresh', async () => {
  const folder = await newHome();
  const [lan, minh] = [await computer('Lan', null), await computer('Minh', folder)];
  said(await lan.library.create(flood));
  const bytes = Buffer.from(await packed(lan));
  const page = bytes.indexOf('index.html');
  bytes.fill(0, page + 40, page + 60);
  await writeFile(join(folder, 'holed.story'), bytes);
  expect(await shown(minh)).toEqual([`${flood.headline} / Lan`]);
  expect(await minh.copies.take('holed.story')).toMatchObject({ ok: false, failure: { code: 'desk.coming' } });
  expect(said(await minh.library.list())).toEqual([]);
});

it('the copies that synchronisers make of a file are one story, and two where two wrote different ones', async () => {
  const folder = await newHome();
  const [lan, minh] = [await computer('Lan', folder), await computer('Minh', folder)];
  said(await lan.library.create(flood));
  const path = await put(lan);
  for (const name of [
    "2026-11-24 Nước lên – Lan – v1 (Minh's conflicted copy 2026-11-24).story",
    '2026-11-24 Nước lên – Lan – v1-LAPTOP-7.story',
    '2026-11-24 Nước lên – Lan – v1.sync-conflict-20261124-101010-ABCDEFG.story',
    '2026-11-24 Nước lên – Lan – v1 (1).STORY',
  ])
    await copyFile(path, join(folder, name));
  await writeFile(join(folder, '.~lock.story'), 'x');
  expect(await minh.desk.look()).toMatchObject({ items: [{ headline: flood.headline }], troubles: [] });
  const other = await computer('Hà', null);
  said(await other.library.create({ ...flood, headline: 'Bản của Hà' }));
  await writeFile(join(folder, 'v1 (conflicted copy).story'), await packed(other));
  expect((await shown(minh)).sort()).toEqual(['Bản của Hà / Hà', `${flood.headline} / Lan`]);
});

it('a folder that is gone is said, nothing is written where it was, and it is found again', async () => {
  const drive = await newHome();
  const folder = join(drive, 'desk');
  await mkdir(folder);
  const [lan, minh] = [await computer('Lan', folder), await computer('Minh', folder)];
  said(await lan.library.create(flood));
  await put(lan);
  expect(await shown(minh)).toHaveLength(1);
  await rename(folder, join(drive, 'away'));
  expect(await minh.desk.look()).toEqual({ folder, isThere: false, items: [], troubles: [] });
  const bytes = await packed(lan);
  expect(await lan.desk.put(flood, bytes, DAY)).toMatchObject({ ok: false, failure: { code: 'desk.gone' } });
  expect(await readdir(drive)).toEqual(['away']);
  // The place where a drive is mounted is there without it, and empty.
  await mkdir(folder);
  expect((await minh.desk.look()).isThere).toBe(false);
  expect(await lan.desk.put(flood, bytes, DAY)).toMatchObject({ ok: false, failure: { code: 'desk.gone' } });
  expect(await readdir(folder)).toEqual([]);
  await rename(join(drive, 'away'), folder);
  expect(await shown(minh)).toEqual([`${flood.headline} / Lan`]);
  expect(minh.told.map(({ isThere }) => isThere)).toEqual([true, true, false, true]);
});

it('two that write at once under one name get two whole files', async () => {
  const folder = await newHome();
  const both = [await computer('Lan', folder), await computer('Lan', folder)];
  for (const one of both) said(await one.library.create(flood));
  await change(both[1]!, { headline: flood.headline, kicker: 'Khác' });
  const paths = await Promise.all(both.map(put));
  expect(new Set(paths).size).toBe(2);
  const third = await computer('Minh', folder);
  expect((await third.desk.look()).items).toHaveLength(2);
  expect(await files(folder)).toHaveLength(2);
});

it('a disk that knows no second names gets the file too, and never over another’s', async () => {
  const folder = await newHome();
  const refused = (): Promise<void> => Promise.reject(Object.assign(new Error('not supported'), { code: 'EPERM' }));
  const write = (text: string): Promise<string> => putNew(folder, ['a.story', 'b.story'], Buffer.from(text), refused);
  expect(await write('one')).toBe('a.story');
  expect(await write('two')).toBe('b.story');
  expect(await readFile(join(folder, 'a.story'), 'utf8')).toBe('one');
  await expect(write('three')).rejects.toThrow('every name was taken');
  expect(await files(folder)).toEqual(['a.story', 'b.story']);
});

it('tells whose turn it is, and does not show again what was put away', async () => {
  const folder = await newHome();
  const [lan, minh] = [await computer('Lan', folder), await computer('Minh', folder)];
  said(await lan.library.create({ ...flood, review: { state: 'ready', assignee: 'Hùng' } }));
  await put(lan);
  const [item] = (await minh.desk.look()).items;
  expect(item).toMatchObject({ assignee: 'Hùng', isForMe: false, state: 'ready' });
  const hung = await computer('hùng ', folder);
  expect((await hung.desk.look()).items).toMatchObject([{ isForMe: true }]);
  said(await minh.desk.putAway(item?.file ?? ''));
  expect(await shown(minh)).toEqual([]);
  minh.desk.close();
  await Promise.all(libraries.splice(libraries.indexOf(minh.library), 1).map((library) => library.closeAll()));
  const again = await computer('Minh', null, minh.home);
  expect(await again.desk.look()).toMatchObject({ folder, items: [] });
});

it('hears from the system that something came, and cannot be the data folder', async () => {
  const folder = await newHome();
  const [lan, minh] = [await computer('Lan', folder), await computer('Minh', folder)];
  said(await lan.library.create(flood));
  await put(lan);
  await expect.poll(() => minh.told.at(-1)?.items.length).toBe(1);
  expect(await lan.desk.choose(lan.home)).toMatchObject({ ok: false, failure: { code: 'desk.own-folder' } });
  expect(await lan.desk.choose(join(lan.home, 'stories'))).toMatchObject({ failure: { code: 'desk.own-folder' } });
});
