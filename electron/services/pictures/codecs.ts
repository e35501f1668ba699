import jpegDecode, { init as initJpegDecoder } from '@jsquash/jpeg/decode.js';
import jpegEncode, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js';
import pngDecode, { init as initPngDecoder } from '@jsquash/png/decode.js';
import webpDecode, { init as initWebpDecoder } from '@jsquash/webp/decode.js';
import webpEncode, { init as initWebpEncoder } from '@jsquash/webp/encode.js';
import jpegDecoder from '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm?url&inline';
import jpegEncoder from '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm?url&inline';
import pngDecoder from '@jsquash/png/codec/pkg/squoosh_png_bg.wasm?url&inline';
import webpDecoder from '@jsquash/webp/codec/dec/webp_dec.wasm?url&inline';
import webpEncoder from '@jsquash/webp/codec/enc/webp_enc_simd.wasm?url&inline';
import type { Pixels } from '../../../src/picture/scale.ts';
import { sniff } from './sniff.ts';

/*
 * Decodes and encodes pictures where no browser does it: Squoosh's WebAssembly codecs (mozjpeg, libwebp, the png crate),
 * which stand in the program's own file.
 */

/** As fine as the window makes them (renderer/pictures/draw.ts), in percent. */
const QUALITY = { 'image/jpeg': 86, 'image/webp': 82 };

/** The codecs hand their pixels over in the browser's class, which Node has not. */
class PlainImageData implements Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}

/** In every JavaScript engine; Node's types leave it to the browser's. */
declare const WebAssembly: { Module: new (program: Uint8Array) => object };

/** A codec's program, out of its data: address. */
const compiled = (address: string): object =>
  new WebAssembly.Module(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'));

type Init = (program: object, room?: object) => Promise<unknown>;
/** What is wrong is said by whoever asked for the picture. */
const QUIET = { print: () => undefined, printErr: () => undefined };

/** Starts a codec when it is first needed. */
function once(init: unknown, address: string): () => Promise<unknown> {
  let ready: Promise<unknown> | null = null;
  return () => {
    (globalThis as { ImageData?: unknown }).ImageData ??= PlainImageData;
    return (ready ??= (init as Init)(compiled(address), QUIET));
  };
}

const ready = {
  jpegDecoder: once(initJpegDecoder, jpegDecoder),
  jpegEncoder: once(initJpegEncoder, jpegEncoder),
  pngDecoder: once(initPngDecoder, pngDecoder),
  webpDecoder: once(initWebpDecoder, webpDecoder),
  webpEncoder: once(initWebpEncoder, webpEncoder),
};

type Decode = (file: ArrayBuffer, options?: object) => Promise<Pixels>;
type Encode = (picture: Pixels, options: object) => Promise<ArrayBuffer>;
// Their own types speak of the browser's classes.
const decodeWith = {
  jpg: jpegDecode as unknown as Decode,
  png: pngDecode as unknown as Decode,
  webp: webpDecode as unknown as Decode,
};
const encodeWith = { 'image/jpeg': jpegEncode as unknown as Encode, 'image/webp': webpEncode as unknown as Encode };

const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** A picture's pixels, upright (EXIF orientation applied); null for a type or a file that cannot be decoded here. */
export async function decodePicture(bytes: Uint8Array): Promise<Pixels | null> {
  const sniffed = sniff(bytes);
  const extension = sniffed && 'taken' in sniffed ? sniffed.taken.extension : null;
  try {
    switch (extension) {
      case 'jpg':
        await ready.jpegDecoder();
        return await decodeWith.jpg(buffer(bytes), { preserveOrientation: true });
      case 'png':
        await ready.pngDecoder();
        return await decodeWith.png(buffer(bytes));
      case 'webp':
        await ready.webpDecoder();
        return await decodeWith.webp(buffer(bytes));
      default:
        return null;
    }
  } catch {
    // The codecs throw at what they do not know, as four inks in a JPEG, and at damage.
    return null;
  }
}

/** The pixels as a JPEG or WebP file without metadata. */
export async function encodePicture(pixels: Pixels, type: 'image/jpeg' | 'image/webp'): Promise<Uint8Array> {
  await (type === 'image/jpeg' ? ready.jpegEncoder() : ready.webpEncoder());
  return new Uint8Array(await encodeWith[type](pixels, { quality: QUALITY[type] }));
}
