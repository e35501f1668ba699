import { joined } from '../../base/bytes.ts';
import { crc32 } from '../../base/crc.ts';
import { ascii, be32, latin, startsWith, u32be } from './bytes.ts';

const SIGNATURE = '\x89PNG\r\n\x1a\n';

/** One chunk of a PNG (W3C PNG, 5.3): its type, its data, and all of it. */
export interface PngChunk {
  type: string;
  data: Uint8Array;
  bytes: Uint8Array;
}

/** A PNG's chunks up to IEND, or null where they make no sense. */
export function pngChunks(bytes: Uint8Array): PngChunk[] | null {
  if (!startsWith(bytes, SIGNATURE)) return null;
  const chunks: PngChunk[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = u32be(bytes, at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const type = latin(bytes.subarray(at + 4, at + 8));
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), bytes: bytes.subarray(at, end) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return null;
}

export function pngChunk(type: string, data: Uint8Array): PngChunk {
  const body = joined(ascii(type), data);
  return { type, data, bytes: joined(be32(data.length), body, be32(crc32(body))) };
}

export const joinPng = (chunks: readonly PngChunk[]): Uint8Array =>
  joined(ascii(SIGNATURE), ...chunks.map(({ bytes }) => bytes));
