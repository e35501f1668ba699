import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { storyFolder } from '../../../electron/services/drafts/layout.ts';
import type { Story } from '../../../src/story/schema.ts';
import { copyOf, newHome } from '../folder.ts';
import { draftsIn } from './drafts-in.ts';
import { after, dice, someChange, startingStory, textOf } from './typist.ts';
import { unsyncedDisk as disk } from '../unsynced-disk.ts';

type Damage = (bytes: Buffer, random: () => number) => Buffer | null;

const somewhere = (bytes: Buffer, random: () => number): number => Math.floor(random() * bytes.length);

const damages: Record<string, Damage> = {
  'cut short': (bytes, random) => bytes.subarray(0, somewhere(bytes, random)),
  'cut between two records': (bytes, random) => {
    const cut = bytes.indexOf(bytes.subarray(0, 4), somewhere(bytes, random));
    return bytes.subarray(0, cut < 0 ? bytes.lastIndexOf(bytes.subarray(0, 4)) : cut);
  },
  'one bit turned': (bytes, random) => {
    const turned = Buffer.from(bytes);
    const at = somewhere(bytes, random);
    turned[at] = (turned[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    return turned;
  },
  'a page of zeros': (bytes, random) => {
    const at = somewhere(bytes, random);
    return Buffer.from(bytes).fill(0, at, Math.min(bytes.length, at + 4096));
  },
  'nothing but zeros': (bytes) => Buffer.alloc(bytes.length),
  emptied: () => Buffer.alloc(0),
  missing: () => null,
  'its end twice': (bytes, random) => Buffer.concat([bytes, bytes.subarray(somewhere(bytes, random))]),
  'two pages swapped': (bytes, random) => {
    const half = Math.min(4096, bytes.length >> 1);
    const first = Math.floor(random() * (bytes.length - 2 * half));
    const parts = [bytes.subarray(0, first), bytes.subarray(first + half, first + 2 * half)];
    return Buffer.concat([...parts, bytes.subarray(first, first + half), bytes.subarray(first + 2 * half)]);
  },
};

/** A story with two generations full of changes: closed in good order, or left by a crash after the mirror came up. */
async function written(seed: number, end: 'closed' | 'crashed'): Promise<{ home: string; model: Story }> {
  const home = await newHome();
  const random = dice(seed);
  const store = draftsIn({ home, disk, pace: { mirrorAfter: 1, logChanges: 60 } });
  let model = startingStory();
  await store.create(model);
  for (let n = 1; n <= 160; n++) {
    const change = someChange(model, random, n);
    model = after(model, change);
    const answer = await store.change(model.id, n, change);
    if (!answer.ok) throw new Error(answer.failure.detail);
  }
  if (end === 'closed') {
    await store.closeAll();
    // Once more, so that the last log holds changes and an end.
    const change = someChange(model, random, 161);
    model = after(model, change);
    await store.change(model.id, 161, change);
  }
  const folder = storyFolder(home, model.id);
  await expect
    .poll(async () => {
      const names = await readdir(folder);
      const logs = names.filter((name) => name.startsWith('log.'));
      const pairs = logs.map(async (log) => {
        const mirror = await readFile(`${folder}/${log.replace('log', 'mir')}`).catch(() => null);
        return mirror?.equals(await readFile(`${folder}/${log}`));
      });
      return names.length === 6 && (await Promise.all(pairs)).every(Boolean);
    })
    .toBe(true);
  if (end === 'closed') await store.closeAll();
  return { home: await copyOf(home), model };
}

const ROUNDS = 6;

describe.each(['closed', 'crashed'] as const)('damage to one file of a story that was %s', (end) => {
  it.each(Object.keys(damages))('is put right, or told: %s', async (kind) => {
    const { home, model } = await written(kind.length, end);
    const random = dice(kind.length * 31 + end.length);
    const names = (await readdir(storyFolder(home, model.id))).sort();
    expect(names).toHaveLength(6);
    for (const name of names) {
      for (let round = 0; round < ROUNDS; round++) {
        const copy = await copyOf(home);
        const folder = storyFolder(copy, model.id);
        const bytes = await readFile(`${folder}/${name}`);
        const damaged = damages[kind]?.(bytes, random) ?? null;
        if (damaged) await writeFile(`${folder}/${name}`, damaged);
        else await rm(`${folder}/${name}`);

        const which = `${kind}, ${name}, round ${round}`;
        const store = draftsIn({ home: copy, disk });
        const opened = await store.open(model.id);
        if (!opened.ok) throw new Error(`${which}: ${opened.failure.detail}`);
        const { story, notices, seq } = opened.value;
        // With one file damaged nothing is ever lost, told or not.
        expect(textOf(story), which).toBe(textOf(model));

        const aside = (await readdir(folder)).filter((file) => file.includes('.damaged-'));
        if (damaged && notices.length > 0) expect(aside, which).toEqual([`${name}.damaged-1`]);
        if (damaged && aside.length > 0)
          expect((await readFile(`${folder}/${aside[0]}`)).equals(damaged), which).toBe(true);

        // What was put right is right: it takes changes, and opens without another word.
        expect(await store.change(model.id, seq + 1, { blocks: {}, fields: { slug: 'tiep' } }), which).toMatchObject({
          ok: true,
        });
        await store.closeAll();
        const again = await draftsIn({ home: copy, disk }).open(model.id);
        expect(again, which).toMatchObject({ ok: true, value: { seq: seq + 1, notices: [], story: { slug: 'tiep' } } });
      }
    }
  });
});

describe('damage to several files', () => {
  it('says how many changes are lost and keeps every old file', async () => {
    const { home, model } = await written(5, 'crashed');
    const folder = storyFolder(home, model.id);
    const names = await readdir(folder);
    const newest = Math.max(...names.map((name) => Number(name.split('.')[1])));
    for (const kind of ['log', 'mir']) {
      const bytes = await readFile(`${folder}/${kind}.${newest}`);
      const at = bytes.indexOf(bytes.subarray(0, 4), bytes.length >> 1);
      await writeFile(`${folder}/${kind}.${newest}`, Buffer.from(bytes).fill(7, at + 20, at + 24));
    }
    const opened = await draftsIn({ home }).open(model.id);
    const about = { lost: 1, headline: expect.any(String) as string };
    expect(opened).toMatchObject({
      ok: true,
      value: { seq: 160, notices: [{ code: 'drafts.recovered-in-part', about }] },
    });
    const aside = (await readdir(folder)).filter((name) => name.endsWith('.damaged-1'));
    expect(aside.sort()).toEqual(names.map((name) => `${name}.damaged-1`).sort());
  });

  it('gives back what the logs tell where no snapshot can be read', async () => {
    const { home, model } = await written(6, 'crashed');
    const folder = storyFolder(home, model.id);
    for (const name of await readdir(folder)) if (name.startsWith('snap')) await writeFile(`${folder}/${name}`, 'x');
    const opened = await draftsIn({ home }).open(model.id);
    if (!opened.ok) throw new Error(opened.failure.detail);
    const kept = JSON.stringify(opened.value.story.body);
    const last = JSON.stringify(model.body).match(/ắ1[56]\d/g) ?? [];
    expect(last.length).toBeGreaterThan(0);
    for (const words of last) expect(kept).toContain(words);
    expect(opened.value.notices).toMatchObject([{ code: 'drafts.recovered-in-part' }]);
  });

  it('touches nothing where not one record can be read', async () => {
    const { home, model } = await written(7, 'closed');
    const folder = storyFolder(home, model.id);
    const names = await readdir(folder);
    for (const name of names) await writeFile(`${folder}/${name}`, 'not a record');
    const opened = await draftsIn({ home }).open(model.id);
    expect(opened).toMatchObject({ ok: false, failure: { code: 'drafts.unreadable', about: { story: model.id } } });
    expect(await readdir(folder)).toEqual(names);
  });
});
