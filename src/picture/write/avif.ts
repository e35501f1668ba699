import { utf8, joined } from '../../base/bytes.ts';
import { boxesIn, metadataItems, type Box } from '../file/boxes.ts';
import { ascii, latin } from '../file/bytes.ts';
import type { WrittenDetails } from './details.ts';
import { xmpPacket } from './xmp.ts';

/** An EXIF item that says nothing: where its TIFF structure begins, and one without an entry. */
const NO_EXIF = joined(Uint8Array.of(0, 0, 0, 0), ascii('MM\0*'), Uint8Array.of(0, 0, 0, 8, 0, 0, 0, 0, 0, 0));
const NO_XMP = utf8('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>');

/** What to write over so many bytes: the first that fits, and what is left filled up. */
function filled(length: number, filler: number, ...choices: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(length).fill(filler);
  whole.set(choices.find((choice) => choice.length <= length) ?? new Uint8Array());
  return whole;
}

/** Boxes at the top and in a film's head that speak of it: their place stays, as free room. */
function spokenBoxes(bytes: Uint8Array, from = 0, to = bytes.length): Box[] {
  return boxesIn(bytes, from, to).flatMap((box) => {
    if (box.type === 'uuid' || box.type === 'udta') return [box];
    return box.type === 'moov' || box.type === 'trak' ? spokenBoxes(bytes, box.start, box.end) : [];
  });
}

/**
 * An AVIF whose EXIF and XMP are written over where they stand, so that nothing else in it moves: the EXIF with nothing,
 * unless the camera's was asked for, the XMP with the photo's fields as far as there is room. Null for any other file.
 */
export function avif(
  bytes: Uint8Array,
  details: WrittenDetails,
  { camera = null }: { camera?: Uint8Array | null | undefined },
): Uint8Array | null {
  if (latin(bytes.subarray(4, 8)) !== 'ftyp') return null;
  const written = bytes.slice();
  for (const { kind, extents } of metadataItems(bytes)) {
    if (kind === 'exif' && camera) continue;
    for (const [index, { from, length }] of extents.entries()) {
      const choices = index > 0 ? [] : kind === 'exif' ? [NO_EXIF] : [utf8(xmpPacket(details)), NO_XMP];
      written.set(filled(length, kind === 'exif' ? 0 : 0x20, ...choices), from);
    }
  }
  for (const { from, start, end } of spokenBoxes(bytes)) {
    written.set(ascii('free'), from + 4);
    written.fill(0, start, end);
  }
  return written;
}
