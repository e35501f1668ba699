import { joined } from '../../base/bytes.ts';
import { ascii } from '../file/bytes.ts';

interface Entry {
  tag: number;
  type: number;
  count: number;
  /** The value as it stands in the block, in the block's byte order. */
  value: Uint8Array;
}

/** Bytes of one value, by EXIF's number of its type. */
const SIZES: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8 };
/** A value longer than this says nothing of place or serial number. */
const LONGEST = 512;
const MOST = 200;

const ORIENTATION = 0x0112;
const EXIF = 0x8769;
const GPS = 0x8825;
/**
 * What is left out: pointers (made anew), the maker's own notes, which hold whole previews of what was cropped away, and
 * words of a caption, an artist, rights and comments, which the photo's fields say as they were edited.
 */
const LEFT = new Set([
  ...[ORIENTATION, EXIF, GPS, 0xa005, 0x014a, 0x0111, 0x0117, 0x0201, 0x0202, 0x02bc, 0x83bb, 0x8649],
  ...[0x927c, 0x9286, 0x010e, 0x013b, 0x8298, 0x9c9b, 0x9c9c, 0x9c9d, 0x9c9e, 0x9c9f],
]);

class Block {
  readonly isLittle: boolean;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.isLittle = bytes[0] === 0x49;
  }

  u16 = (at: number): number => this.#view.getUint16(at, this.isLittle);
  u32 = (at: number): number => this.#view.getUint32(at, this.isLittle);

  /** A directory's entries that go on, and where the directory of the camera and that of the place begin. */
  directory(at: number): { entries: Entry[]; exif: number; gps: number } {
    const found = { entries: [] as Entry[], exif: 0, gps: 0 };
    const count = Math.min(this.u16(at), MOST);
    for (let n = 0; n < count; n++) {
      const place = at + 2 + n * 12;
      const [tag, type, length] = [this.u16(place), this.u16(place + 2), this.u32(place + 4)];
      if (tag === EXIF) found.exif = this.u32(place + 8);
      if (tag === GPS) found.gps = this.u32(place + 8);
      const size = (SIZES[type] ?? Infinity) * length;
      if (LEFT.has(tag) || size > LONGEST) continue;
      const from = size <= 4 ? place + 8 : this.u32(place + 8);
      const value = this.#bytes.slice(from, from + size);
      if (value.length === size) found.entries.push({ tag, type, count: length, value });
    }
    return found;
  }
}

const sizeOf = (entries: readonly Entry[]): number =>
  6 + entries.reduce((sum, { value }) => sum + 12 + (value.length > 4 ? value.length + (value.length & 1) : 0), 0);

/**
 * An EXIF block with what the camera wrote of itself, of the shot and of its place (GPS), and nothing else: no thumbnail,
 * no preview, no words. Null where the block says nothing that can be read.
 *
 * @param orientation how the pixels stand that it goes out with, 1 (upright) to 8
 */
export function cameraBlock(exif: Uint8Array, orientation: number): Uint8Array | null {
  try {
    const block = new Block(exif);
    const number = (value: number, bytes: 2 | 4): Uint8Array => {
      const big = Uint8Array.from({ length: bytes }, (_, n) => (value >>> (8 * (bytes - 1 - n))) & 255);
      return block.isLittle ? big.reverse() : big;
    };
    const main = block.directory(block.u32(4));
    const sub = (at: number): Entry[] => (at === 0 ? [] : block.directory(at).entries);
    const [shot, place] = [sub(main.exif), sub(main.gps)];
    const pointer = (tag: number, to: number): Entry => ({ tag, type: 4, count: 1, value: number(to, 4) });
    const upright: Entry = { tag: ORIENTATION, type: 3, count: 1, value: number(orientation, 2) };
    const first = [...main.entries, upright, pointer(EXIF, 0), pointer(GPS, 0)];
    const shotAt = 8 + sizeOf(first);
    const placeAt = shotAt + sizeOf(shot);
    const whole = [...main.entries, upright, pointer(EXIF, shotAt), pointer(GPS, placeAt)];
    const directory = (entries: readonly Entry[], at: number): Uint8Array => {
      const sorted = [...entries].sort((a, b) => a.tag - b.tag);
      let free = at + 6 + sorted.length * 12;
      const values: Uint8Array[] = [];
      const lines = sorted.map(({ tag, type, count, value }) => {
        const line = [number(tag, 2), number(type, 2), number(count, 4)];
        if (value.length <= 4) return joined(...line, value, new Uint8Array(4 - value.length));
        const padded = joined(value, new Uint8Array(value.length & 1));
        values.push(padded);
        free += padded.length;
        return joined(...line, number(free - padded.length, 4));
      });
      return joined(number(sorted.length, 2), ...lines, number(0, 4), ...values);
    };
    return joined(
      ascii(block.isLittle ? 'II' : 'MM'),
      number(42, 2),
      number(8, 4),
      directory(whole, 8),
      directory(shot, shotAt),
      directory(place, placeAt),
    );
  } catch {
    // It points outside of itself.
    return null;
  }
}
