import { joined } from '../../base/bytes.ts';
import { DOMParser } from '@xmldom/xmldom';
import { load } from 'exifreader';
import { ascii } from '../file/bytes.ts';
import { jpegSegment } from '../file/jpeg.ts';
import { joinWebp } from '../file/webp.ts';
import { PHOTOSHOP_HEAD, type MetadataBlocks } from './blocks.ts';

/** One XMP value as ExifReader has it: text, the items of a list, or the members of a structure. */
export interface XmpTag {
  value: string | XmpTag[] | XmpTags;
  attributes?: Record<string, string>;
  description?: string;
}
export type XmpTags = { [name: string]: XmpTag | undefined };

/** An EXIF or IIM value; a list of them where a dataset came more than once. */
export interface FlatTag {
  value: unknown;
  description: string;
}
export type FlatTags = { [name: string]: FlatTag | FlatTag[] | undefined };

/** A broken packet is no packet: ExifReader leaves it out. */
const parser = new DOMParser({
  onError: (level, message) => {
    if (level === 'fatalError') throw new Error(message);
  },
});

const buffer = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer;

function loaded(bytes: Uint8Array): { exif?: unknown; iptc?: unknown; xmp?: unknown } {
  try {
    return load(buffer(bytes), { expanded: true, domParser: parser });
  } catch {
    // "No Exif data": nothing in it could be read.
    return {};
  }
}

/**
 * Reads the blocks with ExifReader, which gets them in a small file of their own: whatever the picture file is or
 * pretends to be, it can neither mislead the reader nor make it inflate anything.
 */
export function readTags({ exif, xmp, iim }: MetadataBlocks): { exif: FlatTags; iim: FlatTags; xmp: XmpTags } {
  const canvas = { type: 'VP8X', data: new Uint8Array(10) };
  const carrier = joinWebp([
    canvas,
    ...(exif ? [{ type: 'EXIF', data: exif }] : []),
    ...(xmp ? [{ type: 'XMP ', data: xmp }] : []),
  ]);
  const segment = iim && jpegSegment(0xed, ascii(PHOTOSHOP_HEAD), iim.subarray(0, 65_000));
  const small = segment && joined(Uint8Array.of(0xff, 0xd8), segment, Uint8Array.of(0xff, 0xd9));
  const first = exif || xmp ? loaded(carrier) : {};
  const second = small ? loaded(small) : {};
  return {
    exif: (first.exif ?? {}) as FlatTags,
    xmp: (first.xmp ?? {}) as XmpTags,
    iim: (second.iptc ?? {}) as FlatTags,
  };
}
