import { expect, it } from 'vitest';
import { openDraftStore } from '../../../electron/services/drafts/store.ts';
import { History } from '../../../electron/services/history/history.ts';
import { MediaStore } from '../../../electron/services/media.ts';
import { PreferencesFile } from '../../../electron/services/preferences-file.ts';
import { Shelf } from '../../../electron/services/shelf.ts';
import type { Failure } from '../../../src/base/result.ts';
import type { Story } from '../../../src/story/schema.ts';
import { after, dice, someChange, startingStory, textOf } from '../drafts/typist.ts';
import { png } from '../pictures.ts';
import { ModelDisk, type Step } from './model-disk.ts';
import { states, type State } from './states.ts';

const HOME = '/home';

/** A disk with the data folder on it, as a start of the program makes it. */
async function newDisk(): Promise<ModelDisk> {
  const disk = new ModelDisk();
  await disk.makeFolder(HOME);
  await disk.syncFolder('/');
  return disk;
}

/** Goes through every state that a power cut may leave; `broken` says what is wrong with one, or nothing. */
async function everyState(
  disk: ModelDisk,
  broken: (state: State) => Promise<string>,
): Promise<{ count: number; wrong: Record<string, number> }> {
  let count = 0;
  const wrong: Record<string, number> = {};
  for (const state of states(disk.steps)) {
    count++;
    const what = await broken(state);
    if (what !== '') wrong[what] = (wrong[what] ?? 0) + 1;
  }
  return { count, wrong };
}

/** That, with nothing wrong in any of them. */
async function allWell(disk: ModelDisk, broken: (state: State) => Promise<string>): Promise<number> {
  const { count, wrong } = await everyState(disk, broken);
  expect(wrong).toEqual({});
  return count;
}

/** A turn of the event loop for what the store does behind the typing. */
const settled = async (disk: ModelDisk): Promise<void> => {
  let steps = -1;
  await expect
    .poll(() => {
      const before = steps;
      steps = disk.steps.length;
      return steps === before;
    })
    .toBe(true);
};

async function readBack(state: State, id: string): Promise<{ seq: number; text: string; notices: number } | string> {
  const store = openDraftStore({ home: HOME, disk: new ModelDisk(state.tree) });
  const read = await store.read(id);
  if (!read.ok) return read.failure.code;
  const { seq, story, notices } = read.value;
  return { seq, text: textOf(story), notices: notices.length };
}

let total = 0;

it(
  'loses no acknowledged change, whenever the power goes: saves, mirrors, new generations, closing',
  { timeout: 300_000 },
  async () => {
    const disk = await newDisk();
    const random = dice(3);
    const store = openDraftStore({ home: HOME, disk, pace: { mirrorAfter: 1, logChanges: 6, idleAfter: 1e6 } });
    const models: Story[] = [startingStory(4)];
    const [{ id }] = models as [Story];
    await store.create(models[0]!);
    disk.promise(0);
    for (let n = 1; n <= 100; n++) {
      const change = someChange(models[n - 1]!, random, n);
      models.push(after(models[n - 1]!, change));
      expect(await store.change(id, n, change)).toMatchObject({ ok: true });
      disk.promise(n);
      if (n % 5 === 0) await settled(disk);
      if (n % 40 === 16) await store.close(id);
    }
    await store.closeAll();
    const texts = models.map(textOf);
    total += await allWell(disk, async (state) => {
      const found = await readBack(state, id);
      if (typeof found === 'string') return state.promised < 0 && found === 'drafts.missing' ? '' : `it is ${found}`;
      if (found.seq < state.promised) return `change ${state.promised} was promised, ${found.seq} is the last`;
      if (found.notices > 0) return 'it speaks of damage';
      return found.text === texts[found.seq] ? '' : 'the text is another';
    });
  },
);

