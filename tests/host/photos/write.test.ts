import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { cameraOf, writeDetails } from '../../../src/picture/write/index.ts';
import { readDetails } from '../../../src/picture/read/index.ts';
import { createPhoto } from '../../../src/story/create.ts';
import type { Photo } from '../../../src/story/schema.ts';
import { inspectPicture } from '../../../electron/services/pictures/inspect.ts';
import { gif, jpeg, png, webp } from '../pictures.ts';
import { readyExiftool, shapeOf, tagged, tagsOf, troubleOf } from './exiftool.ts';

beforeAll(readyExiftool, 120_000);

const PICTURES = fileURLToPath(new URL('../../fixtures/pictures', import.meta.url));

const photo: Photo = createPhoto({
  caption: [{ text: 'Cầu ' }, { text: 'Yên Xuân', marks: ['strong'] }, { text: ' ngập <nửa> "nhịp" & chìm' }],
  alt: 'Cầu sắt trong nước lũ',
  credit: 'Lê Hà/TTXVN',
  source: 'Thông tấn xã Việt Nam',
  rights: '© 2026 TTXVN',
  creator: 'Lê Hà, Trần Bình',
  rightsHolder: 'Thông tấn xã Việt Nam',
  usageTerms: 'Chỉ dùng một lần',
  usageExpires: '2026-12-31',
  place: 'Cầu Yên Xuân, Vinh, Nghệ An, Việt Nam',
  takenAt: '2026-11-20T07:15:00+07:00',
  headline: 'Lũ trên sông Lam',
  instructions: 'Bắt buộc ghi nguồn',
  keywords: ['lũ lụt', 'sông Lam'],
  captionWriter: 'MĐ',
  kind: 'ai-generated',
});
const CAPTION = 'Cầu Yên Xuân ngập <nửa> "nhịp" & chìm';
const SECRETS = [
  '-EXIF:GPSLatitude=18.67',
  '-EXIF:GPSLongitude=105.69',
  '-EXIF:SerialNumber=SN-4711',
  '-EXIF:LensSerialNumber=L-99',
  '-XMP-aux:SerialNumber=SN-4711',
  '-XMP-exif:GPSLatitude=18.67',
  '-Comment=ghi chú riêng',
  '-XMP-dc:Description=chú thích cũ',
];

const inXmp = {
  'XMP-dc:Description': CAPTION,
  'XMP-iptcCore:AltTextAccessibility': 'Cầu sắt trong nước lũ',
  'XMP-dc:Creator': ['Lê Hà', 'Trần Bình'],
  'XMP-photoshop:Credit': 'Lê Hà/TTXVN',
  'XMP-photoshop:Source': 'Thông tấn xã Việt Nam',
  'XMP-dc:Rights': '© 2026 TTXVN',
  'XMP-xmpRights:UsageTerms': 'Chỉ dùng một lần',
  'XMP-plus:CopyrightOwner': [{ CopyrightOwnerName: 'Thông tấn xã Việt Nam' }],
  'XMP-plus:LicenseEndDate': '2026:12:31',
  'XMP-iptcCore:Location': 'Cầu Yên Xuân',
  'XMP-photoshop:City': 'Vinh',
  'XMP-photoshop:State': 'Nghệ An',
  'XMP-photoshop:Country': 'Việt Nam',
  'XMP-iptcExt:LocationShown': [
    { Sublocation: 'Cầu Yên Xuân', City: 'Vinh', ProvinceState: 'Nghệ An', CountryName: 'Việt Nam' },
  ],
  'XMP-photoshop:DateCreated': '2026:11:20 07:15:00+07:00',
  'XMP-iptcExt:DigitalSourceType': expect.stringContaining('rained') as string,
};

