import { beforeAll, describe, expect, test } from 'vitest';
import { fillPhoto } from '../../../src/picture/fill.ts';
import { readDetails } from '../../../src/picture/read/index.ts';
import { createPhoto } from '../../../src/story/create.ts';
import { jpeg, png, webp, gif } from '../pictures.ts';
import { readyExiftool, tagged } from './exiftool.ts';

beforeAll(readyExiftool, 120_000);

const CAPTION = 'Nước lũ dâng cao trên sông Lam, ngập cầu Yên Xuân ở Hưng Nguyên';
const XMP = [
  `-XMP-dc:Description=${CAPTION}`,
  '-XMP-photoshop:Headline=Lũ trên sông Lam',
  '-XMP-dc:Creator=Lê Hà',
  '-XMP-dc:Creator=Trần Bình',
  '-XMP-photoshop:Credit=Lê Hà/TTXVN',
  '-XMP-photoshop:Source=Thông tấn xã Việt Nam',
  '-XMP-dc:Rights=© 2026 TTXVN',
  '-XMP-plus:CopyrightOwnerName=Thông tấn xã Việt Nam',
  '-XMP-xmpRights:UsageTerms=Chỉ dùng một lần, không bán lại',
  '-XMP-plus:LicenseEndDate=2026:12:31',
  '-XMP-iptcCore:Location=Cầu Yên Xuân',
  '-XMP-photoshop:City=Vinh',
  '-XMP-photoshop:State=Nghệ An',
  '-XMP-photoshop:Country=Việt Nam',
  '-XMP-photoshop:DateCreated=2026:11:20 07:15:00+07:00',
  '-XMP-photoshop:Instructions=Bắt buộc ghi nguồn',
  '-XMP-dc:Subject=lũ lụt',
  '-XMP-dc:Subject=sông Lam',
  '-XMP-photoshop:CaptionWriter=MĐ',
  '-XMP-iptcCore:AltTextAccessibility=Cầu sắt chìm một nửa trong nước lũ màu nâu',
  '-XMP-iptcExt:DigitalSourceType=http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
];
const READ = {
  caption: CAPTION,
  headline: 'Lũ trên sông Lam',
  creator: 'Lê Hà, Trần Bình',
  credit: 'Lê Hà/TTXVN',
  source: 'Thông tấn xã Việt Nam',
  rights: '© 2026 TTXVN',
  rightsHolder: 'Thông tấn xã Việt Nam',
  usageTerms: 'Chỉ dùng một lần, không bán lại',
  usageExpires: '2026-12-31',
  place: 'Cầu Yên Xuân, Vinh, Nghệ An, Việt Nam',
  takenAt: '2026-11-20T07:15:00+07:00',
  instructions: 'Bắt buộc ghi nguồn',
  keywords: ['lũ lụt', 'sông Lam'],
  captionWriter: 'MĐ',
  alt: 'Cầu sắt chìm một nửa trong nước lũ màu nâu',
  digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
};