it('keeps every version that was promised, and what thinning keeps', { timeout: 300_000 }, async () => {
  const disk = await newDisk();
  let at = Date.parse('2026-01-01T00:00:00Z');
  const story = startingStory(3);
  await openDraftStore({ home: HOME, disk }).create(story);
  const history = new History({ home: HOME, disk, clock: () => new Date(at).toISOString() });
  const kept: string[] = [];
  for (let n = 0; n < 9; n++) {
    const kind = n % 4 === 0 ? 'named' : 'timed';
    const made = await history.make({ ...story, headline: `Bản ${n}` }, n, {
      kind,
      ...(n % 4 === 0 && { label: `${n}` }),
    });
    if (!made.ok) throw new Error(made.failure.detail);
    // Those that have a name are promised for ever.
    if (n % 4 === 0) {
      kept.push(made.value.version.hash);
      disk.promise(kept.length);
    }
    at += n === 5 ? 40 * 86_400_000 : 10 * 60_000;
  }
  // The same content under another name: its file is written anew in its place.
  const renamed = await history.make({ ...story, headline: 'Bản 8' }, 9, { kind: 'named', label: 'Đã duyệt' });
  expect(renamed).toMatchObject({ ok: true, value: { version: { label: 'Đã duyệt' } } });
  disk.promise(kept.length + 1);
  expect((await history.list(story.id)).ok && disk.steps.filter((step) => step.is === 'rename').length).toBeGreaterThan(
    4,
  );
  total += await allWell(disk, async (state) => {
    const troubles: Failure[] = [];
    const onTrouble = (failure: Failure) => troubles.push(failure);
    const again = new History({ home: HOME, disk: new ModelDisk(state.tree), onTrouble });
    for (const hash of kept.slice(0, Math.max(0, state.promised))) {
      const read = await again.read(story.id, hash);
      if (!read.ok) return `a version that was promised is ${read.failure.code}`;
    }
    const list = await again.list(story.id);
    if (!list.ok) return 'the history does not open';
    for (const { hash } of list.value)
      if (!(await again.read(story.id, hash)).ok) return 'a version that is listed cannot be read';
    if (troubles.length > 0) return `it says ${troubles[0]?.code}`;
    const isNamed = list.value.some(({ label }) => label === 'Đã duyệt');
    return state.promised <= kept.length || isNamed ? '' : 'the name that was promised is gone';
  });
});

it('keeps a photo that was promised, byte for byte', { timeout: 120_000 }, async () => {
  const disk = await newDisk();
  const media = new MediaStore(HOME, disk);
  const pictures = [png(20, 10), png(30, 10), png(40, 10), png(20, 10)];
  const ids: string[] = [];
  for (const [n, bytes] of pictures.entries()) {
    const added = await media.add(`${n}.png`, bytes);
    if (!added.ok) throw new Error(added.failure.detail);
    ids.push(added.value.id);
    disk.promise(n);
  }
  total += await allWell(disk, async (state) => {
    const again = new MediaStore(HOME, new ModelDisk(state.tree));
    for (const [n, id] of ids.slice(0, state.promised + 1).entries()) {
      const bytes = await again.read(id);
      if (!bytes || !Buffer.from(bytes).equals(pictures[n]!)) return `photo ${n} is gone`;
    }
    return '';
  });
});

it('leaves a story that is deleted, binned or pinned whole, or not at all', { timeout: 120_000 }, async () => {
  const disk = await newDisk();
  const store = openDraftStore({ home: HOME, disk });
  const [stays, goes] = [startingStory(2), startingStory(2)];
  await store.create(stays);
  await store.create(goes);
  disk.promise(0);
  const shelf = new Shelf(HOME, disk);
  await shelf.put(goes.id, { isPinned: true, binnedAt: null });
  await shelf.put(goes.id, { isPinned: false, binnedAt: goes.updatedAt });
  disk.promise(1);
  await store.delete(goes.id);
  disk.promise(2);
  total += await allWell(disk, async (state) => {
    const found = await readBack(state, stays.id);
    if (state.promised >= 0 && (typeof found === 'string' || found.text !== textOf(stays)))
      return 'another story was lost';
    const other = await readBack(state, goes.id);
    if (typeof other !== 'string') {
      const place = await new Shelf(HOME, new ModelDisk(state.tree)).place(goes.id);
      if (state.promised === 1 && place.binnedAt === null) return 'it is not in the bin any more';
      return other.text === textOf(goes) ? '' : 'half of it is left';
    }
    if (other !== 'drafts.missing') return `it is ${other}`;
    return state.promised >= 0 && !disk.steps.some((step) => step.is === 'rename') ? 'it was lost' : '';
  });
});

