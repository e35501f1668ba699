import type { PictureType } from './sniff.ts';

/*
 * Whether a picture file goes on to its end, told by its own structure and without decoding a pixel. A download that
 * broke off has a good beginning, so that its size can be read; a reader would see half a photo.
 * Each answers null, or where the picture's header ends: all that is needed to learn its size.
 */

/** JPEG (ITU T.81, annex B): segments up to the first scan, then scans up to the end-of-image marker. */
function wholeJpeg(bytes: Buffer): number | null {
  let at = 2;
  let header = 0;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    at += 2 + bytes.readUInt16BE(at + 2);
    // Frame headers, but for the tables and extensions among their numbers (C4, C8, CC).
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) header = at;
    if (marker === 0xda) {
      at = nextMarker(bytes, at);
      if (at >= 0 && bytes[at + 1] === 0xd9) return header || null;
      if (at < 0) return null;
    }
  }
  return null;
}

/** The first marker after a scan's data; in the data 0xFF stands before 0x00 or a restart marker only. */
function nextMarker(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return -1;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return -1;
}

/** PNG (W3C PNG, 5): a chain of chunks from IHDR to IEND. */
function wholePng(bytes: Buffer): number | null {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (at === 8 && type !== 'IHDR') return null;
    at += 12 + bytes.readUInt32BE(at);
    if (type === 'IEND') return at <= bytes.length ? 33 : null;
  }
  return null;
}

/** GIF (GIF89a): blocks up to the trailer 0x3B, of which at least one is an image. */
function wholeGif(bytes: Buffer): number | null {
  const table = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const skipSubBlocks = (from: number): number => {
    let at = from;
    while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
    return at + 1;
  };
  let at = 13 + table(bytes[10] ?? 0);
  let images = 0;
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === 0x3b) return images > 0 ? 13 : null;
    if (kind === 0x21) at = skipSubBlocks(at + 2);
    else if (kind === 0x2c) {
      images++;
      at = skipSubBlocks(at + 10 + table(bytes[at + 9] ?? 0) + 1);
    } else return null;
  }
  return null;
}

/** WebP (RFC 9649): the length in the RIFF header. */
const wholeWebp = (bytes: Buffer): number | null =>
  bytes.length >= 30 && bytes.readUInt32LE(4) + 8 <= bytes.length ? bytes.length : null;

/** AVIF: a chain of boxes (ISO/IEC 14496-12) with `meta` and the pixels' `mdat`. */
function wholeAvif(bytes: Buffer): number | null {
  const seen = new Set<string>();
  let at = 0;
  while (at + 8 <= bytes.length) {
    seen.add(bytes.toString('latin1', at + 4, at + 8));
    let length = bytes.readUInt32BE(at);
    if (length === 1 && at + 16 <= bytes.length) length = Number(bytes.readBigUInt64BE(at + 8));
    else if (length === 0) length = bytes.length - at;
    if (length < 8) return null;
    at += length;
  }
  return at === bytes.length && seen.has('meta') && seen.has('mdat') ? bytes.length : null;
}

/** Where the header of a whole picture ends, in bytes; null where the picture is cut short or makes no sense. */
export function wholePicture(picture: PictureType, file: Uint8Array): number | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  switch (picture.extension) {
    case 'jpg':
      return wholeJpeg(bytes);
    case 'png':
      return wholePng(bytes);
    case 'gif':
      return wholeGif(bytes);
    case 'webp':
      return wholeWebp(bytes);
    case 'avif':
      return wholeAvif(bytes);
  }
}
