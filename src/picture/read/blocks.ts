import { joined } from '../../base/bytes.ts';
import { ascii, startsWith } from '../file/bytes.ts';
import { splitJpeg } from '../file/jpeg.ts';
import { pngChunks } from '../file/png.ts';
import { webpChunks } from '../file/webp.ts';

/** What a picture file says of itself, still unread: a TIFF structure (EXIF), an XMP packet, Photoshop resources with IIM. */
export interface MetadataBlocks {
  exif?: Uint8Array;
  xmp?: Uint8Array;
  iim?: Uint8Array;
}

/** Larger blocks are not read: a caption needs a few kilobytes (4 MiB). */
const MAX_BLOCK = 4 * 1024 * 1024;

export const EXIF_HEAD = 'Exif\0\0';
export const XMP_HEAD = 'http://ns.adobe.com/xap/1.0/\0';
export const PHOTOSHOP_HEAD = 'Photoshop 3.0\0';
/** An iTXt chunk of this keyword, not compressed, in no language. */
export const PNG_XMP_HEAD = 'XML:com.adobe.xmp\0\0\0\0\0';

function jpegBlocks(bytes: Uint8Array): MetadataBlocks {
  const blocks: MetadataBlocks = {};
  const resources: Uint8Array[] = [];
  for (const { marker, data } of splitJpeg(bytes)?.segments ?? []) {
    if (marker === 0xe1 && startsWith(data, EXIF_HEAD)) blocks.exif ??= data.subarray(EXIF_HEAD.length);
    else if (marker === 0xe1 && startsWith(data, XMP_HEAD)) blocks.xmp ??= data.subarray(XMP_HEAD.length);
    else if (marker === 0xed && startsWith(data, PHOTOSHOP_HEAD)) resources.push(data.subarray(PHOTOSHOP_HEAD.length));
  }
  if (resources.length > 0) blocks.iim = joined(...resources);
  return blocks;
}

function pngBlocks(bytes: Uint8Array): MetadataBlocks {
  const blocks: MetadataBlocks = {};
  for (const { type, data } of pngChunks(bytes) ?? []) {
    if (type === 'eXIf') blocks.exif ??= data;
    // A compressed one is no XMP by Adobe's rules, and may be a bomb.
    if (type === 'iTXt' && startsWith(data, PNG_XMP_HEAD)) blocks.xmp ??= data.subarray(PNG_XMP_HEAD.length);
  }
  return blocks;
}

function webpBlocks(bytes: Uint8Array): MetadataBlocks {
  const blocks: MetadataBlocks = {};
  for (const { type, data } of webpChunks(bytes) ?? []) {
    if (type === 'EXIF') blocks.exif ??= startsWith(data, EXIF_HEAD) ? data.subarray(EXIF_HEAD.length) : data;
    if (type === 'XMP ') blocks.xmp ??= data;
  }
  return blocks;
}

const indexOf = (bytes: Uint8Array, text: string, from: number): number => {
  const sought = ascii(text);
  for (let at = bytes.indexOf(sought[0] ?? 0, from); at >= 0; at = bytes.indexOf(sought[0] ?? 0, at + 1))
    if (sought.every((byte, index) => bytes[at + index] === byte)) return at;
  return -1;
};

/** GIF and AVIF: the packet is found by its tags (XMP Specification Part 3, "Packet scanning"). */
function scanned(bytes: Uint8Array): MetadataBlocks {
  const from = indexOf(bytes, '<x:xmpmeta', 0);
  const end = from < 0 ? -1 : indexOf(bytes, '</x:xmpmeta>', from);
  return end < 0 ? {} : { xmp: bytes.subarray(from, end + '</x:xmpmeta>'.length) };
}

/** Finds the metadata of a JPEG, PNG, WebP, GIF or AVIF without reading it. Blocks over 4 MiB are left out. */
export function metadataBlocks(bytes: Uint8Array): MetadataBlocks {
  let blocks: MetadataBlocks;
  if (bytes[0] === 0xff && bytes[1] === 0xd8) blocks = jpegBlocks(bytes);
  else if (startsWith(bytes, '\x89PNG')) blocks = pngBlocks(bytes);
  else if (startsWith(bytes, 'RIFF')) blocks = webpBlocks(bytes);
  else blocks = scanned(bytes);
  for (const name of ['exif', 'xmp', 'iim'] as const) if ((blocks[name]?.length ?? 0) > MAX_BLOCK) delete blocks[name];
  return blocks;
}
