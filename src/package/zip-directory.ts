import { fromUtf8 } from '../base/bytes.ts';
import { LIMITS } from './limits.ts';

/** One file as a zip's directory lists it; sizes in bytes, `offset` from the zip's beginning. */
export interface ZipEntry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

/** Says what is wrong with a zip. Thrown and caught within this folder; outside it is a `Result`. */
export class Damage extends Error {
  /** No accident makes it: such a file is refused, not searched for what could be saved. */
  readonly isHostile: boolean;
  constructor(message: string, isHostile = false) {
    super(message);
    this.isHostile = isHostile;
  }
}

const END = { sign: 0x06054b50, length: 22, longestComment: 0xffff };
/** Within so many bytes before a zip's end stands where its list of files is. */
export const LONGEST_END = END.length + END.longestComment;
const LISTED = { sign: 0x02014b50, length: 46 };
export const LOCAL = { sign: 0x04034b50, length: 30 };

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the end-of-directory record stands: the last one whose comment reaches exactly to the file's end. */
function findEnd(data: DataView): number {
  const last = data.byteLength - END.length;
  for (let at = last; at >= 0 && at >= last - END.longestComment; at--) {
    if (data.getUint32(at, true) === END.sign && at + END.length + data.getUint16(at + 20, true) === data.byteLength)
      return at;
  }
  throw new Damage('its end is missing');
}

/**
 * Whether a zip of `size` bytes that ends with `tail` has its list of files complete: what a file that is still being copied, or was
 * cut off, has not. Throws `Damage` where the end is missing.
 */
export function endsWhole(tail: Uint8Array, size: number): boolean {
  const data = view(tail);
  const end = findEnd(data);
  return data.getUint32(end + 16, true) + data.getUint32(end + 12, true) === size - tail.length + end;
}

/** A name that stays within the folder it is unpacked to, on every system. */
export function isSafeName(name: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters in a file name are what is looked for
  if (name === '' || name.length > 1024 || /[\\:\u0000-\u001f\u007f]/.test(name)) return false;
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

function readEntry(data: DataView, bytes: Uint8Array, at: number): ZipEntry & { next: number } {
  if (at + LISTED.length > bytes.length || data.getUint32(at, true) !== LISTED.sign)
    throw new Damage('its list of files is damaged');
  const flags = data.getUint16(at + 8, true);
  const nameEnd = at + LISTED.length + data.getUint16(at + 28, true);
  const name = nameEnd <= bytes.length ? fromUtf8(bytes.subarray(at + LISTED.length, nameEnd)) : null;
  // A folder is listed with a slash at its end, and holds nothing of its own.
  if (name === null || !isSafeName(name.replace(/\/$/, '')))
    throw new Damage('it lists a file with a forbidden name', true);
  if (flags & 1) throw new Damage(`"${name}" is encrypted`, true);
  return {
    name,
    method: data.getUint16(at + 10, true),
    crc: data.getUint32(at + 16, true),
    packed: data.getUint32(at + 20, true),
    size: data.getUint32(at + 24, true),
    offset: data.getUint32(at + 42, true),
    next: nameEnd + data.getUint16(at + 30, true) + data.getUint16(at + 32, true),
  };
}

/**
 * The files of a zip (PKWARE APPNOTE 6.3), by its directory, with every name and size checked before a byte is
 * unpacked. Throws `Damage` for anything that is not in order.
 */
export function readDirectory(bytes: Uint8Array): Map<string, ZipEntry> {
  const data = view(bytes);
  const end = findEnd(data);
  const count = data.getUint16(end + 10, true);
  if (count > LIMITS.files) throw new Damage(`it lists ${count} files`, true);
  const entries = new Map<string, ZipEntry>();
  const folded = new Set<string>();
  let total = 0;
  let at = data.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    const { next, ...entry } = readEntry(data, bytes, at);
    // Folded, since two names that differ only in case are one file on many computers.
    const key = entry.name.normalize('NFC').toLowerCase();
    if (folded.has(key)) throw new Damage(`it holds "${entry.name}" twice`, true);
    total += entry.size;
    if (entry.size > LIMITS.file || total > LIMITS.total)
      throw new Damage(`"${entry.name}" claims an absurd size`, true);
    folded.add(key);
    entries.set(entry.name, entry);
    at = next;
  }
  if (at !== end) throw new Damage('its list of files is damaged');
  return entries;
}

/** The packed bytes of an entry, which must lie where the directory says under the name it says. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const data = view(bytes);
  const at = entry.offset;
  if (at + LOCAL.length > bytes.length || data.getUint32(at, true) !== LOCAL.sign)
    throw new Damage(`"${entry.name}" is missing`);
  const nameEnd = at + LOCAL.length + data.getUint16(at + 26, true);
  if (nameEnd > bytes.length || fromUtf8(bytes.subarray(at + LOCAL.length, nameEnd)) !== entry.name) {
    throw new Damage(`"${entry.name}" is missing`);
  }
  const start = nameEnd + data.getUint16(at + 28, true);
  if (start + entry.packed > bytes.length) throw new Damage(`"${entry.name}" is cut off`);
  return bytes.subarray(start, start + entry.packed);
}
