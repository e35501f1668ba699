import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openMediaStore } from '../../electron/services/media.ts';
import { MAX_PICTURE_BYTES } from '../../src/ipc/calls/media.ts';
import { faultyDisk } from './faulty-disk.ts';
import { newHome } from './folder.ts';
import { avif, bmp, gif, jpeg, png, svg, tiff, webp } from './pictures.ts';

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const good: [string, Buffer, string, string][] = [
  ['bridge.jpg', jpeg(640, 480), 'image/jpeg', 'jpg'],
  ['map.png', png(31, 17), 'image/png', 'png'],
  ['rain.gif', gif(12, 9), 'image/gif', 'gif'],
  ['river.webp', webp(800, 600), 'image/webp', 'webp'],
  ['dyke.avif', avif(1024, 768), 'image/avif', 'avif'],
];

describe('a picture that is one', () => {
  it.each(good)('is kept as it came: %s', async (name, bytes, type, extension) => {
    const home = await newHome();
    const media = openMediaStore({ home });
    const added = await media.add(name, bytes);
    const id = hash(bytes);
    expect(added).toMatchObject({ ok: true, value: { id, file: { type, name, bytes: bytes.length } } });
    expect(await readFile(join(home, 'media', id.slice(0, 2), `${id}.${extension}`))).toEqual(bytes);
    expect(await media.read(id)).toEqual(bytes);
    expect(await media.show(id)).toEqual({ bytes, type });
  });

  it.each([
    ['bridge.jpg', jpeg(640, 480), 640, 480],
    ['map.png', png(31, 17), 31, 17],
    ['rain.gif', gif(12, 9), 12, 9],
    ['river.webp', webp(800, 600), 800, 600],
    ['dyke.avif', avif(1024, 768), 1024, 768],
  ])('says how large it is: %s', async (name, bytes, width, height) => {
    expect(await openMediaStore({ home: await newHome() }).add(name, bytes)).toMatchObject({
      value: { file: { width, height } },
    });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is measured as it is shown, EXIF orientation %i', async (orientation) => {
    const added = await openMediaStore({ home: await newHome() }).add('phone.jpg', jpeg(640, 480, orientation));
    const [width, height] = orientation > 4 ? [480, 640] : [640, 480];
    expect(added).toMatchObject({ ok: true, value: { file: { width, height } } });
  });

  it('is told by its content, not by its name', async () => {
    const added = await openMediaStore({ home: await newHome() }).add('photo.txt', jpeg(6, 4));
    expect(added).toMatchObject({ ok: true, value: { file: { type: 'image/jpeg', name: 'photo.txt' } } });
  });

  it('is kept once, however often and under whatever name it comes', async () => {
    const home = await newHome();
    const media = openMediaStore({ home });
    await Promise.all(['a.png', 'b.png', 'c.png'].map((name) => media.add(name, png(5, 5))));
    await media.add('d.png', png(5, 5));
    const names = await readdir(join(home, 'media', hash(png(5, 5)).slice(0, 2)));
    expect(names).toEqual([`${hash(png(5, 5))}.png`]);
  });
});