describe('a picture that leaves', () => {
  test.each([
    ['JPEG', jpeg(1600, 1066)],
    ['PNG', png(640, 480)],
    ['WebP', webp(640, 480)],
  ])('says in XMP what the photo says, as a %s that is still one', async (_, bytes) => {
    const written = writeDetails(
      await tagged(
        bytes,
        SECRETS.filter((tag) => !tag.startsWith('-Comment')),
      ),
      photo,
    );
    expect(await tagsOf(written)).toMatchObject(inXmp);
    expect(await troubleOf(written)).toMatch(/^OK|^$/);
    expect(inspectPicture('x', written)).toMatchObject({ ok: true });
  });

  test('says it in IIM too, for the older programs', async () => {
    expect(await tagsOf(writeDetails(jpeg(640, 480), photo))).toMatchObject({
      'IPTC:CodedCharacterSet': 'UTF8',
      'IPTC:Caption-Abstract': CAPTION,
      'IPTC:By-line': ['Lê Hà', 'Trần Bình'],
      'IPTC:Credit': 'Lê Hà/TTXVN',
      'IPTC:Source': 'Thông tấn xã Việt Nam',
      'IPTC:CopyrightNotice': '© 2026 TTXVN',
      'IPTC:Headline': 'Lũ trên sông Lam',
      'IPTC:Keywords': ['lũ lụt', 'sông Lam'],
      'IPTC:DateCreated': '2026:11:20',
      'IPTC:TimeCreated': '07:15:00+07:00',
      'IPTC:Sub-location': 'Cầu Yên Xuân',
      'IPTC:City': 'Vinh',
      'IPTC:Province-State': 'Nghệ An',
      'IPTC:Country-PrimaryLocationName': 'Việt Nam',
    });
  });

  test.each([
    ['JPEG', jpeg(640, 480, 6), SECRETS],
    ['PNG', png(640, 480), SECRETS],
    ['WebP', webp(640, 480), SECRETS.filter((tag) => !tag.startsWith('-Comment'))],
  ])('tells nothing of the camera, its place or its owner’s notes: %s', async (_, bytes, secrets) => {
    const secret = await tagged(bytes, secrets);
    expect(JSON.stringify(await tagsOf(secret))).toContain('4711');
    const said = JSON.stringify(await tagsOf(writeDetails(secret, photo)));
    for (const word of ['4711', 'GPS', 'L-99', 'riêng', 'cũ']) expect(said).not.toContain(word);
  });

  test.each(['moving.gif', 'moving.webp', 'still.avif'])(
    'tells nothing of its maker as it came, and shows the same: %s',
    async (name) => {
      const plain = await readFile(join(PICTURES, name));
      const secrets = SECRETS.filter((tag) =>
        name.endsWith('gif') ? !tag.startsWith('-EXIF') : !tag.startsWith('-Comment'),
      );
      const secret = await tagged(plain, secrets);
      expect(JSON.stringify(await tagsOf(secret))).toMatch(/4711/);
      const written = writeDetails(secret, photo);
      const said = JSON.stringify(await tagsOf(written));
      for (const word of ['4711', 'GPS', 'L-99', 'riêng', 'cũ']) expect(said).not.toContain(word);
      expect(await troubleOf(written)).toMatch(/^OK|^$/);
      expect(inspectPicture('x', written)).toMatchObject({ ok: true });
      if (!name.endsWith('avif')) expect(await tagsOf(written)).toMatchObject(inXmp);
      const sizes = async (bytes: Uint8Array): Promise<unknown[]> => {
        const { ImageSize, FrameCount, Duration } = await shapeOf(bytes);
        return [ImageSize, FrameCount, Duration];
      };
      expect(await sizes(written)).toEqual(await sizes(plain));
    },
  );

  test('says in an AVIF what its own words left room for', async () => {
    const roomy = await tagged(await readFile(join(PICTURES, 'still.avif')), [
      `-XMP-dc:Description=${'x'.repeat(4000)}`,
    ]);
    expect(await tagsOf(writeDetails(roomy, photo))).toMatchObject(inXmp);
  });

  test.each([
    ['big', 'MM'],
    ['little', 'II'],
  ])(
    'keeps the camera’s own data where that is asked for, and none of its words and previews: %s-endian',
    async (_, order) => {
      const secret = await tagged(jpeg(640, 480, 6), [
        `-ExifByteOrder=${order}`,
        ...SECRETS,
        '-EXIF:Model=Nikon Z9',
        '-EXIF:ExposureTime=1/250',
        '-EXIF:ImageDescription=chú thích cũ',
        '-EXIF:Artist=người cũ',
      ]);
      const upright = await tagsOf(writeDetails(jpeg(640, 480), photo, { camera: cameraOf(secret, true) }));
      expect(upright).toMatchObject({
        'IFD0:Orientation': 'Horizontal (normal)',
        'IFD0:Model': 'Nikon Z9',
        'ExifIFD:SerialNumber': 'SN-4711',
        'ExifIFD:ExposureTime': '1/250',
        'GPS:GPSLatitude': '18 deg 40\' 12.00"',
        'XMP-dc:Description': CAPTION,
      });
      expect(JSON.stringify(upright)).not.toContain('cũ');
      const asItStood = writeDetails(secret, photo, { camera: cameraOf(secret, false) });
      expect(await tagsOf(asItStood)).toMatchObject({ 'IFD0:Orientation': 'Rotate 90 CW' });
      // The made-up camera says less than a real one must; nothing else is wrong.
      const trouble = (await troubleOf(asItStood)).split('\n').slice(1);
      expect(trouble.filter((line) => !line.startsWith('Missing required'))).toEqual([]);
    },
  );

  test('stands as it stood', async () => {
    const written = writeDetails(jpeg(640, 480, 6), photo);
    expect(await tagsOf(written)).toMatchObject({ 'IFD0:Orientation': 'Rotate 90 CW' });
    expect(inspectPicture('x', written)).toMatchObject({ value: { file: { width: 480, height: 640 } } });
  });

  test('keeps its pixels and its colour profile to the byte', async () => {
    const profile = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), Buffer.alloc(200, 7)]);
    const segment = Buffer.concat([Buffer.from([0xff, 0xe2, 0, profile.length + 2]), profile]);
    const plain = jpeg(640, 480);
    const bytes = Buffer.concat([plain.subarray(0, 2), segment, plain.subarray(2)]);
    const written = Buffer.from(writeDetails(bytes, photo));
    expect(written.includes(profile)).toBe(true);
    const scan = plain.subarray(plain.indexOf(Buffer.from([0xff, 0xda])));
    expect(written.subarray(-scan.length)).toEqual(scan);
  });

  test.each([
    ['Vinh', { 'IPTC:City': 'Vinh' }],
    ['tỉnh Nghệ An', { 'IPTC:Province-State': 'tỉnh Nghệ An' }],
    ['Lào', { 'IPTC:Country-PrimaryLocationName': 'Lào' }],
    ['Hà Nội, Việt Nam', { 'IPTC:City': 'Hà Nội', 'IPTC:Country-PrimaryLocationName': 'Việt Nam' }],
    [
      'xóm 3, xã Đông Hải, Thanh Hóa, Thanh Hóa, Vietnam',
      {
        'IPTC:Sub-location': 'xóm 3, xã Đông Hải',
        'IPTC:City': 'Thanh Hóa',
        'IPTC:Province-State': 'Thanh Hóa',
        'IPTC:Country-PrimaryLocationName': 'Vietnam',
      },
    ],
  ])('puts a place into the fields that are for its parts: %s', async (place, wanted) => {
    const tags = Object.entries(await tagsOf(writeDetails(jpeg(640, 480), createPhoto({ place }))));
    expect(Object.fromEntries(tags.filter(([name]) => /^IPTC:(?:Sub-|City|Prov|Country)/.test(name)))).toEqual(wanted);
  });

  test('comes back with the same fields', async () => {
    const { kind, keywords, ...said } = photo;
    const { digitalSourceType, ...read } = readDetails(writeDetails(jpeg(640, 480), photo), 'vi');
    expect(kind).toBe('ai-generated');
    expect(digitalSourceType).toMatch(/trainedAlgorithmicMedia$/);
    expect(read).toEqual({ ...fieldsOf(said), caption: CAPTION, keywords });
  });

  test('is the same bytes each time', () => {
    const once = writeDetails(jpeg(640, 480), photo);
    expect(writeDetails(jpeg(640, 480), photo)).toEqual(once);
    expect(writeDetails(once, photo)).toEqual(once);
  });

  test.each([
    ['broken GIF', gif(64, 48).subarray(0, -3)],
    ['broken JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff])],
    ['broken PNG', png(64, 48).subarray(0, 40)],
    ['empty file', Buffer.alloc(0)],
  ])('is left as it is where it cannot hold words: %s', (_, bytes) => {
    expect(Buffer.from(writeDetails(bytes, photo))).toEqual(bytes);
  });
});

function fieldsOf({ id: _id, media: _media, caption: _caption, ...fields }: Omit<Photo, 'kind' | 'keywords'>): object {
  return fields;
}
