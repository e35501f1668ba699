import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../../electron/cli/run.ts';
import { decodePicture, encodePicture } from '../../../electron/services/pictures/codecs.ts';
import { inspectPicture } from '../../../electron/services/pictures/inspect.ts';
import { writePackage } from '../../../src/package/index.ts';
import type { Pixels } from '../../../src/picture/scale.ts';
import { createPhoto, createStory } from '../../../src/story/create.ts';
import type { Photo } from '../../../src/story/schema.ts';
import { readyExiftool, tagged, tagsOf } from './exiftool.ts';

beforeAll(readyExiftool, 120_000);

const PICTURES = fileURLToPath(new URL('../../fixtures/pictures', import.meta.url));

/** Four fields: red, green above blue, white. */
function fields(width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  const colours = [
    [220, 30, 30],
    [30, 200, 30],
    [30, 30, 220],
    [250, 250, 250],
  ];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const colour = colours[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)] ?? [];
      data.set([...colour, 255], (y * width + x) * 4);
    }
  return { width, height, data };
}

function nameOf([red = 0, green = 0, blue = 0]: readonly number[]): string {
  if (Math.min(red, green, blue) > 180) return 'white';
  return red > 150 ? 'red' : green > 150 ? 'green' : blue > 150 ? 'blue' : `${red},${green},${blue}`;
}

/** The colours in the middle of a picture's quarters, row by row, and its size. */
async function quarters(bytes: Uint8Array): Promise<{ size: string; colours: string[] }> {
  const picture = await decodePicture(bytes);
  if (!picture) throw new Error('not decoded');
  const { width, height, data } = picture;
  const at = (x: number, y: number): string => {
    const place = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
    return nameOf([...data.subarray(place, place + 3)]);
  };
  return {
    size: `${width}x${height}`,
    colours: [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)],
  };
}

/** Exports a story with this photo by the command line, as a folder; answers what it said and the pictures. */
async function exported(
  bytes: Uint8Array,
  photo: Partial<Photo>,
  ...more: string[]
): Promise<{ code: number; said: string; pictures: Map<string, Buffer> }> {
  const folder = await mkdtemp(join(process.env['COPYDESK_TEST_FOLDER'] ?? tmpdir(), 'made-'));
  const inspected = inspectPicture('anh', bytes);
  if (!inspected.ok) throw new Error(inspected.failure.code);
  const media = createHash('sha256').update(bytes).digest('hex');
  const story = createStory({
    language: 'vi',
    headline: 'Lũ về',
    body: [{ type: 'figure', id: 'figure001', photos: [createPhoto({ ...photo, media })] }],
    media: { [media]: inspected.value.file },
  });
  const made = await writePackage({ story, media: () => bytes });
  if (!made.ok) throw new Error(made.failure.code);
  const file = join(folder, 'lu.story');
  await writeFile(file, made.value);
  let said = '';
  const hear = (text: string): void => void (said += text);
  const out = join(folder, 'out');
  const room = { out: hear, error: hear, environment: {} };
  const code = await runCli(['export', file, '--to', 'html', '--out', out, ...more], room);
  const names = await readdir(join(out, 'media')).catch(() => []);
  const pictures = new Map<string, Buffer>();
  for (const name of names) pictures.set(name, await readFile(join(out, 'media', name)));
  return { code, said, pictures };
}

const jpegs = (pictures: Map<string, Buffer>): Buffer[] =>
  [...pictures].filter(([name]) => name.endsWith('.jpg')).map(([, bytes]) => bytes);