describe('a file that is no picture, or not one that is taken', () => {
  const refused: [string, Uint8Array, string, object][] = [
    ['notes.jpg', Buffer.from('Nước sông lên nhanh.'), 'media.not-a-picture', {}],
    ['empty.png', new Uint8Array(), 'media.not-a-picture', {}],
    ['zeros.jpg', Buffer.alloc(5000), 'media.not-a-picture', {}],
    ['film.mp4', avif(10, 10, 'isom').fill(0, 16, 24), 'media.not-a-picture', {}],
    ['page.svg.png', Buffer.from('<!doctype html><p>no svg here</p>'), 'media.not-a-picture', {}],
    ['phone.heic', avif(10, 10, 'heic'), 'media.unsupported', { type: 'HEIC' }],
    ['scan.tif', tiff(), 'media.unsupported', { type: 'TIFF' }],
    ['map.svg', svg(), 'media.unsupported', { type: 'SVG' }],
    ['old.bmp', bmp(), 'media.unsupported', { type: 'BMP' }],
    ['layers.psd', Buffer.from('8BPS and more of it'), 'media.unsupported', { type: 'PSD' }],
    ['bomb.png', png(100_000, 100_000), 'media.too-large', { limit: 250, size: 10_000, unit: 'megapixels' }],
    ['zero.png', png(0, 10), 'media.not-a-picture', {}],
    [
      'huge.jpg',
      Buffer.concat([jpeg(6, 4), Buffer.alloc(MAX_PICTURE_BYTES)]),
      'media.too-large',
      { limit: 100, size: 101, unit: 'MB' },
    ],
  ];
  it.each(refused)('%s is refused by name, and nothing of it kept', async (file, bytes, code, about) => {
    const home = await newHome();
    const added = await openMediaStore({ home }).add(file, bytes);
    expect(added).toMatchObject({ ok: false, failure: { code, about: { file, ...about } } });
    expect(await readdir(home)).toEqual([]);
  });

  it('says which types are taken', async () => {
    const added = await openMediaStore({ home: await newHome() }).add('phone.heic', avif(10, 10, 'heic'));
    expect(added).toMatchObject({ failure: { about: { formats: 'JPEG, PNG, WebP, GIF, AVIF' } } });
  });

  it.each(good)('%s, cut anywhere, is refused', async (file, bytes) => {
    const media = openMediaStore({ home: await newHome() });
    for (let length = 0; length < bytes.length; length++) {
      expect(await media.add(file, bytes.subarray(0, length)), `${length} of ${bytes.length} bytes`).toMatchObject({
        ok: false,
        failure: { code: 'media.not-a-picture', about: { file } },
      });
    }
  });

  it('refuses a hundred million bytes of nonsense behind a good beginning within a second', async () => {
    const media = openMediaStore({ home: await newHome() });
    const nonsense = Buffer.concat([jpeg(6, 4).subarray(0, 30), Buffer.alloc(100_000_000, 0x41)]);
    const before = performance.now();
    expect(await media.add('slow.jpg', nonsense)).toMatchObject({ failure: { code: 'media.not-a-picture' } });
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('the media folder', () => {
  it('tells a picture that is not there, whatever it is called', async () => {
    const media = openMediaStore({ home: await newHome() });
    for (const id of ['0'.repeat(64), '../../etc/passwd', '']) {
      expect([await media.has(id), await media.find(id), await media.read(id), await media.show(id)]).toEqual([
        false,
        null,
        null,
        null,
      ]);
    }
  });

  it('does not give out a picture that was changed on disk, and takes it again, keeping the other aside', async () => {
    const home = await newHome();
    const media = openMediaStore({ home });
    const bytes = png(9, 9);
    await media.add('a.png', bytes);
    const found = await media.find(hash(bytes));
    await writeFile(found?.path ?? '', 'something else');
    expect(await media.read(hash(bytes))).toBe(null);
    await media.add('a.png', bytes);
    expect(await media.read(hash(bytes))).toEqual(bytes);
    const names = await readdir(join(home, 'media', hash(bytes).slice(0, 2)));
    expect(names.sort()).toEqual([`${hash(bytes)}.png`, `${hash(bytes)}.png.damaged-1`]);
  });

  it.each([
    ['ENOSPC', 'media.disk-full'],
    ['EROFS', 'media.read-only'],
    ['EIO', 'media.write-failed'],
  ])('names the file when the disk refuses it (%s), and takes it later', async (code, want) => {
    const disk = faultyDisk();
    const media = openMediaStore({ home: await newHome(), disk });
    disk.fault = { code, on: ['write', 'sync', 'rename'] };
    expect(await media.add('a.png', png(3, 3))).toMatchObject({
      ok: false,
      failure: { code: want, about: { file: 'a.png' } },
    });
    expect(await media.has(hash(png(3, 3)))).toBe(false);
    disk.fault = null;
    expect(await media.add('a.png', png(3, 3))).toMatchObject({ ok: true });
  });
});
