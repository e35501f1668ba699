import { joined } from '../../base/bytes.ts';
import { ascii, latin, le32, startsWith, u32le } from './bytes.ts';

/** One chunk of a WebP's RIFF file (RFC 9649, 2.3). */
export interface WebpChunk {
  type: string;
  data: Uint8Array;
}

/** A WebP's chunks, or null where they make no sense. */
export function webpChunks(bytes: Uint8Array): WebpChunk[] | null {
  if (bytes.length < 12 || !startsWith(bytes, 'RIFF') || !startsWith(bytes.subarray(8), 'WEBP')) return null;
  const whole = Math.min(bytes.length, u32le(bytes, 4) + 8);
  const chunks: WebpChunk[] = [];
  for (let at = 12; at + 8 <= whole;) {
    const length = u32le(bytes, at + 4);
    if (at + 8 + length > whole) return null;
    chunks.push({ type: latin(bytes.subarray(at, at + 4)), data: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length & 1);
  }
  return chunks.length > 0 ? chunks : null;
}

export function joinWebp(chunks: readonly WebpChunk[]): Uint8Array {
  const parts = chunks.flatMap(({ type, data }) => [
    ascii(type),
    le32(data.length),
    data,
    ...(data.length & 1 ? [new Uint8Array(1)] : []),
  ]);
  const body = joined(ascii('WEBP'), ...parts);
  return joined(ascii('RIFF'), le32(body.length), body);
}
