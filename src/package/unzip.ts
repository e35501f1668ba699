import { Inflate } from 'fflate';
import { crc32 } from '../base/crc.ts';
import { Damage, packedBytes, type ZipEntry } from './zip-directory.ts';

const STORED = 0;
const DEFLATED = 8;
/** Deflate makes at most 1,032 bytes of one, so that a step never takes more than 4 MiB before it is counted. */
const STEP = 4 * 1024;

/** Inflates into exactly `size` bytes; a stream that holds more or less is refused, and never grows beyond it. */
function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  const out = new Uint8Array(size);
  let filled = 0;
  let isTooLong = false;
  const stream = new Inflate((piece) => {
    isTooLong ||= filled + piece.length > size;
    if (isTooLong) return;
    out.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let from = 0; from < packed.length && !isTooLong; from += STEP) {
      stream.push(packed.subarray(from, from + STEP), from + STEP >= packed.length);
    }
  } catch {
    return null;
  }
  return isTooLong || filled !== size ? null : out;
}

/** One file of the zip, its size and CRC-32 checked. Throws `Damage` where they are not what the directory says. */
export function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = packedBytes(bytes, entry);
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw new Damage(`"${entry.name}" is packed in an unknown way`);
  const file = entry.method === STORED ? packed.slice() : inflate(packed, entry.size);
  if (file?.length !== entry.size || crc32(file) !== entry.crc) throw new Damage(`"${entry.name}" is damaged`);
  return file;
}
