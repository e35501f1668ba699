import { joined } from '../../base/bytes.ts';
/** One marker segment before a JPEG's pixels (ITU T.81, B.1.1.4): its marker's second byte and where all of it stands. */
export interface JpegSegment {
  marker: number;
  /** With its marker. */
  bytes: Uint8Array;
  /** Without marker and length. */
  data: Uint8Array;
}

/** A JPEG as its header's segments and the rest, from the start of its first scan. Null where the header makes no sense. */
export function splitJpeg(bytes: Uint8Array): { segments: JpegSegment[]; scans: Uint8Array } | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const segments: JpegSegment[] = [];
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xda) return { segments, scans: bytes.subarray(at) };
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    if (end > bytes.length || end < at + 4) return null;
    segments.push({ marker, bytes: bytes.subarray(at, end), data: bytes.subarray(at + 4, end) });
    at = end;
  }
  return null;
}

/** A segment with this data; null where there is more than one can hold (65,533 bytes). */
export function jpegSegment(marker: number, ...parts: Uint8Array[]): Uint8Array | null {
  const data = joined(...parts);
  const length = data.length + 2;
  if (length > 0xffff) return null;
  return joined(Uint8Array.of(0xff, marker, length >> 8, length & 0xff), data);
}