it(
  'has the settings as they were or as they were chosen, without a word about damage',
  { timeout: 120_000 },
  async () => {
    const disk = await newDisk();
    const chosen = Array.from({ length: 12 }, (_, n) => ({ settings: { theme: 'dark', paces: [n] } }));
    for (const [n, kept] of chosen.entries()) {
      // Each start of the program makes a copy of what it finds.
      const preferences = await PreferencesFile.open(HOME, disk);
      await preferences.write(kept);
      disk.promise(n);
    }
    total += await allWell(disk, async (state) => {
      const { kept, notices } = await PreferencesFile.open(HOME, new ModelDisk(state.tree));
      if (notices.length > 0) return `it says ${notices[0]?.code}`;
      const found = chosen.findIndex((one) => JSON.stringify(one) === JSON.stringify(kept));
      if (found < state.promised) return `choice ${state.promised} was promised, ${found} is there`;
      return found >= 0 || JSON.stringify(kept) === '{}' ? '' : 'the settings are others';
    });
  },
);

it('went through ten thousand states and more', () => {
  process.stdout.write(`\nPower cuts: ${total} states, none unreadable, nothing lost that was promised.\n`);
  expect(total).toBeGreaterThanOrEqual(10_000);
});

it('would see what a store loses that does not sync its folders', async () => {
  class Forgetful extends ModelDisk {
    override syncFolder(): Promise<void> {
      return Promise.resolve();
    }
  }
  const disk = new Forgetful();
  const media = new MediaStore(HOME, disk);
  const added = await media.add('a.png', png(20, 10));
  disk.promise(0);
  const { wrong } = await everyState(disk, async (state) => {
    const bytes = added.ok && (await new MediaStore(HOME, new ModelDisk(state.tree)).read(added.value.id));
    return bytes || state.promised < 0 ? '' : 'it is gone';
  });
  expect(wrong['it is gone']).toBeGreaterThan(0);
});

it('syncs the folder after each create and rename, before it promises anything', async () => {
  const disk = await newDisk();
  const store = openDraftStore({ home: HOME, disk, pace: { mirrorAfter: 1, logChanges: 5, idleAfter: 1e6 } });
  const media = new MediaStore(HOME, disk);
  const history = new History({ home: HOME, disk });
  const story = startingStory(3);
  await store.create(story);
  disk.promise(0);
  for (let n = 1; n <= 12; n++) {
    await store.change(story.id, n, { blocks: {}, fields: { headline: `Tin ${n}` } });
    disk.promise(n);
  }
  await media.add('a.png', png(9, 9));
  disk.promise(13);
  await history.make(story, 12, { kind: 'saved' });
  disk.promise(14);
  await (await PreferencesFile.open(HOME, disk)).write({ settings: { theme: 'dark' } });
  disk.promise(15);
  await (await PreferencesFile.open(HOME, disk)).write({ settings: { theme: 'light' } });
  disk.promise(16);
  await store.closeAll();
  disk.promise(17);
  expect(unsyncedAtPromise(disk.steps)).toEqual([]);
});

/**
 * Names that no sync of their folder had held when a promise was given that stands on them, or at the end. Mirrors and
 * snapshots follow behind the promises; what ends in `.new` is not finished, and nothing stands on it.
 */
function unsyncedAtPromise(steps: readonly Step[]): string[] {
  const open = new Map<number, Set<string>>();
  const left = (but: RegExp): string[] =>
    [...open.values()].flatMap((names) => [...names]).filter((name) => !but.test(name));
  const wrong: string[] = [];
  for (const step of steps) {
    if (step.is === 'syncFolder') open.delete(step.folder);
    if (step.is === 'link' || step.is === 'rename') {
      const name = step.is === 'link' ? step.name : step.to;
      open.set(step.folder, (open.get(step.folder) ?? new Set()).add(name));
    }
    if (step.is === 'promise') wrong.push(...left(/\.new$|^mir\.|^snap\./));
  }
  return [...wrong, ...left(/\.new$/)];
}