describe('what a file says of its picture', () => {
  test.each([
    ['JPEG', jpeg(1600, 1066)],
    ['PNG', png(640, 480)],
    ['WebP', webp(640, 480)],
    ['GIF', gif(640, 480)],
  ])('is read whole from the XMP of a %s', async (_, bytes) => {
    expect(readDetails(await tagged(bytes, XMP), 'vi')).toEqual(READ);
  });

  const IIM = [
    `-IPTC:Caption-Abstract=${CAPTION}`,
    '-IPTC:Headline=Lũ trên sông Lam',
    '-IPTC:By-line=Lê Hà',
    '-IPTC:Credit=Lê Hà/TTXVN',
    '-IPTC:Source=Thông tấn xã',
    '-IPTC:CopyrightNotice=(c) 2026 TTXVN',
    '-IPTC:City=Vinh',
    '-IPTC:Province-State=Nghệ An',
    '-IPTC:SpecialInstructions=Bắt buộc ghi nguồn',
    '-IPTC:Keywords=lũ lụt',
    '-IPTC:Keywords=sông Lam',
    '-IPTC:Writer-Editor=MĐ',
    '-IPTC:DateCreated=2026:11:20',
    '-IPTC:TimeCreated=07:15:00+07:00',
  ];
  const IIM_READ = {
    caption: CAPTION,
    headline: 'Lũ trên sông Lam',
    creator: 'Lê Hà',
    credit: 'Lê Hà/TTXVN',
    source: 'Thông tấn xã',
    rights: '(c) 2026 TTXVN',
    place: 'Vinh, Nghệ An',
    instructions: 'Bắt buộc ghi nguồn',
    keywords: ['lũ lụt', 'sông Lam'],
    captionWriter: 'MĐ',
    takenAt: '2026-11-20T07:15:00+07:00',
  };

  /** As Windows-1258 has it: the letter with its shape, and then its tone. */
  const toneApart = (text: string): string =>
    text.normalize('NFD').replace(/(\p{L})(\p{M}+)/gu, (_, letter: string, marks: string) => {
      const shape = /[\u0302\u0306\u031b]/u.exec(marks)?.[0] ?? '';
      return (letter + shape).normalize('NFC') + marks.replace(shape, '');
    });

  test('is read from IIM in the old Vietnamese code page', async () => {
    const bytes = await tagged(jpeg(640, 480), ['-charset', 'iptc=Vietnam', ...IIM.map(toneApart)]);
    expect(readDetails(bytes, 'vi')).toEqual(IIM_READ);
  });

  test.each([
    ['UTF-8 that says so (1:90)', ['-charset', 'iptc=utf8', '-IPTC:CodedCharacterSet=UTF8']],
    ['UTF-8 that does not say so', ['-charset', 'iptc=utf8']],
  ])('is read from IIM in %s', async (_, charset) => {
    expect(readDetails(await tagged(jpeg(640, 480), [...charset, ...IIM]), 'vi')).toEqual(IIM_READ);
  });

  test('is read from IIM in the old Western code page, in a story of any language', async () => {
    const bytes = await tagged(jpeg(640, 480), [
      '-charset',
      'iptc=Latin',
      '-IPTC:Caption-Abstract=Où est São João? Perché così',
      '-IPTC:By-line=François Müller',
    ]);
    const read = { caption: 'Où est São João? Perché così', creator: 'François Müller' };
    expect([readDetails(bytes, 'en'), readDetails(bytes, 'vi')]).toEqual([read, read]);
  });

  test('is what the camera wrote, where nobody wrote more', async () => {
    const bytes = await tagged(jpeg(640, 480), [
      '-EXIF:ImageDescription=Chợ nổi Cái Răng',
      '-EXIF:Artist=Lê Hà',
      '-EXIF:Copyright=TTV',
      '-EXIF:DateTimeOriginal=2026:11:20 07:15:00',
      '-EXIF:OffsetTimeOriginal=+07:00',
    ]);
    expect(readDetails(bytes, 'vi')).toEqual({
      caption: 'Chợ nổi Cái Răng',
      creator: 'Lê Hà',
      rights: 'TTV',
      takenAt: '2026-11-20T07:15:00+07:00',
    });
  });

  test('is no camera’s stock phrase and no date of zeroes', async () => {
    const bytes = await tagged(jpeg(640, 480), [
      '-EXIF:ImageDescription=OLYMPUS DIGITAL CAMERA',
      '-EXIF:DateTimeOriginal=0000:00:00 00:00:00',
    ]);
    expect(readDetails(bytes, 'vi')).toEqual({});
  });

  test.each([
    [
      'the fields that desks fill in',
      ['-XMP-photoshop:City=Vinh', '-XMP-iptcExt:LocationShownCity=Huế', '-XMP-iptcExt:LocationCreatedCity=Hà Nội'],
      'Vinh',
    ],
    [
      'the place that is shown, and nothing of the one where it was taken',
      [
        '-XMP-iptcExt:LocationShownCity=Huế',
        '-XMP-iptcExt:LocationCreatedSublocation=Hồ Gươm',
        '-XMP-iptcExt:LocationCreatedCity=Hà Nội',
      ],
      'Huế',
    ],
    [
      'the place where it was taken, where nothing else is said',
      ['-XMP-iptcExt:LocationCreatedSublocation=Hồ Gươm', '-XMP-iptcExt:LocationCreatedCity=Hà Nội'],
      'Hồ Gươm, Hà Nội',
    ],
  ])('has its place from %s', async (_, tags, place) => {
    expect(readDetails(await tagged(jpeg(640, 480), tags), 'vi')).toEqual({ place });
  });

  test('comes from XMP before IIM before EXIF, field by field', async () => {
    const bytes = await tagged(jpeg(640, 480), [
      ...['-charset', 'iptc=utf8'],
      '-XMP-dc:Creator=của XMP',
      '-IPTC:By-line=của IIM',
      '-IPTC:Credit=tín dụng IIM',
      '-EXIF:Artist=của EXIF',
      '-EXIF:Copyright=quyền EXIF',
    ]);
    expect(readDetails(bytes, 'vi')).toEqual({ creator: 'của XMP', credit: 'tín dụng IIM', rights: 'quyền EXIF' });
  });

  test.each([
    ['vi', 'tiếng Việt'],
    ['en-GB', 'English'],
    ['fr', 'mặc định'],
  ])('is said in %s where the file says it in several languages', async (language, caption) => {
    const bytes = await tagged(jpeg(640, 480), [
      '-XMP-dc:Description=mặc định',
      '-XMP-dc:Description-vi=tiếng Việt',
      '-XMP-dc:Description-en=English',
    ]);
    expect(readDetails(bytes, language)).toEqual({ caption });
  });

  test('is composed Vietnamese, whatever wrote it', async () => {
    const bytes = await tagged(jpeg(640, 480), [`-XMP-dc:Description=${CAPTION.normalize('NFD')}`]);
    expect(readDetails(bytes, 'vi')).toEqual({ caption: CAPTION });
  });

  test('is nothing where the metadata is broken off or cut', async () => {
    const whole = await tagged(jpeg(640, 480), XMP);
    for (let end = 0; end < whole.length; end += 97) {
      expect(() => readDetails(whole.subarray(0, end), 'vi')).not.toThrow();
    }
  });
});

