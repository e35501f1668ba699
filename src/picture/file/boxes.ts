import { latin, u32be } from './bytes.ts';

/** One box of an ISO base media file (ISO/IEC 14496-12, 4.2): where it stands in the file, and where its content begins. */
export interface Box {
  type: string;
  from: number;
  start: number;
  end: number;
}

/** The boxes between two places of a file; as many as make sense. */
export function boxesIn(bytes: Uint8Array, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to;) {
    let length = u32be(bytes, at);
    const isLong = length === 1 && at + 16 <= to;
    if (isLong) length = u32be(bytes, at + 8) * 2 ** 32 + u32be(bytes, at + 12);
    else if (length === 0) length = to - at;
    if (length < 8 || at + length > to) break;
    const type = latin(bytes.subarray(at + 4, at + 8));
    boxes.push({ type, from: at, start: at + (isLong ? 16 : 8), end: at + length });
    at += length;
  }
  return boxes;
}

/** Reads whole numbers one after the other, high byte first; throws past the end. */
class Reader {
  readonly #bytes: Uint8Array;
  at: number;
  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  number(size: number): number {
    let value = 0;
    for (let n = 0; n < size; n++) {
      const byte = this.#bytes[this.at++];
      if (byte === undefined) throw new RangeError('past the end');
      value = value * 256 + byte;
    }
    return value;
  }

  /** Text up to a zero. */
  text(): string {
    let text = '';
    for (let byte = this.number(1); byte !== 0; byte = this.number(1)) text += String.fromCharCode(byte);
    return text;
  }
}

/** An item of a picture that is no picture: EXIF, or XMP. Where its bytes lie in the file. */
interface MetadataItem {
  kind: 'exif' | 'xmp';
  extents: { from: number; length: number }[];
}

/** ItemInfoBox (ISO/IEC 14496-12, 8.11.6): which items hold metadata. */
function metadataIds(bytes: Uint8Array, info: Box): Map<number, MetadataItem['kind']> {
  const kinds = new Map<number, MetadataItem['kind']>();
  const head = new Reader(bytes, info.start);
  const version = head.number(1);
  head.at += 3;
  head.number(version === 0 ? 2 : 4);
  for (const entry of boxesIn(bytes, head.at, info.end)) {
    const reader = new Reader(bytes, entry.start);
    const entryVersion = reader.number(1);
    reader.at += 3;
    if (entry.type !== 'infe' || entryVersion < 2) continue;
    const id = reader.number(entryVersion === 2 ? 2 : 4);
    reader.at += 2;
    const type = String.fromCharCode(...[1, 2, 3, 4].map(() => reader.number(1)));
    reader.text();
    if (type === 'Exif') kinds.set(id, 'exif');
    else if (type === 'mime' && reader.text() === 'application/rdf+xml') kinds.set(id, 'xmp');
  }
  return kinds;
}

/** ItemLocationBox (ISO/IEC 14496-12, 8.11.3): where those items lie. */
function located(
  bytes: Uint8Array,
  place: Box,
  data: Box | undefined,
  kinds: Map<number, MetadataItem['kind']>,
): MetadataItem[] {
  const reader = new Reader(bytes, place.start);
  const version = reader.number(1);
  reader.at += 3;
  const sizes = reader.number(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  const count = reader.number(version < 2 ? 2 : 4);
  const items: MetadataItem[] = [];
  for (let n = 0; n < count; n++) {
    const id = reader.number(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : reader.number(2) & 15;
    reader.at += 2;
    const base = reader.number(baseSize) + (method === 1 ? (data?.start ?? 0) : 0);
    const extents = Array.from({ length: reader.number(2) }, () => {
      reader.at += indexSize;
      const from = base + reader.number(offsetSize);
      return { from, length: reader.number(lengthSize) };
    });
    const kind = kinds.get(id);
    // An item made of others, or one that reaches out of the file, is none that can be read.
    if (kind && method < 2 && extents.every(({ from, length }) => from + length <= bytes.length))
      items.push({ kind, extents });
  }
  return items;
}

/** The metadata items of an AVIF; none where there are none or the file makes no sense. */
export function metadataItems(bytes: Uint8Array): MetadataItem[] {
  const meta = boxesIn(bytes, 0, bytes.length).find(({ type }) => type === 'meta');
  if (!meta) return [];
  // A full box: version and flags come first.
  const inner = boxesIn(bytes, meta.start + 4, meta.end);
  const find = (type: string): Box | undefined => inner.find((box) => box.type === type);
  const [info, place] = [find('iinf'), find('iloc')];
  try {
    return info && place ? located(bytes, place, find('idat'), metadataIds(bytes, info)) : [];
  } catch {
    // It ends in the middle of a number.
    return [];
  }
}
