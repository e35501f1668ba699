import { readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { frameValue, looksTorn, scan } from '../../../electron/services/drafts/frame.ts';
import { storyFolder } from '../../../electron/services/drafts/layout.ts';
import { newHome } from '../folder.ts';
import { draftsIn } from './drafts-in.ts';
import { startingStory } from './typist.ts';

async function everyByte(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name) => `${name} ${await readFile(`${folder}/${name}`, 'hex')}`));
}

describe('a story of a newer Copydesk', () => {
  it.each([
    [
      'its text',
      'snap.2',
      (record: Record<string, unknown>) => ({ ...record, story: { ...(record['story'] as object), schema: 2 } }),
    ],
    ['its log', 'log.2', (record: Record<string, unknown>) => ({ ...record, schema: 2 })],
    ['its files', 'snap.2', (record: Record<string, unknown>) => ({ ...record, format: 2 })],
  ])('is refused and not touched: %s', async (_, name, newer) => {
    const home = await newHome();
    const story = startingStory();
    await draftsIn({ home }).create(story);
    const folder = storyFolder(home, story.id);
    const [first, ...rest] = scan(await readFile(`${folder}/${name}`));
    const records = [newer(first?.value as Record<string, unknown>), ...rest.map(({ value }) => value)];
    await writeFile(`${folder}/${name}`, Buffer.concat(records.map(frameValue)));
    const before = await everyByte(folder);
    const store = draftsIn({ home });
    expect(await store.open(story.id)).toMatchObject({ ok: false, failure: { code: 'story.newer' } });
    const change = await store.change(story.id, 1, { blocks: {}, fields: { headline: 'Không' } });
    expect(change).toMatchObject({ ok: false, failure: { code: 'story.newer' } });
    await store.closeAll();
    expect(await everyByte(folder)).toEqual(before);
  });
});

describe('a record that was cut short by a crash', () => {
  it.each([
    ['in its header', (record: Uint8Array) => record.subarray(0, 9)],
    ['in its text', (record: Uint8Array) => record.subarray(0, record.length - 5)],
    [
      'with room that was never filled',
      (record: Uint8Array) => Buffer.concat([record.subarray(0, 40), Buffer.alloc(200)]),
    ],
  ])('%s: nobody is bothered with it', async (_, cut) => {
    const home = await newHome();
    const story = startingStory();
    const left = draftsIn({ home });
    await left.create(story);
    await left.change(story.id, 1, { blocks: {}, fields: { headline: 'Một' } });
    const log = `${storyFolder(home, story.id)}/log.2`;
    const torn = frameValue({ seq: 2, at: story.updatedAt, change: { blocks: {}, fields: { headline: 'Chưa xong' } } });
    await writeFile(log, Buffer.concat([await readFile(log), cut(torn)]));
    const store = draftsIn({ home });
    expect(await store.open(story.id)).toMatchObject({
      ok: true,
      value: { seq: 1, notices: [], story: { headline: 'Một' } },
    });
    expect(await store.change(story.id, 2, { blocks: {}, fields: { headline: 'Hai' } })).toMatchObject({ ok: true });
    await store.closeAll();
    const again = await draftsIn({ home }).open(story.id);
    expect(again).toMatchObject({ ok: true, value: { seq: 2, notices: [], story: { headline: 'Hai' } } });
    expect((await readdir(storyFolder(home, story.id))).some((name) => name.includes('damaged'))).toBe(false);
  });
});

describe('framed records', () => {
  it('are found again behind bytes that make no sense', () => {
    const [one, two] = [frameValue({ n: 1 }), frameValue({ n: 2 })];
    const file = Buffer.concat([one, Buffer.from('÷CD1 rubbish'), two]);
    expect(scan(file).map(({ value }) => value)).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('are not believed with one letter changed', () => {
    const record = Buffer.from(frameValue({ text: 'Thủ tướng' }));
    record[record.indexOf('T')] = 0x54 ^ 1;
    expect(scan(record)).toEqual([]);
    expect(looksTorn(record)).toBe(false);
  });
});
