import { crc32, deflateSync } from 'node:zlib';

const u32 = (n: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(n);
  return bytes;
};

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([u32(data.length), content, u32(crc32(content))]);
}

interface SolidOptions {
  /** Bits a channel. */
  bits?: 8 | 16;
  /** Red, green, blue, each 0 to 255. */
  colour?: readonly [number, number, number];
}

function rowsOf(width: number, height: number, { bits = 8, colour = [0, 0, 0] }: SolidOptions): Buffer {
  const pixel = colour.flatMap((part) => (bits === 16 ? [part, part] : [part]));
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * pixel.length, Buffer.from(pixel))]);
  return deflateSync(Buffer.alloc(row.length * height, row), { level: 1 });
}

const header = (width: number, height: number, bits: number): Buffer =>
  chunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from([bits, 2, 0, 0, 0])]));
const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const END = chunk('IEND', Buffer.alloc(0));

/** A PNG of one colour whose rows really are there. */
export function solidPng(width: number, height: number, options: SolidOptions = {}): Buffer {
  const pixels = chunk('IDAT', rowsOf(width, height, options));
  return Buffer.concat([SIGNATURE, header(width, height, options.bits ?? 8), pixels, END]);
}

/** An animated PNG (W3C PNG, 11.3.6) of a frame for each colour, half a second each. */
export function movingPng(
  width: number,
  height: number,
  colours: readonly (readonly [number, number, number])[],
): Buffer {
  let sequence = 0;
  const frames = colours.flatMap((colour, index) => {
    const place = Buffer.concat([u32(width), u32(height), u32(0), u32(0), Buffer.from([0, 1, 0, 2, 0, 0])]);
    const control = chunk('fcTL', Buffer.concat([u32(sequence++), place]));
    const rows = rowsOf(width, height, { colour });
    return [control, index === 0 ? chunk('IDAT', rows) : chunk('fdAT', Buffer.concat([u32(sequence++), rows]))];
  });
  const animation = chunk('acTL', Buffer.concat([u32(colours.length), u32(0)]));
  return Buffer.concat([SIGNATURE, header(width, height, 8), animation, ...frames, END]);
}