describe('the command line, without a window', () => {
  test('crops as the window does: each width as JPEG and WebP, with the fields and without the camera', async () => {
    const plain = await encodePicture(fields(1600, 800), 'image/jpeg');
    const bytes = await tagged(plain, ['-EXIF:SerialNumber=SN-4711', '-EXIF:GPSLatitude=18.67']);
    const photo: Partial<Photo> = {
      caption: [{ text: 'Nước lũ dâng cao' }],
      alt: 'Cầu ngập',
      credit: 'Lê Hà/TTXVN',
      crop: { x: 0.5, y: 0, width: 0.5, height: 1 },
    };
    const { code, pictures } = await exported(bytes, photo);
    expect(code).toBe(0);
    const endings = [...pictures.keys()].map((name) => name.split('.').at(-1));
    expect(endings.sort()).toEqual(['jpg', 'jpg', 'webp', 'webp']);
    const seen = await Promise.all([...pictures.values()].map(quarters));
    expect(seen.map(({ size }) => size).sort()).toEqual(['640x640', '640x640', '800x800', '800x800']);
    for (const { colours } of seen) expect(colours).toEqual(['green', 'green', 'white', 'white']);
    for (const picture of pictures.values()) {
      const tags = await tagsOf(picture);
      expect(tags).toMatchObject({
        'XMP-dc:Description': 'Nước lũ dâng cao',
        'XMP-photoshop:Credit': 'Lê Hà/TTXVN',
        'XMP-iptcCore:AltTextAccessibility': 'Cầu ngập',
      });
      expect(JSON.stringify(tags)).not.toMatch(/4711|GPS/);
    }
    const kept = await exported(bytes, photo, '--set', 'camera=true');
    for (const picture of jpegs(kept.pictures))
      expect(await tagsOf(picture)).toMatchObject({ 'ExifIFD:SerialNumber': 'SN-4711' });
  });

  test.each([
    ['as it stands in the file', 1, undefined, '640x320', ['red', 'green', 'blue', 'white']],
    ['turned by its photo', 1, 90, '320x640', ['blue', 'red', 'white', 'green']],
    ['as its EXIF says', 6, undefined, '320x640', ['blue', 'red', 'white', 'green']],
    ['as its EXIF says, and turned by its photo', 6, 180, '320x640', ['green', 'white', 'red', 'blue']],
    ['mirrored as its EXIF says', 2, undefined, '640x320', ['green', 'red', 'white', 'blue']],
  ] as const)('shows a picture %s', async (_, orientation, rotation, size, colours) => {
    const plain = await encodePicture(fields(640, 320), 'image/jpeg');
    const bytes = await tagged(plain, [`-EXIF:Orientation#=${orientation}`]);
    const { pictures } = await exported(bytes, { ...(rotation && { rotation }) });
    expect(await Promise.all([...pictures.values()].map(quarters))).toEqual([
      { size, colours },
      { size, colours },
    ]);
  });

  test('keeps the colour profile of the original in every copy', async () => {
    const profile = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), Buffer.alloc(3000, 7)]);
    const plain = Buffer.from(await encodePicture(fields(800, 400), 'image/jpeg'));
    const length = Buffer.from([(profile.length + 2) >> 8, (profile.length + 2) & 255]);
    const bytes = Buffer.concat([plain.subarray(0, 2), Buffer.from([0xff, 0xe2]), length, profile, plain.subarray(2)]);
    const { pictures } = await exported(bytes, { crop: { x: 0, y: 0, width: 1, height: 0.5 } });
    expect(pictures.size).toBe(4);
    for (const picture of pictures.values()) {
      expect(picture.includes(Buffer.alloc(3000, 7))).toBe(true);
      expect((await quarters(picture)).colours).toEqual(['red', 'green', 'red', 'green']);
    }
  });

  test('lets a picture that moves, and one in four inks, leave as it came', async () => {
    for (const name of ['moving.gif', 'moving.webp', 'cmyk.jpg']) {
      const { code, pictures } = await exported(await readFile(join(PICTURES, name)), { alt: 'x' });
      expect([name, code, pictures.size]).toEqual([name, 0, 1]);
    }
  });

  test('refuses to show more of a photo than was chosen, where it cannot crop it', async () => {
    const { code, said } = await exported(await readFile(join(PICTURES, 'moving.gif')), {
      crop: { x: 0, y: 0, width: 0.5, height: 1 },
    });
    expect(code).toBe(1);
    expect(said).toContain('crop');
  });
});
