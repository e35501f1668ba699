import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { storyFolder } from '../../electron/services/drafts/layout.ts';
import { exportStory } from '../../electron/services/exporter.ts';
import { openLibrary } from '../../electron/services/library.ts';
import { MediaStore } from '../../electron/services/media.ts';
import { readPackageFile } from '../../electron/services/package-file.ts';
import { PreferencesFile } from '../../electron/services/preferences-file.ts';
import type { Failure } from '../../src/base/result.ts';
import { createPhoto } from '../../src/story/create.ts';
import type { Story } from '../../src/story/schema.ts';
import { blockText } from '../../src/story/walk.ts';
import { after, dice, someChange, startingStory, textOf } from '../host/drafts/typist.ts';
import { copyOf, newHome } from '../host/folder.ts';
import { png } from '../host/pictures.ts';
import { unsyncedDisk as disk } from '../host/unsynced-disk.ts';

const ROUNDS = Number(process.env['DAMAGE_ROUNDS'] ?? 2000);

type Damage = (bytes: Buffer, random: () => number) => Buffer | null;
const somewhere = (bytes: Buffer, random: () => number): number => Math.floor(random() * bytes.length);
const DAMAGES: Record<string, Damage> = {
  truncated: (bytes, random) => bytes.subarray(0, somewhere(bytes, random)),
  'a bit flipped': (bytes, random) => {
    const flipped = Buffer.from(bytes);
    const at = somewhere(bytes, random);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    return flipped;
  },
  'a page zeroed': (bytes, random) => {
    const at = somewhere(bytes, random);
    return Buffer.from(bytes).fill(0, at, Math.min(bytes.length, at + 4096));
  },
  emptied: () => Buffer.alloc(0),
  missing: () => null,
  'its tail doubled': (bytes, random) => Buffer.concat([bytes, bytes.subarray(somewhere(bytes, random))]),
};

const CHOICES = { settings: { theme: 'dark' }, windowPlace: { x: 40, y: 60, width: 900, height: 640 } };

interface Newsroom {
  home: string;
  story: Story;
  versions: Map<string, string>;
  picture: { id: string; bytes: Buffer };
  /** The story's row in the list, and a word of its last paragraph. */
  row: string;
  word: string;
  /** What the package says. */
  package: string;
}

/** A data folder with one of everything: a story with two generations, five versions, a photo, preferences, a package. */
async function newsroom(): Promise<Newsroom> {
  const home = await newHome();
  const media = new MediaStore(home, disk);
  const library = await openLibrary({ home, media, disk });
  const bytes = png(30, 20);
  const added = await media.add('cau.png', bytes);
  if (!added.ok) throw new Error(added.failure.detail);
  const { id: picture, file } = added.value;
  let story = startingStory();
  story = { ...story, media: { [picture]: file } };
  story.body.push({ type: 'figure', id: 'figure0002', photos: [createPhoto({ media: picture })] });
  await library.create(story);
  const random = dice(4);
  const versions = new Map<string, string>();
  for (let n = 1; n <= 240; n++) {
    const change = someChange(story, random, n);
    story = after(story, change);
    await library.change(story.id, n, change);
    if (n % 48 !== 0) continue;
    const made = await library.versions.make(story.id, { kind: 'named', label: `Bản ${n}` });
    const read = made.ok && (await library.versions.history.read(story.id, made.value.version.hash));
    if (made.ok && read && read.ok) versions.set(made.value.version.hash, textOf(read.value.story));
  }
  // The last version is one that may come and go; those with names stand behind it.
  await library.change(story.id, 241, { blocks: {}, fields: { slug: 'sau-cung' } });
  story = { ...story, slug: 'sau-cung' };
  await library.versions.make(story.id, { kind: 'timed' });
  await library.closeAll();
  const closed = await openLibrary({ home, media, disk });
  const row = JSON.stringify(closed.rows([story.id])[0]);
  const word =
    story.body
      .map(blockText)
      .join(' ')
      .match(/\p{L}{3,}/gu)
      ?.at(-1) ?? '';
  await closed.closeAll();
  await (await PreferencesFile.open(home, disk)).write(CHOICES);
  await PreferencesFile.open(home, disk);
  const sent = { ...story, headline: 'Gửi đi' };
  const path = join(home, 'sent.story');
  const exported = await exportStory({
    story: sent,
    media: (id) => media.read(id).then((b) => b ?? undefined),
    as: 'story',
    path,
  });
  if (!exported.ok) throw new Error(exported.failure.detail);
  const packed = await readPackageFile(path);
  if (!packed.ok) throw new Error(packed.failure.detail);
  return { home, story, row, word, versions, picture: { id: picture, bytes }, package: textOf(packed.value.story) };
}

