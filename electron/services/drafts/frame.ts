import { createHash } from 'node:crypto';

// 0xF7 stands in no UTF-8 text, so no story can look like the start of a record.
const MAGIC = Buffer.from([0xf7, 0x43, 0x44, 0x31]);

/** Bytes before what a record holds: magic (4), its length (4, little-endian), first 8 bytes of its SHA-256. */
const HEADER_BYTES = 16;

/** One good record of a file, and where in the file it stands. */
export interface Framed {
  value: unknown;
  start: number;
  end: number;
}

/** A record as it is stored; what it holds may come in pieces. */
export function frame(...pieces: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  let length = 0;
  for (const piece of pieces) {
    hash.update(piece);
    length += piece.length;
  }
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt32LE(length, 4);
  hash.digest().copy(header, 8, 0, 8);
  return Buffer.concat([header, ...pieces]);
}

export const frameValue = (value: unknown): Uint8Array => frame(Buffer.from(JSON.stringify(value)));

/** What a record that stands at `at` holds, and where it ends; null where no whole one stands there. */
export function unframe(bytes: Buffer, at = 0): { payload: Buffer; end: number } | null {
  if (at + HEADER_BYTES > bytes.length || bytes.compare(MAGIC, 0, 4, at, at + 4) !== 0) return null;
  const start = at + HEADER_BYTES;
  const end = start + bytes.readUInt32LE(at + 4);
  if (end > bytes.length) return null;
  const payload = bytes.subarray(start, end);
  const sum = createHash('sha256').update(payload).digest();
  return sum.compare(bytes, at + 8, at + HEADER_BYTES, 0, 8) === 0 ? { payload, end } : null;
}

/** The payload of every whole record of a file, in order; a whole one after bad bytes still counts. */
export function frames(file: Uint8Array): { payload: Buffer; start: number; end: number }[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const records: { payload: Buffer; start: number; end: number }[] = [];
  let at = 0;
  while (at < bytes.length) {
    const record = unframe(bytes, at);
    if (record) {
      records.push({ ...record, start: at });
      at = record.end;
    } else {
      const next = bytes.indexOf(MAGIC, at + 1);
      at = next < 0 ? bytes.length : next;
    }
  }
  return records;
}

/** Every good record of a file of JSON, in order. One that is whole and no JSON was not written by us. */
export function scan(file: Uint8Array): Framed[] {
  return frames(file).flatMap(({ payload, start, end }) => {
    try {
      return [{ value: JSON.parse(payload.toString()) as unknown, start, end }];
    } catch {
      return [];
    }
  });
}

/**
 * Whether bytes after the last good record are what a crash leaves of an append that was never acknowledged: the
 * beginning of a record, or room that the disk had not filled yet (its end is zeros; JSON never is). Else it is damage.
 */
export function looksTorn(tail: Uint8Array): boolean {
  if (tail.length === 0 || tail.at(-1) === 0) return true;
  const head = Buffer.from(tail.subarray(0, HEADER_BYTES));
  if (head.compare(MAGIC, 0, Math.min(4, head.length), 0, Math.min(4, head.length)) !== 0) return false;
  return head.length < HEADER_BYTES || HEADER_BYTES + head.readUInt32LE(4) > tail.length;
}
