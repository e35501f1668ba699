import { expect, it } from 'vitest';
import { Pack } from '../../../electron/services/history/pack.ts';
import type { Version } from '../../../src/versions/index.ts';
import { dice } from '../drafts/typist.ts';
import { newHome } from '../folder.ts';
import { unsyncedDisk as disk } from '../unsynced-disk.ts';

const version: Version = {
  hash: 'a'.repeat(64),
  parents: [],
  at: '2026-03-01T10:31:07Z',
  by: '',
  kind: 'saved',
  words: 1,
};

/** A text of that many lines of numbers, in which two copies share whatever nobody changed. */
const linesOf = (count: number, random: () => number): string[] =>
  Array.from({ length: count }, () => `${random()} ${random()}`);

it.each([1, 2, 3, 4])(
  'gives every version back exactly, whatever was added, named and let go of (dice %i)',
  async (seed) => {
    const folder = await newHome();
    const random = dice(seed);
    const lines = linesOf(60, random);
    const model = new Map<number, string>();
    const labels = new Map<number, string>();
    let pack = new Pack(disk, folder, 1);
    const check = async (): Promise<void> => {
      expect(pack.records.map(({ n }) => n)).toEqual([...model.keys()]);
      for (const [n, text] of model) expect(Buffer.from((await pack.content(n)) ?? []).toString()).toBe(text);
      for (const { n, version } of pack.records) expect(version.label).toBe(labels.get(n));
    };
    for (let n = 1; n <= 90; n++) {
      // Now and then all of it is another, as after a paste.
      if (random() < 0.05) lines.splice(0, lines.length, ...linesOf(60, random));
      else lines[Math.floor(random() * lines.length)] = `${random()}`;
      const content = Buffer.from(lines.join('\n'));
      expect(await pack.add({ n, version, seq: n, isForeign: false, kept: [], content })).toMatchObject({ n });
      model.set(n, content.toString());
      if (random() < 0.2) {
        const named = [...model.keys()][Math.floor(random() * model.size)] ?? n;
        await pack.name(named, `Bản ${n}`);
        labels.set(named, `Bản ${n}`);
      }
      if (random() < 0.2) {
        const dropped = new Set([...model.keys()].filter((one) => one !== n && random() < 0.4));
        await pack.drop(dropped);
        for (const one of dropped) model.delete(one);
      }
      if (random() < 0.2) {
        pack = await Pack.open(disk, folder, 1, false);
        expect(pack.missing).toEqual([]);
        await check();
      }
    }
    await check();
    await pack.drop(new Set(model.keys()));
    expect(await disk.list(folder)).toEqual([]);
  },
);
