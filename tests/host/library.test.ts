import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { storyFolder } from '../../electron/services/drafts/layout.ts';
import { openLibrary, type Library, type LibraryOptions } from '../../electron/services/library.ts';
import { openMediaStore } from '../../electron/services/media.ts';
import type { Failure } from '../../src/base/result.ts';
import { writePackage } from '../../src/package/index.ts';
import { createParagraph, createPhoto, createStory } from '../../src/story/create.ts';
import type { Story } from '../../src/story/schema.ts';
import { faultyDisk } from './faulty-disk.ts';
import { copyOf, newHome } from './folder.ts';
import { jpeg } from './pictures.ts';

const open: Library[] = [];
const shut = async (library: Library): Promise<void> => {
  open.splice(open.indexOf(library), 1);
  await library.closeAll();
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((library) => library.closeAll()));
});

async function libraryIn(home: string, options: Partial<LibraryOptions> = {}): Promise<Library> {
  const library = await openLibrary({ home, media: openMediaStore({ home }), ...options });
  open.push(library);
  return library;
}

const story = (headline: string, updatedAt = '2025-06-12T10:30:00.000+07:00'): Story =>
  createStory({ language: 'vi', headline, updatedAt, body: [createParagraph([{ text: 'Nước sông lên nhanh.' }])] });

async function headlines(library: Library): Promise<string[]> {
  const list = await library.list();
  return list.ok ? list.value.map(({ headline }) => headline) : [];
}

describe('the library', () => {
  it('lists stories, the last changed first, whatever offset their times bear', async () => {
    const library = await libraryIn(await newHome());
    await library.create(story('Sáng', '2025-06-12T08:00:00.000+07:00'));
    await library.create(story('Trưa', '2025-06-12T05:30:00.000Z'));
    await library.create(story('Chín giờ', '2025-06-12T09:00:00.000+07:00'));
    expect(await headlines(library)).toEqual(['Trưa', 'Chín giờ', 'Sáng']);
    expect(await library.list()).toMatchObject({ value: [{ language: 'vi', words: 4 }, {}, {}] });
  });

  it('shows a change in the list, soon and at the latest when the story is closed', async () => {
    const home = await newHome();
    let changes = 0;
    const library = await libraryIn(home, { onChanged: () => changes++ });
    const lu = story('Lũ');
    await library.create(lu);
    await library.open(lu.id);
    const before = changes;
    await library.change(lu.id, 1, { blocks: {}, fields: { headline: 'Lũ rút' } });
    await expect.poll(() => headlines(library), { timeout: 5000 }).toEqual(['Lũ rút']);
    expect(changes).toBeGreaterThan(before);
    await library.change(lu.id, 2, { blocks: {}, fields: { headline: 'Lũ rút hẳn' } });
    await library.close(lu.id);
    expect(await headlines(library)).toEqual(['Lũ rút hẳn']);
    await shut(library);
    expect(await headlines(await libraryIn(home))).toEqual(['Lũ rút hẳn']);
  });

  it('lists what was last saved after the program was killed', async () => {
    const home = await newHome();
    const library = await libraryIn(home);
    const lu = story('Lũ');
    await library.create(lu);
    await library.open(lu.id);
    await library.change(lu.id, 1, { blocks: {}, fields: { headline: 'Lũ rút' } });
    const killed = await copyOf(home);
    expect(await headlines(await libraryIn(killed))).toEqual(['Lũ rút']);
  });

  it.each([
    ['is missing', (file: string) => rm(file)],
    ['is damaged', (file: string) => writeFile(file, 'this was a database once, and now it is not'.repeat(300))],
    ['is empty', (file: string) => writeFile(file, '')],
  ])('makes its catalogue again from the stories where it %s', async (_, damage) => {
    const home = await newHome();
    const library = await libraryIn(home);
    for (const headline of ['Một', 'Hai', 'Ba']) await library.create(story(headline));
    await shut(library);
    await damage(join(home, 'copydesk.db'));
    const again = await libraryIn(home);
    expect((await headlines(again)).sort()).toEqual(['Ba', 'Hai', 'Một']);
  });

  it('keeps a damaged catalogue aside and says so', async () => {
    const home = await newHome();
    await writeFile(join(home, 'copydesk.db'), 'no database');
    const library = await libraryIn(home);
    expect(library.notices).toMatchObject([{ code: 'catalogue.rebuilt', about: { file: join(home, 'copydesk.db') } }]);
    expect(await readdir(home)).toContain('copydesk.db.damaged-1');
  });

  it('makes a catalogue of another Copydesk again, and keeps that one', async () => {
    const home = await newHome();
    const other = new DatabaseSync(join(home, 'copydesk.db'));
    other.exec('CREATE TABLE stories (name TEXT); PRAGMA user_version = 99');
    other.close();
    const library = await libraryIn(home);
    await library.create(story('Một'));
    expect(await headlines(library)).toEqual(['Một']);
    expect(await readdir(home)).toContain('copydesk.db.damaged-1');
  });

  it('forgets a story whose folder was taken away, and finds one that was put there', async () => {
    const home = await newHome();
    const other = await newHome();
    const [here, gone, come] = [story('Ở lại'), story('Đi'), story('Đến')];
    const library = await libraryIn(home);
    await library.create(here);
    await library.create(gone);
    await shut(library);
    const elsewhere = await libraryIn(other);
    await elsewhere.create(come);
    await shut(elsewhere);
    await rm(storyFolder(home, gone.id), { recursive: true });
    await cp(storyFolder(other, come.id), storyFolder(home, come.id), { recursive: true });
    expect((await headlines(await libraryIn(home))).sort()).toEqual(['Đến', 'Ở lại']);
  });

  it('names a story that cannot be read, and lists the others', async () => {
    const home = await newHome();
    const library = await libraryIn(home);
    const [good, bad] = [story('Tốt'), story('Hỏng')];
    await library.create(good);
    await library.create(bad);
    await shut(library);
    await rm(join(home, 'copydesk.db'));
    for (const name of await readdir(storyFolder(home, bad.id)))
      await writeFile(join(storyFolder(home, bad.id), name), '?');
    const again = await libraryIn(home);
    expect(await headlines(again)).toEqual(['Tốt']);
    expect(again.notices).toMatchObject([{ code: 'drafts.unreadable', about: { story: bad.id } }]);
  });

  it('brings in a story whose id is here already as another one', async () => {
    const library = await libraryIn(await newHome());
    const mine = story('Của tôi');
    await library.create(mine);
    const adopted = await library.adopt({ ...mine, headline: 'Của bạn' });
    if (!adopted.ok) throw new Error(adopted.failure.detail);
    expect(adopted.value.id).not.toBe(mine.id);
    expect((await headlines(library)).sort()).toEqual(['Của bạn', 'Của tôi']);
    expect(await library.read(adopted.value.id)).toMatchObject({
      value: { story: { id: adopted.value.id, headline: 'Của bạn' } },
    });
  });

  it('opens and lists in a folder that cannot be written, and says why nothing is saved', async () => {
    const home = await newHome();
    const library = await libraryIn(home);
    const lu = story('Lũ');
    await library.create(lu);
    await shut(library);
    const disk = faultyDisk();
    disk.fault = { code: 'EROFS', on: ['open', 'write', 'rename', 'makeFolder', 'remove'] };
    const stuck = await libraryIn(home, { disk });
    expect(await headlines(stuck)).toEqual(['Lũ']);
    expect(await stuck.open(lu.id)).toMatchObject({ ok: true, value: { story: { headline: 'Lũ' } } });
    expect(await stuck.change(lu.id, 1, { blocks: {} })).toMatchObject({
      ok: false,
      failure: { code: 'drafts.read-only' },
    });
    expect(await stuck.create(story('Mới'))).toMatchObject({ ok: false, failure: { code: 'drafts.read-only' } });
  });
});

