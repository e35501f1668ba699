import { join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { scan } from './frame.ts';
import { fileName, parseFileName, type Kind } from './layout.ts';
import { readLog, type LogReading } from './read-log.ts';
import { snapshotSchema, type SnapshotRecord } from './records.ts';

/** One generation as found on disk; what is not there is undefined. */
export interface Generation {
  number: number;
  snapshot?: { record: SnapshotRecord | null; isDamaged: boolean };
  log?: LogReading;
  mirror?: LogReading;
  /** The mirror holds the log's good bytes and no others. */
  isMirrored: boolean;
}

function readSnapshot(bytes: Uint8Array, id: string, generation: number): Generation['snapshot'] {
  const records = scan(bytes);
  const parsed = records.map(({ value }) => snapshotSchema.safeParse(value).data);
  const record = parsed.find((found) => found?.id === id && found.snapshot === generation) ?? null;
  return { record, isDamaged: !record || records.length !== 1 || records[0]?.end !== bytes.length };
}

/** The bytes of a file; none where the disk itself cannot read them back, which is damage like any other. */
async function readBytes(disk: Disk, path: string): Promise<Uint8Array | null> {
  try {
    return await disk.read(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EIO') return new Uint8Array();
    throw error;
  }
}

const sameGoodBytes = (a: Uint8Array, readA: LogReading, b: Uint8Array): boolean =>
  Buffer.compare(a.subarray(0, readA.goodLength), b) === 0;

async function readGeneration(
  disk: Disk,
  folder: string,
  id: string,
  number: number,
  kinds: Set<Kind>,
): Promise<Generation> {
  const bytes = async (kind: Kind): Promise<Uint8Array | null> =>
    kinds.has(kind) ? readBytes(disk, join(folder, fileName(kind, number))) : null;
  const [snap, log, mir] = [await bytes('snap'), await bytes('log'), await bytes('mir')];
  const generation: Generation = { number, isMirrored: false };
  if (snap) generation.snapshot = readSnapshot(snap, id, number);
  if (log) generation.log = readLog(log, id, number);
  if (mir) generation.mirror = readLog(mir, id, number);
  if (log && mir && generation.log) generation.isMirrored = sameGoodBytes(log, generation.log, mir);
  return generation;
}

/** Every generation in a story's folder, the oldest first. Reads only. Throws the disk's errors, but for EIO. */
export async function readFolder(disk: Disk, folder: string, id: string): Promise<Generation[]> {
  const kinds = new Map<number, Set<Kind>>();
  for (const name of await disk.list(folder)) {
    const file = parseFileName(name);
    if (file) kinds.set(file.generation, (kinds.get(file.generation) ?? new Set()).add(file.kind));
  }
  const numbers = [...kinds.keys()].sort((a, b) => a - b);
  return Promise.all(numbers.map((number) => readGeneration(disk, folder, id, number, kinds.get(number) ?? new Set())));
}
