import { z } from '../../../src/base/schema.ts';
import { versionSchema, type Version } from '../../../src/versions/index.ts';
import { frame, frames, looksTorn } from '../drafts/frame.ts';

/** The number of this layout; a record with a higher one is a newer Copydesk's, and its pack is let be. */
const RECORD_FORMAT = 2;
const NEWLINE = 0x0a;

const number = z.int().positive();

/** What stands before a version's content in its record. */
const headSchema = z.object({
  format: number,
  n: number,
  version: versionSchema,
  /** The number of the last change that the content holds, so that the log can be replayed over it. */
  seq: z.int().nonnegative(),
  /** It came from another copy of the story, and this one did not come from it. */
  isForeign: z.boolean(),
  /** The version of the same pack that the content is told by its differences from; null where it is told whole. */
  against: number.nullable(),
  /** The version that stands before this one in the pack, so that one which is missing is noticed. */
  before: number.nullable(),
  /**
   * The numbers, as spans from the first to the last, of the versions that were kept for ever when this one was made: one
   * of them that is not there was lost. Only in the first record of a pack.
   */
  kept: z
    .array(z.tuple([number, number]))
    .max(10_000)
    .optional(),
});

/** A version as it stands in a pack. `packed` is the story's stored JSON by Zstandard (RFC 8878), see chain.ts. */
export interface PackRecord {
  n: number;
  version: Version;
  seq: number;
  isForeign: boolean;
  against: number | null;
  before: number | null;
  kept?: [number, number][] | undefined;
  packed: Uint8Array;
}

/** A record's bytes: a framed line of JSON and the packed story. */
export function recordBytes({ n, version, seq, isForeign, against, before, kept, packed }: PackRecord): Uint8Array {
  // In this order, so that the same record has the same bytes wherever it comes from.
  const head = { format: RECORD_FORMAT, n, version, seq, isForeign, against, before, kept };
  return frame(Buffer.from(`${JSON.stringify(head)}\n`), packed);
}

/** What a file of records holds. */
export interface PackReading {
  records: PackRecord[];
  /** The largest number that a version in it bears. */
  last: number;
  /** `torn`: an append was cut short at the end, as a power cut does; nothing that was promised is missing because of it. */
  state: 'whole' | 'torn' | 'damaged' | 'newer';
}

/** Reads one copy of a pack; never throws, whatever the bytes. */
export function readRecords(bytes: Uint8Array | null): PackReading {
  const reading: PackReading = { records: [], last: 0, state: 'whole' };
  let good = 0;
  for (const { payload, start, end } of frames(bytes ?? new Uint8Array())) {
    const head = headOf(payload);
    if (start !== good || !head) reading.state = 'damaged';
    good = end;
    if (!head) continue;
    const { format, ...record } = head;
    reading.last = Math.max(reading.last, record.n);
    if (format > RECORD_FORMAT) return { ...reading, state: 'newer' };
    reading.records.push({ ...record, packed: payload.subarray(payload.indexOf(NEWLINE) + 1) });
  }
  if (!bytes || bytes.length === 0) return { ...reading, state: 'damaged' };
  if (reading.state === 'whole' && good < bytes.length)
    reading.state = looksTorn(bytes.subarray(good)) ? 'torn' : 'damaged';
  return reading;
}

function headOf(payload: Buffer): z.infer<typeof headSchema> | null {
  try {
    const head = headSchema.safeParse(JSON.parse(payload.toString('utf8', 0, payload.indexOf(NEWLINE)))).data;
    // What refers to itself, or to what came later, would never be unpacked.
    return head && (head.against ?? 0) < head.n ? head : null;
  } catch {
    return null;
  }
}
