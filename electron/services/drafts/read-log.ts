import { looksTorn, scan } from './frame.ts';
import { logRecordSchema, type ChangeRecord, type StartRecord } from './records.ts';

/** What a log or a mirror turned out to hold. */
export interface LogReading {
  start: StartRecord | null;
  /** Every change that can be read, in the file's order. */
  changes: ChangeRecord[];
  /** The number of the last change that the file knows of; -1 where it knows of none. */
  last: number;
  /** It was closed in good order, and nothing came after. */
  isEnded: boolean;
  /** Bytes up to the end of the last good record. */
  goodLength: number;
  /** `torn`: an append was cut short at the end, as a power cut does; nothing acknowledged is missing because of it. */
  state: 'whole' | 'torn' | 'damaged';
}

/** Reads the log or mirror of one generation of one story; never throws, whatever the bytes. */
export function readLog(bytes: Uint8Array, id: string, generation: number): LogReading {
  const reading: LogReading = { start: null, changes: [], last: -1, isEnded: false, goodLength: 0, state: 'whole' };
  const damaged = (): void => void (reading.state = 'damaged');
  for (const { value, start, end } of scan(bytes)) {
    if (start !== reading.goodLength) damaged();
    reading.goodLength = end;
    const record = logRecordSchema.safeParse(value).data;
    if (!record) {
      damaged();
    } else if ('seq' in record) {
      // A number that does not follow: something between was lost, or a piece of the file is there twice.
      if (record.seq !== reading.last + 1) damaged();
      reading.changes.push(record);
      reading.last = Math.max(reading.last, record.seq);
      reading.isEnded = false;
    } else if ('start' in record) {
      const isOurs = record.id === id && record.start === generation;
      if (!isOurs || start !== 0) damaged();
      if (isOurs) reading.start ??= record;
      reading.last = Math.max(reading.last, record.after);
    } else {
      if (reading.isEnded || record.last !== reading.last) damaged();
      reading.last = Math.max(reading.last, record.last);
      reading.isEnded = true;
    }
  }
  if (!reading.start) damaged();
  if (reading.state === 'whole' && reading.goodLength < bytes.length) {
    reading.state = looksTorn(bytes.subarray(reading.goodLength)) ? 'torn' : 'damaged';
  }
  return reading;
}
