import { expect, it } from 'vitest';
import { openLibrary, type Library } from '../../../electron/services/library.ts';
import { openMediaStore } from '../../../electron/services/media.ts';
import { copyOf, newHome } from '../folder.ts';
import { after, dice, someChange, startingStory, textOf } from './typist.ts';

const MINUTE = 60_000;
const NOON = Date.parse('2026-06-12T12:00:00Z');

const open = (home: string, time: () => number): Promise<Library> =>
  openLibrary({ home, media: openMediaStore({ home }), clock: () => new Date(time()).toISOString() });

it('a clock that is set back, hours and years, costs no change, no version and no order; it is told', async () => {
  const home = await newHome();
  let time = NOON;
  let library = await open(home, () => time);
  let model = startingStory(4);
  const { id } = model;
  await library.create(model);
  const random = dice(5);
  const versions: { hash: string; text: string }[] = [];
  const jumps = [MINUTE, -3 * 60 * MINUTE, MINUTE, -400 * 24 * 60 * MINUTE, MINUTE, -NOON + MINUTE, MINUTE];
  for (let n = 1; n <= 140; n++) {
    const change = someChange(model, random, n);
    model = after(model, change);
    expect(await library.change(id, n, change)).toMatchObject({ ok: true, value: { seq: n } });
    if (n % 20 !== 0) continue;
    const made = await library.versions.make(id, { kind: 'named', label: `Bản ${n}` });
    if (!made.ok) throw new Error(made.failure.detail);
    versions.unshift({ hash: made.value.version.hash, text: textOf(model) });
    time += jumps[n / 20 - 1] ?? 0;
    // As the program finds it after a kill, and after it was closed.
    const killed = await open(await copyOf(home), () => time);
    const found = await killed.open(id);
    expect(found.ok && textOf(found.value.story)).toBe(textOf(model));
    expect(found).toMatchObject({ value: { seq: n, notices: [] } });
    await killed.closeAll();
    if (n % 40 === 0) {
      await library.closeAll();
      library = await open(home, () => time);
    }
  }
  const listed = await library.versions.history.list(id);
  // What has a name stays, in the order in which it was made.
  const named = (listed.ok ? listed.value : []).filter(({ kind }) => kind === 'named');
  expect(named.map(({ hash }) => hash)).toEqual(versions.map(({ hash }) => hash));
  for (const { hash, text } of versions) {
    const read = await library.versions.history.read(id, hash);
    expect(read.ok && textOf(read.value.story)).toBe(text);
  }
  await library.closeAll();

  time = NOON - 60 * MINUTE;
  const other = startingStory(2);
  const before = await open(home, () => NOON);
  await before.create({ ...other, updatedAt: new Date(NOON).toISOString() });
  await before.closeAll();
  const behind = await open(home, () => time);
  expect(behind.notices).toEqual([{ code: 'clock.behind', about: { headline: other.headline } }]);
  expect((await behind.list()).ok).toBe(true);
  await behind.closeAll();
});