/** The files of a folder and of all folders in it. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** What is wrong with a data folder one of whose files was damaged; empty where all is as it was, or is told. */
async function verdict(room: Newsroom, home: string, hurt: string): Promise<string> {
  const troubles: Failure[] = [];
  const media = new MediaStore(home, disk);
  const library = await openLibrary({ home, media, disk, onTrouble: (failure) => troubles.push(failure) });
  try {
    const opened = await library.open(room.story.id);
    if (!opened.ok) return `the story does not open: ${opened.failure.code}`;
    if (textOf(opened.value.story) !== textOf(room.story)) return 'the story is another';
    const listed = await library.list();
    const row = listed.ok ? listed.value.find(({ id }) => id === room.story.id) : undefined;
    if (JSON.stringify(row) !== room.row) return `the list says ${JSON.stringify(row)}`;
    const search = await library.find(room.word);
    if (!search.ok || search.value.ids[0] !== room.story.id) return 'the search does not find it';

    const versions = await library.versions.history.list(room.story.id);
    if (!versions.ok) return `the history does not open: ${versions.failure.code}`;
    let lost = 0;
    for (const [hash, text] of room.versions) {
      const read = await library.versions.history.read(room.story.id, hash);
      if (!read.ok) lost++;
      else if (textOf(read.value.story) !== text) return 'a version is another';
    }
    if (lost > 0) return `${lost} versions are gone`;
    if (troubles.some(({ code }) => code === 'versions.damaged')) return 'it speaks of versions';

    const picture = await media.read(room.picture.id);
    if (picture ? !Buffer.from(picture).equals(room.picture.bytes) : !hurt.startsWith('media'))
      return 'the photo is another';

    const { kept, notices } = await PreferencesFile.open(home, disk);
    const isSpokenOf = notices.length > 0;
    if (isSpokenOf && hurt !== 'preferences.json') return 'it speaks of the preferences';
    if (!isSpokenOf && JSON.stringify(kept) !== JSON.stringify(CHOICES)) return 'the preferences are others';

    if (hurt !== 'sent.story') return '';
    const read = await readPackageFile(join(home, 'sent.story'));
    if (!read.ok) return /^package[.]/.test(read.failure.code) ? '' : read.failure.code;
    const isWhole = textOf(read.value.story) === room.package && read.value.missing.length === 0;
    return isWhole || read.value.missing.length > 0 ? '' : 'the package is another';
  } finally {
    await library.closeAll();
  }
}

it(
  `opens exactly, or says what is missing, after each of ${ROUNDS} damages to one file`,
  { timeout: 900_000 },
  async () => {
    const room = await newsroom();
    const files = (await filesIn(room.home)).filter((name) => !/samples-came|electron|-shm$/.test(name));
    const folder = relative(room.home, storyFolder(room.home, room.story.id));
    const random = dice(11);
    const broken: string[] = [];
    const count = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round++) {
      const name = files[Math.floor(random() * files.length)] ?? '';
      const kinds = Object.entries(DAMAGES);
      const [kind, damage] = kinds[Math.floor(random() * kinds.length)]!;
      const home = await copyOf(room.home);
      const damaged = damage(await readFile(join(home, name)), random);
      if (damaged) await writeFile(join(home, name), damaged);
      else await rm(join(home, name));
      const wrong = await verdict(room, home, name).catch((error: unknown) => `it threw ${String(error)}`);
      if (wrong !== '') broken.push(`${name.replace(folder, 'story')} ${kind}: ${wrong}`);
      const area = name.startsWith(folder)
        ? name.includes('hist')
          ? 'history'
          : 'story'
        : name.replace(/^media.*/, 'media');
      count.set(area, (count.get(area) ?? 0) + 1);
      await rm(home, { recursive: true });
    }
    process.stdout.write(`\nDamages: ${[...count].map(([area, n]) => `${area} ${n}`).join(', ')}.\n`);
    expect(broken).toEqual([]);
  },
);