describe('sample stories', () => {
  async function samples(): Promise<{ folder: string; story: Story; id: string }> {
    const folder = join(await newHome(), 'samples');
    await mkdir(folder);
    const photo = jpeg(6, 4);
    const added = await openMediaStore({ home: await newHome() }).add('cau.jpg', photo);
    if (!added.ok) throw new Error(added.failure.detail);
    const { id, file } = added.value;
    const sample: Story = {
      ...story('Tin mẫu'),
      media: { [id]: file },
      body: [{ type: 'figure', id: 'figure0001', photos: [createPhoto({ media: id, alt: 'Cầu' })] }],
    };
    const written = await writePackage({ story: sample, media: (wanted) => (wanted === id ? photo : undefined) });
    if (!written.ok) throw new Error(written.failure.detail);
    await writeFile(join(folder, 'mau.story'), written.value);
    return { folder, story: sample, id };
  }

  it('come with their pictures at the first start', async () => {
    const { folder, story: sample, id } = await samples();
    const home = await newHome();
    const library = await libraryIn(home, { samples: folder });
    expect(await headlines(library)).toEqual(['Tin mẫu']);
    expect(await library.read(sample.id)).toMatchObject({
      value: { story: { headline: 'Tin mẫu', media: sample.media } },
    });
    expect(await openMediaStore({ home }).read(id)).toEqual(jpeg(6, 4));
  });

  it('do not come back to somebody who took them away', async () => {
    const { folder, story: sample } = await samples();
    const home = await newHome();
    await shut(await libraryIn(home, { samples: folder }));
    await rm(storyFolder(home, sample.id), { recursive: true });
    expect(await headlines(await libraryIn(home, { samples: folder }))).toEqual([]);
  });

  it('come once, also when the first start was cut off between story and mark', async () => {
    const { folder } = await samples();
    const home = await newHome();
    await shut(await libraryIn(home, { samples: folder }));
    await rm(join(home, 'samples-came'));
    expect(await headlines(await libraryIn(home, { samples: folder }))).toEqual(['Tin mẫu']);
  });

  it('are told when they cannot be read, and nothing else suffers', async () => {
    const { folder } = await samples();
    await writeFile(join(folder, 'mau.story'), 'PK cut short');
    const troubles: Failure[] = [];
    const library = await libraryIn(await newHome(), {
      samples: folder,
      onTrouble: (failure) => troubles.push(failure),
    });
    expect(library.notices).toMatchObject([{ code: 'package.damaged' }]);
    expect(troubles).toHaveLength(1);
    expect(await library.create(story('Mới'))).toMatchObject({ ok: true });
  });
});
