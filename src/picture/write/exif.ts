import { joined } from '../../base/bytes.ts';
import { ascii } from '../file/bytes.ts';
import { EXIF_HEAD } from '../read/blocks.ts';

/** The orientation that an EXIF block asks for, 1 (upright) to 8; 1 where it says nothing that can be read. */
export function orientationOf(exif: Uint8Array | undefined): number {
  if (!exif || exif.length < 8) return 1;
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  const isLittle = exif[0] === 0x49;
  try {
    const at = view.getUint32(4, isLittle);
    for (let entry = 0; entry < view.getUint16(at, isLittle); entry++) {
      const place = at + 2 + entry * 12;
      if (view.getUint16(place, isLittle) !== 0x0112) continue;
      const value = view.getUint16(place + 8, isLittle);
      return value >= 1 && value <= 8 ? value : 1;
    }
  } catch {
    // It points outside of itself.
  }
  return 1;
}

/** An EXIF block that says how the picture stands, and nothing else. */
export function orientationBlock(orientation: number): Uint8Array {
  return joined(
    ascii('MM\0*'),
    Uint8Array.of(0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0),
  );
}

export const exifSegmentData = (block: Uint8Array): Uint8Array => joined(ascii(EXIF_HEAD), block);