describe('a photo that comes in', () => {
  test('takes its empty fields from the file and says which', () => {
    const photo = createPhoto({ credit: 'Đã ghi', alt: '' });
    const filled = fillPhoto(photo, { caption: 'Lũ về', credit: 'TTXVN', creator: 'Lê Hà', alt: 'Cầu' });
    expect(filled).toMatchObject({ caption: [{ text: 'Lũ về' }], credit: 'Đã ghi', creator: 'Lê Hà', alt: 'Cầu' });
    expect(filled.fromFile).toEqual(['caption', 'creator', 'alt']);
  });

  test('is credited to its creator where the file has no credit line', () => {
    expect(fillPhoto(createPhoto({}), { creator: 'Lê Hà' })).toMatchObject({
      credit: 'Lê Hà',
      fromFile: ['credit', 'creator'],
    });
  });

  test('is left alone by a file that says nothing', () => {
    const photo = createPhoto({ alt: 'Cầu' });
    expect(fillPhoto(photo, {})).toBe(photo);
  });

  test.each([
    ['trainedAlgorithmicMedia', 'ai-generated'],
    ['compositeWithTrainedAlgorithmicMedia', 'ai-generated'],
    ['compositeCapture', 'composite'],
    ['digitalCapture', undefined],
  ])('of the source type %s is marked as %s', (code, kind) => {
    const digitalSourceType = `http://cv.iptc.org/newscodes/digitalsourcetype/${code}`;
    expect(fillPhoto(createPhoto({}), { digitalSourceType }).kind).toBe(kind);
  });
});
