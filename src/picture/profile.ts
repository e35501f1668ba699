import { joined } from '../base/bytes.ts';
import { ascii, startsWith } from './file/bytes.ts';
import { jpegSegment, splitJpeg } from './file/jpeg.ts';
import { joinWebp, webpChunks } from './file/webp.ts';
import { webpCanvas } from './write/webp-canvas.ts';

const HEAD = 'ICC_PROFILE\0';
/** What of a profile one JPEG segment holds, in bytes. */
const PART = 65_000;
const ICC_FLAG = 0x20;

/** A picture's colour profile (ICC.1:2022, annex B) out of a JPEG or WebP; null where it has none. */
export function profileOf(bytes: Uint8Array): Uint8Array | null {
  const parts = (splitJpeg(bytes)?.segments ?? [])
    .filter(({ marker, data }) => marker === 0xe2 && startsWith(data, HEAD))
    .sort((one, other) => (one.data[HEAD.length] ?? 0) - (other.data[HEAD.length] ?? 0))
    .map(({ data }) => data.subarray(HEAD.length + 2));
  if (parts.length > 0) return joined(...parts);
  return webpChunks(bytes)?.find(({ type }) => type === 'ICCP')?.data ?? null;
}

function jpegWith(bytes: Uint8Array, profile: Uint8Array): Uint8Array {
  const count = Math.ceil(profile.length / PART);
  if (count > 255) return bytes;
  const segments = Array.from({ length: count }, (_, index) => {
    const part = profile.subarray(index * PART, (index + 1) * PART);
    return jpegSegment(0xe2, ascii(HEAD), Uint8Array.of(index + 1, count), part) ?? new Uint8Array();
  });
  return joined(bytes.subarray(0, 2), ...segments, bytes.subarray(2));
}

/** The picture, a JPEG or WebP without one, with a colour profile: its numbers are unchanged and mean other colours. */
export function withProfile(bytes: Uint8Array, profile: Uint8Array | null): Uint8Array {
  if (!profile) return bytes;
  if (splitJpeg(bytes)) return jpegWith(bytes, profile);
  const chunks = webpChunks(bytes);
  const canvas = chunks && webpCanvas(chunks, { hasExif: false, hasXmp: false });
  if (!canvas) return bytes;
  canvas.data[0] = (canvas.data[0] ?? 0) | ICC_FLAG;
  const pictures = chunks.filter(({ type }) => type !== 'VP8X' && type !== 'ICCP');
  return joinWebp([canvas, { type: 'ICCP', data: profile }, ...pictures]);
}
