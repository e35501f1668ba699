import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { jpeg, png, svg } from '../host/pictures.ts';
import { launchCopydesk, newFolder, type Copydesk } from './launch.ts';
import { openStoryOf, paragraphs, savedStory } from './newsroom.ts';

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

const body = async () => (await savedStory(copydesk.page, id)).body.map((block) => block.type);
const widths = () =>
  copydesk.page
    .locator('.photo-image img')
    .evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth));

/** A PNG of one colour with this many bits a channel, whose rows really are there. */
function solid(width: number, height: number, bits: 8 | 16, extra: Buffer = Buffer.alloc(0)): Buffer {
  const u32 = (n: number): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(n);
    return bytes;
  };
  const chunk = (type: string, data: Buffer): Buffer => {
    const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    return Buffer.concat([u32(data.length), content, u32(crc32(content))]);
  };
  const rows = Buffer.alloc(height * (1 + (width * 3 * bits) / 8));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from([bits, 2, 0, 0, 0])])),
    extra,
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a strange file', () => {
  test.each([
    ['SVG with a script', 've.svg', svg(), 'SVG'],
    [
      'a page that calls itself a JPEG',
      'trang.jpg',
      Buffer.from('<!doctype html><script>alert(1)</script>'),
      'is not a picture',
    ],
    ['a JPEG cut short', 'dut.jpg', jpeg(640, 480).subarray(0, -6), 'is not a picture'],
    ['a JPEG whose pixels are none', 'rong.jpg', jpeg(640, 480), 'is not a picture'],
    ['a bomb: a small file of a thousand megapixels', 'bom.png', png(32_000, 32_000), 'is too large'],
  ])('%s is told and left out; the story stays as it is', async (_, name, bytes, message) => {
    await insert(name, bytes);
    await copydesk.page.getByRole('alert').filter({ hasText: name }).filter({ hasText: message }).waitFor();
    expect(await body()).toEqual(['paragraph', 'paragraph']);
  });

  test('16 bits a channel are shown', async () => {
    await insert('sau.png', solid(320, 200, 16));
    await expect.poll(widths).toEqual([320]);
  });

  test('a JPEG that calls itself a PNG is the JPEG that it is', async () => {
    const bytes = await copydesk.page.evaluate(async () => {
      const canvas = new OffscreenCanvas(200, 100);
      canvas.getContext('2d')!.fillRect(0, 0, 200, 100);
      return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())];
    });
    await insert('nham.png', Uint8Array.from(bytes));
    await expect.poll(widths).toEqual([200]);
    expect(Object.values((await savedStory(copydesk.page, id)).media)).toMatchObject([{ type: 'image/jpeg' }]);
  });

  test('100 megapixels are shown as a copy of a size for the screen', { timeout: 120_000 }, async () => {
    await insert('lon.png', solid(10_000, 10_000, 8));
    await expect.poll(widths, { timeout: 90_000 }).toEqual([1600]);
    await expect.poll(body).toEqual(['paragraph', 'paragraph', 'figure', 'paragraph']);
  });
});
