import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { avif, jpeg, png, svg } from '../host/pictures.ts';
import { movingPng, solidPng } from '../host/real-png.ts';
import { launchCopydesk, newFolder, type Copydesk } from './launch.ts';
import { openStoryOf, outline, paragraphs, savedStory } from './newsroom.ts';
import { quarteredPicture, quartersOf } from './photo-pixels.ts';

const PICTURES = fileURLToPath(new URL('../fixtures/pictures', import.meta.url));
const fixture = (name: string): Promise<Buffer> => readFile(join(PICTURES, name));

let copydesk: Copydesk;
let id: string;
let count = 0;

beforeAll(async () => {
  copydesk = await launchCopydesk();
  await copydesk.page.getByRole('listbox', { name: 'Stories' }).waitFor();
});

beforeEach(async () => {
  id = await openStoryOf(copydesk.page, `Ảnh lạ ${++count}`, paragraphs(2));
});

async function insert(name: string, bytes: Uint8Array): Promise<void> {
  const path = join(newFolder(), name);
  await writeFile(path, bytes);
  const chooser = copydesk.page.waitForEvent('filechooser');
  await copydesk.page.getByRole('button', { name: 'Insert photo' }).click();
  await (await chooser).setFiles(path);
}

const story = () => savedStory(copydesk.page, id);
const body = async () => (await story()).body.map((block) => block.type);
const type = async () => Object.values((await story()).media).map((file) => file.type);
const shown = () => copydesk.page.locator('.photo-image img');
const widths = () => shown().evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth));

/** The colours on the screen in the middle of the picture's left and right half, each part within 12 of what is wanted. */
async function halves(): Promise<number[][]> {
  await shown().first().scrollIntoViewIfNeeded();
  const screen = await shown().first().screenshot();
  return copydesk.page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
    context.drawImage(picture, 0, 0);
    const at = (x: number): number[] => [
      ...context.getImageData(x * picture.width, picture.height / 2, 1, 1).data.slice(0, 3),
    ];
    return [at(0.25), at(0.75)];
  }, screen.toString('base64'));
}
const near = (...colour: number[]) => colour.map((part) => expect.closeTo(part, -1.38) as number);

/** The pictures of the story as a web page with pictures, as they were written. */
async function exported(): Promise<Buffer[]> {
  const { page, app } = copydesk;
  const out = join(newFolder(), 'out');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, out);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Web page with pictures (folder)' }).click();
  const names = () => readdir(join(out, 'media')).catch(() => []);
  await expect.poll(async () => (await names()).length, { timeout: 30_000 }).toBeGreaterThan(0);
  return Promise.all((await names()).map((name) => readFile(join(out, 'media', name))));
}

const SCRIPT = svg().toString().replace('<path', '<script>alert(1)</script><path');
const MIDDLE = 0.6;
const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length * MIDDLE));

describe('a file that is no picture to be had', () => {
  test.each<[string, string, () => Buffer | Promise<Buffer>, string]>([
    ['SVG with a script', 've.svg', () => Buffer.from(SCRIPT), 'SVG'],
    ['SVG with a script that calls itself a JPEG', 've.jpg', () => Buffer.from(SCRIPT), 'SVG'],
    [
      'a page that calls itself a JPEG',
      'trang.jpg',
      () => Buffer.from('<!doctype html><script>alert(1)</script>'),
      'is not a picture',
    ],
    ['HEIC from a telephone', 'iphone.heic', () => avif(4032, 3024, 'heic'), 'HEIC'],
    ['HEIC that calls itself a JPEG', 'iphone.jpg', () => avif(4032, 3024, 'heic'), 'HEIC'],
    ['a JPEG cut short', 'dut.jpg', () => jpeg(640, 480).subarray(0, -6), 'is not a picture'],
    ['a PNG cut short', 'dut.png', () => half(solidPng(640, 480)), 'is not a picture'],
    ['a WebP cut short', 'dut.webp', async () => half(await fixture('moving.webp')), 'is not a picture'],
    ['a GIF cut short', 'dut.gif', async () => half(await fixture('moving.gif')), 'is not a picture'],
    ['an AVIF cut short', 'dut.avif', async () => half(await fixture('still.avif')), 'is not a picture'],
    ['a JPEG whose pixels are none', 'rong.jpg', () => jpeg(640, 480), 'is not a picture'],
    ['an AVIF whose pixels are none', 'rong.avif', () => avif(640, 480), 'is not a picture'],
    ['an empty file', 'trong.jpg', () => Buffer.alloc(0), 'is not a picture'],
    ['a bomb: a small file of a thousand megapixels', 'bom.png', () => png(32_000, 32_000), 'is too large'],
  ])('%s is told and left out; the story stays as it is', async (_, name, make, message) => {
    const before = await story();
    await insert(name, await make());
    await copydesk.page.getByRole('alert').filter({ hasText: name }).filter({ hasText: message }).waitFor();
    expect(await body()).toEqual(['paragraph', 'paragraph']);
    const after = await story();
    expect([after.body, after.media]).toEqual([before.body, before.media]);
  });

  test('a good one beside bad ones comes in all the same; what was told is put away at once', async () => {
    const { page } = copydesk;
    // A dozen messages by now, and they left the bar and the text within reach.
    await page.getByRole('button', { name: 'Dismiss all' }).click();
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    const folder = newFolder();
    const files: string[] = [];
    for (const [name, bytes] of [
      ['a.svg', Buffer.from(SCRIPT)],
      ['b.png', solidPng(320, 200)],
      ['c.heic', avif(10, 10, 'heic')],
    ] as const) {
      files.push(join(folder, name));
      await writeFile(join(folder, name), bytes);
    }
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Insert photo' }).click();
    await (await chooser).setFiles(files);
    await page.getByRole('alert').filter({ hasText: 'a.svg' }).waitFor();
    await page.getByRole('alert').filter({ hasText: 'c.heic' }).waitFor();
    await expect.poll(body).toEqual(['paragraph', 'paragraph', 'figure', 'paragraph']);
  });
});

