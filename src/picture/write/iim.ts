import { utf8, joined } from '../../base/bytes.ts';
import { ascii, be32 } from '../file/bytes.ts';
import type { WrittenDetails } from './details.ts';

/** The most that an ordinary dataset can hold, in bytes. What IIM asks beyond it (32 for a credit) no reader minds. */
const MAX_DATASET = 32_767;

/** UTF-8 text of at most so many bytes, never half of a letter. */
function cut(text: string): Uint8Array {
  const bytes = utf8(text);
  if (bytes.length <= MAX_DATASET) return bytes;
  let end = MAX_DATASET;
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end);
}

function dataset(record: number, number: number, value: Uint8Array): Uint8Array {
  return joined(Uint8Array.of(0x1c, record, number, value.length >> 8, value.length & 0xff), value);
}

const texts = (number: number, ...values: string[]): Uint8Array[] =>
  values.filter(Boolean).map((value) => dataset(2, number, cut(value)));

/** `2026-11-20T07:15:00+07:00` as 2:55 and, with its time, 2:60. */
function dates(takenAt: string): Uint8Array[] {
  const [, day = '', time = '', zone = ''] =
    /^([\d-]{10})(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?$/.exec(takenAt) ?? [];
  const digits = (text: string): string => text.replace(/[-:]/g, '');
  const offset = zone === 'Z' ? '+0000' : zone.replace(':', '');
  return [...texts(55, digits(day)), ...texts(60, time && digits(time) + offset)];
}

/** A photo's fields as Photoshop image resources with an IIM block (IPTC-NAA IIM 4.2, resource 0x0404), in UTF-8. */
export function iimResources(details: WrittenDetails): Uint8Array {
  const block = joined(
    dataset(1, 90, ascii('\x1b%G')),
    dataset(2, 0, Uint8Array.of(0, 4)),
    ...texts(25, ...details.keywords),
    ...texts(40, details.instructions),
    ...dates(details.takenAt),
    ...texts(80, ...details.creators),
    ...texts(90, details.place.city),
    ...texts(92, details.place.sublocation),
    ...texts(95, details.place.state),
    ...texts(101, details.place.country),
    ...texts(105, details.headline),
    ...texts(110, details.credit),
    ...texts(115, details.source),
    ...texts(116, details.rights),
    ...texts(120, details.caption),
    ...texts(122, details.captionWriter),
  );
  const padding = new Uint8Array(block.length & 1);
  return joined(ascii('8BIM'), Uint8Array.of(0x04, 0x04, 0, 0), be32(block.length), block, padding);
}
