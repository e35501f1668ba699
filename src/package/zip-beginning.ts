import { fromUtf8 } from '../base/bytes.ts';
import { LIMITS } from './limits.ts';
import { isSafeName, LOCAL, type ZipEntry } from './zip-directory.ts';

/** The sizes stand behind the file (APPNOTE 4.4.4, bit 3): without the directory nobody knows where it ends. */
const SIZES_BEHIND = 1 << 3;
const ENCRYPTED = 1;

/**
 * The files of a zip whose directory is lost, one behind the other from its beginning, until one is cut off or makes no
 * sense. Names and sizes are held to the same limits as by `readDirectory`; a second file of one name ends it.
 */
export function readBeginning(bytes: Uint8Array): Map<string, ZipEntry> {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  for (let at = 0; at + LOCAL.length <= bytes.length && data.getUint32(at, true) === LOCAL.sign;) {
    const flags = data.getUint16(at + 6, true);
    const nameEnd = at + LOCAL.length + data.getUint16(at + 26, true);
    const name = nameEnd <= bytes.length ? fromUtf8(bytes.subarray(at + LOCAL.length, nameEnd)) : null;
    if (name === null || !isSafeName(name) || entries.has(name) || flags & (SIZES_BEHIND | ENCRYPTED)) break;
    const [packed, size] = [data.getUint32(at + 18, true), data.getUint32(at + 22, true)];
    const end = nameEnd + data.getUint16(at + 28, true) + packed;
    total += size;
    if (end > bytes.length || size > LIMITS.file || total > LIMITS.total || entries.size >= LIMITS.files) break;
    const [method, crc] = [data.getUint16(at + 8, true), data.getUint32(at + 14, true)];
    entries.set(name, { name, method, crc, packed, size, offset: at });
    at = end;
  }
  return entries;
}