describe('a picture of a rare kind', () => {
  test('with 16 bits a channel is shown in its colours', async () => {
    await insert('sau.png', solidPng(320, 200, { bits: 16, colour: [200, 40, 120] }));
    await expect.poll(widths).toEqual([320]);
    await expect.poll(halves).toEqual([near(200, 40, 120), near(200, 40, 120)]);
  });

  test('in four inks is shown in its colours, and leaves in them', async () => {
    await insert('bonmau.jpg', await fixture('cmyk.jpg'));
    await expect.poll(widths).toEqual([160]);
    // As ImageMagick turns the same inks into sRGB.
    await expect.poll(halves).toEqual([near(192, 32, 32), near(32, 64, 192)]);
    for (const file of await exported())
      expect((await quartersOf(copydesk.page, file)).colours).toEqual(['red', 'blue', 'red', 'blue']);
  });

  test.each<[string, string, string, () => Promise<Buffer>]>([
    ['a JPEG that calls itself a PNG', 'nham.png', 'image/jpeg', () => quartered('image/jpeg')],
    ['a PNG that calls itself a JPEG', 'nham.jpg', 'image/png', () => quartered('image/png')],
    ['a WebP that calls itself a JPEG', 'mang.jpg', 'image/webp', () => quartered('image/webp')],
  ])('%s is what it is', async (_, name, is, make) => {
    await insert(name, await make());
    await expect.poll(widths).toEqual([200]);
    expect(await type()).toEqual([is]);
  });

  const quartered = (form: string) => quarteredPicture(copydesk.page, { width: 200, height: 100, type: form });
  const frames = (bytes: Buffer, mark: string): number => bytes.toString('latin1').split(mark).length - 1;

  test.each<[string, string, () => Promise<Buffer>, string, number]>([
    ['GIF', 'dong.gif', () => fixture('moving.gif'), '\x21\xf9\x04', 2],
    ['WebP', 'dong.webp', () => fixture('moving.webp'), 'ANMF', 2],
    [
      'PNG',
      'dong.png',
      () =>
        Promise.resolve(
          movingPng(160, 120, [
            [200, 0, 0],
            [0, 0, 200],
          ]),
        ),
      'fcTL',
      2,
    ],
  ])('that moves, a %s, leaves with every frame', async (_, name, make, mark, wanted) => {
    const bytes = await make();
    expect(frames(bytes, mark)).toBe(wanted);
    await insert(name, bytes);
    await expect.poll(async () => (await widths()).length).toBe(1);
    const files = await exported();
    expect(files.map((file) => frames(file, mark))).toEqual([wanted]);
  });

  test('of 100 megapixels is shown as a copy of a size for the screen', { timeout: 120_000 }, async () => {
    await insert('lon.png', solidPng(10_000, 10_000));
    await expect.poll(widths, { timeout: 90_000 }).toEqual([1600]);
    await expect.poll(body).toEqual(['paragraph', 'paragraph', 'figure', 'paragraph']);
  });

  test('damaged within its pixels is shown or told, and the window goes on', { timeout: 60_000 }, async () => {
    const { page } = copydesk;
    const good = await quarteredPicture(page, { width: 1200, height: 800 });
    const lines = outline(await story());
    for (const at of [0.2, 0.5, 0.8]) {
      const bytes = Buffer.from(good);
      bytes.fill(0x5a, Math.floor(bytes.length * at), Math.floor(bytes.length * at) + 64);
      const name = `hong-${at * 10}.jpg`;
      const figures = (await body()).filter((block) => block === 'figure').length;
      await insert(name, bytes);
      const isTold = () => page.getByRole('alert').filter({ hasText: name }).count();
      await expect
        .poll(async () => (await body()).filter((block) => block === 'figure').length - figures + (await isTold()))
        .toBe(1);
    }
    expect(outline(await story())).toEqual(expect.arrayContaining(lines));
  });
});
