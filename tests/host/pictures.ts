import { deflateSync, crc32 } from 'node:zlib';

/*
 * Pictures as small as their formats allow, made byte by byte. `width` and `height` are what their headers say.
 */

const u16 = (n: number): Buffer => Buffer.from([n >> 8, n & 255]);
const u32 = (n: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(n);
  return bytes;
};
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

function pngOf(width: number, height: number, pixels: Buffer): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([latin(type), data]);
    return Buffer.concat([u32(data.length), body, u32(crc32(body))]);
  };
  const header = Buffer.concat([u32(width), u32(height), Buffer.from([8, 2, 0, 0, 0])]);
  return Buffer.concat([
    latin('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function png(width: number, height: number): Buffer {
  return pngOf(width, height, deflateSync(Buffer.alloc(Math.min(height, 50) * (1 + 3 * Math.min(width, 50)), 90)));
}

/** A picture of `side` by `side` pixels that no packing makes smaller, so that reading and keeping it takes a while. */
export function noisyPng(side: number, seed: number): Buffer {
  const rows = Buffer.alloc(side * (1 + 3 * side));
  for (let at = 0, noise = seed + 1; at < rows.length; at++) {
    noise = (Math.imul(noise, 1_664_525) + 1_013_904_223) >>> 0;
    if (at % (1 + 3 * side) > 0) rows[at] = noise >>> 24;
  }
  return pngOf(side, side, deflateSync(rows, { level: 1 }));
}

/** @param orientation EXIF, 1 to 8; none where it is not given */
export function jpeg(width: number, height: number, orientation?: number): Buffer {
  const segment = (marker: number, data: Buffer): Buffer =>
    Buffer.concat([Buffer.from([0xff, marker]), u16(data.length + 2), data]);
  const entry = Buffer.concat([u16(0x112), u16(3), u32(1), u16(orientation ?? 1), u16(0)]);
  const exif = Buffer.concat([latin('Exif\0\0MM\0*'), u32(8), u16(1), entry, u32(0)]);
  // A thumbnail inside the segment has an end of its own, which is not the picture's.
  const thumbnail = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    ...(orientation === undefined ? [] : [segment(0xe1, Buffer.concat([exif, thumbnail]))]),
    segment(0xdb, Buffer.alloc(65, 16)),
    segment(0xc0, Buffer.concat([Buffer.from([8]), u16(height), u16(width), Buffer.from([1, 1, 0x11, 0])])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0x78]),
    Buffer.from([0xff, 0xd9]),
  ]);
}

export function gif(width: number, height: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(width, 0);
  size.writeUInt16LE(height, 2);
  const colours = Buffer.from([0, 0, 0, 255, 255, 255]);
  const image = Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0]), size, Buffer.from([0, 2, 2, 0x44, 1, 0])]);
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe, 3]), latin('abc'), Buffer.from([0])]);
  return Buffer.concat([
    latin('GIF89a'),
    size,
    Buffer.from([0x80, 0, 0]),
    colours,
    comment,
    image,
    Buffer.from([0x3b]),
  ]);
}

export function webp(width: number, height: number): Buffer {
  const bits = (width - 1) | ((height - 1) << 14);
  const data = Buffer.concat([
    Buffer.from([0x2f]),
    Buffer.from([bits & 255, (bits >> 8) & 255, (bits >> 16) & 255, (bits >> 24) & 255]),
    Buffer.alloc(11),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  const riff = Buffer.alloc(4);
  riff.writeUInt32LE(data.length + 12);
  return Buffer.concat([latin('RIFF'), riff, latin('WEBPVP8L'), length, data]);
}

const box = (type: string, ...parts: Buffer[]): Buffer => {
  const data = Buffer.concat(parts);
  return Buffer.concat([u32(data.length + 8), latin(type), data]);
};

/** @param brand `avif`, or `heic` for what iPhones write */
export function avif(width: number, height: number, brand = 'avif'): Buffer {
  const ispe = box('ispe', u32(0), u32(width), u32(height));
  const meta = box('meta', u32(0), box('hdlr', Buffer.alloc(24)), box('iprp', box('ipco', ispe)));
  return Buffer.concat([
    box('ftyp', latin(brand), u32(0), latin(`mif1${brand}`)),
    meta,
    box('mdat', Buffer.alloc(64, 5)),
  ]);
}

export const bmp = (): Buffer => Buffer.concat([latin('BM'), Buffer.alloc(60)]);
export const tiff = (): Buffer => Buffer.concat([latin('II*\0'), Buffer.alloc(60)]);
export const svg = (): Buffer =>
  Buffer.from('<?xml version="1.0"?>\n<!-- map -->\n<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>');
