import { utf8, joined } from '../../base/bytes.ts';
import type { Photo } from '../../story/schema.ts';
import { ascii, startsWith } from '../file/bytes.ts';
import { APPLICATION, COMMENT, gifXmp, joinGif, splitGif } from '../file/gif.ts';
import { jpegSegment, splitJpeg } from '../file/jpeg.ts';
import { joinPng, pngChunk, pngChunks } from '../file/png.ts';
import { joinWebp, webpChunks, type WebpChunk } from '../file/webp.ts';
import { metadataBlocks, PHOTOSHOP_HEAD, PNG_XMP_HEAD, XMP_HEAD } from '../read/blocks.ts';
import { avif } from './avif.ts';
import { cameraBlock } from './camera.ts';
import { writtenDetails, type WrittenDetails } from './details.ts';
import { exifSegmentData, orientationBlock, orientationOf } from './exif.ts';
import { iimResources } from './iim.ts';
import { webpCanvas } from './webp-canvas.ts';
import { xmpPacket } from './xmp.ts';

/** How a picture leaves. */
export interface WriteOptions {
  /** The camera's own EXIF (`cameraBlock`), where it was asked for; otherwise it stays in the house. */
  camera?: Uint8Array | null | undefined;
}

/** The EXIF that goes out: the camera's if it was asked for, else how the picture stands, if it is not upright. */
function outgoingExif(bytes: Uint8Array, { camera = null }: WriteOptions): Uint8Array | null {
  if (camera) return camera;
  const orientation = orientationOf(metadataBlocks(bytes).exif);
  return orientation === 1 ? null : orientationBlock(orientation);
}

/**
 * What the camera wrote into a picture, for pictures that are made of it.
 *
 * @param isUpright whether those stand upright already
 */
export function cameraOf(bytes: Uint8Array, isUpright: boolean): Uint8Array | null {
  const { exif } = metadataBlocks(bytes);
  return exif ? cameraBlock(exif, isUpright ? 1 : orientationOf(exif)) : null;
}

function jpeg(bytes: Uint8Array, details: WrittenDetails, options: WriteOptions): Uint8Array | null {
  const split = splitJpeg(bytes);
  if (!split) return null;
  // JFIF, the colour profile and Adobe's colour transform are the picture's; other application data and comments speak of its maker.
  const isPicture = (marker: number, data: Uint8Array): boolean =>
    marker === 0xe0 || marker === 0xee || (marker === 0xe2 && startsWith(data, 'ICC_PROFILE\0'));
  const kept = split.segments.filter(
    ({ marker, data }) => marker !== 0xfe && ((marker & 0xf0) !== 0xe0 || isPicture(marker, data)),
  );
  const jfif = kept[0]?.marker === 0xe0 ? kept.slice(0, 1) : [];
  const exif = outgoingExif(bytes, options);
  const parts = [
    exif && jpegSegment(0xe1, exifSegmentData(exif)),
    jpegSegment(0xe1, ascii(XMP_HEAD), utf8(xmpPacket(details))),
    jpegSegment(0xed, ascii(PHOTOSHOP_HEAD), iimResources(details)),
  ];
  return joined(
    Uint8Array.of(0xff, 0xd8),
    ...jfif.map((segment) => segment.bytes),
    ...parts.filter((part) => part !== null),
    ...kept.slice(jfif.length).map((segment) => segment.bytes),
    split.scans,
  );
}

/** Chunks of a PNG that say something about it in words, or when it was changed. */
const PNG_WORDS = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);

function png(bytes: Uint8Array, details: WrittenDetails, options: WriteOptions): Uint8Array | null {
  const chunks = pngChunks(bytes);
  if (!chunks) return null;
  const [header, ...others] = chunks.filter(({ type }) => !PNG_WORDS.has(type));
  if (!header) return null;
  const exif = outgoingExif(bytes, options);
  const words = pngChunk('iTXt', joined(ascii(PNG_XMP_HEAD), utf8(xmpPacket(details))));
  return joinPng([header, words, ...(exif ? [pngChunk('eXIf', exif)] : []), ...others]);
}

function webp(bytes: Uint8Array, details: WrittenDetails, options: WriteOptions): Uint8Array | null {
  const chunks = webpChunks(bytes);
  const pictures = chunks?.filter(({ type }) => type !== 'EXIF' && type !== 'XMP ' && type !== 'VP8X');
  const exif = outgoingExif(bytes, options);
  const canvas = chunks && webpCanvas(chunks, { hasExif: exif !== null, hasXmp: true });
  if (!pictures || !canvas) return null;
  const words: WebpChunk[] = [
    ...(exif ? [{ type: 'EXIF', data: exif }] : []),
    { type: 'XMP ', data: utf8(xmpPacket(details)) },
  ];
  return joinWebp([canvas, ...pictures, ...words]);
}

/** What the moving picture and its colours need; other applications' data and comments speak of its maker. */
const GIF_PICTURE = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']);

function gif(bytes: Uint8Array, details: WrittenDetails): Uint8Array | null {
  const split = splitGif(bytes);
  const kept = split?.blocks.filter(({ label, application }) =>
    label === APPLICATION ? GIF_PICTURE.has(application) : label !== COMMENT,
  );
  return split && kept ? joinGif(split.head, [...kept, gifXmp(utf8(xmpPacket(details)))]) : null;
}

/**
 * The picture with a photo's fields written into it (XMP, and IIM in a JPEG) in the place of all that it said before; its
 * pixels, colour profile and orientation are as they were. In an AVIF the fields stand only where there was room for
 * them. Files that make no sense come back unchanged.
 */
export function writeDetails(bytes: Uint8Array, photo: Photo, options: WriteOptions = {}): Uint8Array {
  const details = writtenDetails(photo);
  return (
    jpeg(bytes, details, options) ??
    png(bytes, details, options) ??
    webp(bytes, details, options) ??
    gif(bytes, details) ??
    avif(bytes, details, options) ??
    bytes
  );
}
