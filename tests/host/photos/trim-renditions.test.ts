import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RenditionStore } from '../../../electron/services/renditions.ts';
import { trimRenditions } from '../../../electron/services/trim-renditions.ts';
import { newHome } from '../folder.ts';
import { jpeg } from '../pictures.ts';

const media = (n: number): string => String(n).padStart(2, '0').repeat(32);

/** Ten originals with two copies of 1,000 bytes each; number 0 was used longest ago. */
async function tenPhotos(): Promise<string> {
  const home = await newHome();
  for (let n = 0; n < 10; n++) {
    const folder = join(home, 'renditions', media(n).slice(0, 2), media(n));
    await mkdir(folder, { recursive: true });
    for (const name of ['view.webp', 'w640.jpg']) {
      await writeFile(join(folder, name), Buffer.alloc(1000));
      await utimes(join(folder, name), 1_700_000_000 + n, 1_700_000_000 + n);
    }
  }
  return home;
}

const left = async (home: string): Promise<string[]> => {
  const pairs = await readdir(join(home, 'renditions'));
  const all = await Promise.all(pairs.map((pair) => readdir(join(home, 'renditions', pair))));
  return all.flat().sort();
};

test('copies of pictures stay while they take no more than they may', async () => {
  const home = await tenPhotos();
  expect(await trimRenditions(home, 20_000)).toBe(0);
  expect(await left(home)).toHaveLength(10);
});

test('of too many, those go that were longest not used, whole photos at a time', async () => {
  const home = await tenPhotos();
  expect(await trimRenditions(home, 16_000)).toBe(8000);
  expect(await left(home)).toEqual([4, 5, 6, 7, 8, 9].map(media));
});

test('a folder without copies is none to be cleared', async () => {
  expect(await trimRenditions(await newHome(), 0)).toBe(0);
});

test('what was cleared is wanted again, and made once', async () => {
  const home = await tenPhotos();
  await trimRenditions(home, 0);
  const store = new RenditionStore(home);
  expect(await store.read(media(9), 'w640.jpg')).toBeNull();
  await store.keep(media(9), 'w640.jpg', jpeg(640, 480));
  expect(await store.read(media(9), 'w640.jpg')).not.toBeNull();
});
