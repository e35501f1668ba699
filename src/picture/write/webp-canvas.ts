import { u32le } from '../file/bytes.ts';
import type { WebpChunk } from '../file/webp.ts';

const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;
const ALPHA_FLAG = 0x10;

/** Width and height out of a simple file's only chunk (RFC 9649, 2.5 and 2.6), and whether it may be see-through. */
function simple({ type, data }: WebpChunk): { width: number; height: number; flags: number } | null {
  if (data.length < 10) return null;
  if (type === 'VP8L') {
    const bits = u32le(data, 1);
    const flags = (bits >>> 28) & 1 ? ALPHA_FLAG : 0;
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, flags };
  }
  if (type !== 'VP8 ') return null;
  const side = (at: number): number => ((data[at] ?? 0) | ((data[at + 1] ?? 0) << 8)) & 0x3fff;
  return { width: side(6), height: side(8), flags: 0 };
}

/** The chunk that announces what an extended WebP holds (RFC 9649, 2.7); made where there was none. Null where that cannot be told. */
export function webpCanvas(
  chunks: readonly WebpChunk[],
  { hasExif, hasXmp }: { hasExif: boolean; hasXmp: boolean },
): WebpChunk | null {
  const said = (hasExif ? EXIF_FLAG : 0) | (hasXmp ? XMP_FLAG : 0);
  const extended = chunks.find(({ type, data }) => type === 'VP8X' && data.length === 10);
  if (extended) {
    const data = extended.data.slice();
    data[0] = ((data[0] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | said;
    return { type: 'VP8X', data };
  }
  const [first] = chunks;
  const size = first && simple(first);
  if (!size) return null;
  const three = (n: number): number[] => [n & 255, (n >> 8) & 255, (n >> 16) & 255];
  return {
    type: 'VP8X',
    data: Uint8Array.from([size.flags | said, 0, 0, 0, ...three(size.width - 1), ...three(size.height - 1)]),
  };
}
