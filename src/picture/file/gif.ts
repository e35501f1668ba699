import { joined } from '../../base/bytes.ts';
import { ascii, latin, startsWith } from './bytes.ts';

/** One block of a GIF after its header (GIF89a, 11-27): an image, or an extension of a kind. All of it, in `bytes`. */
interface GifBlock {
  /** The extension's label; 0x2c for an image. */
  label: number;
  /** Who wrote an application extension, as `NETSCAPE2.0`; empty for others. */
  application: string;
  bytes: Uint8Array;
}

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
export const COMMENT = 0xfe;
export const APPLICATION = 0xff;

const tableSize = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Behind a chain of sub-blocks. */
function afterBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}

/** A GIF as its header (with the screen's colours) and its blocks up to the trailer. Null where it makes no sense. */
export function splitGif(bytes: Uint8Array): { head: Uint8Array; blocks: GifBlock[] } | null {
  if (!startsWith(bytes, 'GIF8') || bytes.length < 13) return null;
  const start = 13 + tableSize(bytes[10] ?? 0);
  const blocks: GifBlock[] = [];
  for (let at = start; at < bytes.length;) {
    const kind = bytes[at];
    if (kind === TRAILER) return { head: bytes.subarray(0, start), blocks };
    const label = kind === EXTENSION ? (bytes[at + 1] ?? 0) : IMAGE;
    let end: number;
    if (kind === EXTENSION) end = afterBlocks(bytes, at + 2);
    else if (kind === IMAGE) end = afterBlocks(bytes, at + 10 + tableSize(bytes[at + 9] ?? 0) + 1);
    else return null;
    if (end > bytes.length) return null;
    const application = label === APPLICATION && kind === EXTENSION ? latin(bytes.subarray(at + 3, at + 14)) : '';
    blocks.push({ label, application, bytes: bytes.subarray(at, end) });
    at = end;
  }
  return null;
}

export function joinGif(head: Uint8Array, blocks: readonly GifBlock[]): Uint8Array {
  // Extensions came with the later of the two versions.
  const version = joined(ascii('GIF89a'), head.subarray(6));
  return joined(version, ...blocks.map(({ bytes }) => bytes), Uint8Array.of(TRAILER));
}

/**
 * An XMP packet as an application extension (XMP Specification Part 3, "GIF 89a"): it stands there as it is, and a trailer
 * of falling lengths leads a reader of sub-blocks to its end from wherever in it that reader comes out.
 */
export function gifXmp(packet: Uint8Array): GifBlock {
  const falling = Uint8Array.from({ length: 258 }, (_, index) => (index === 0 ? 1 : index === 257 ? 0 : 256 - index));
  const application = 'XMP DataXMP';
  const bytes = joined(Uint8Array.of(EXTENSION, APPLICATION, 11), ascii(application), packet, falling);
  return { label: APPLICATION, application, bytes };
}
