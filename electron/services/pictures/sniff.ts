/** A picture type that Copydesk takes in: its media type and the ending of its file. */
export interface PictureType {
  type: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/avif';
  extension: 'jpg' | 'png' | 'webp' | 'gif' | 'avif';
}

/** What the first bytes of a file say: a type that is taken, a named picture type that is not, or no picture. */
export type Sniffed = { taken: PictureType } | { foreign: string } | null;

export const pictureTypes: readonly PictureType[] = [
  { type: 'image/jpeg', extension: 'jpg' },
  { type: 'image/png', extension: 'png' },
  { type: 'image/webp', extension: 'webp' },
  { type: 'image/gif', extension: 'gif' },
  { type: 'image/avif', extension: 'avif' },
];

const taken = (extension: PictureType['extension']): Sniffed => {
  const found = pictureTypes.find((picture) => picture.extension === extension);
  return found ? { taken: found } : null;
};

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

const HEIC = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

/** ISO base media files name what they are compatible with in their first box (ISO/IEC 14496-12, `ftyp`). */
function sniffBoxes(bytes: Uint8Array): Sniffed {
  const length = Math.min(Buffer.from(bytes.subarray(0, 4)).readUInt32BE(), 128, bytes.length);
  const brands = [latin(bytes, 8, 12)];
  for (let at = 16; at + 4 <= length; at += 4) brands.push(latin(bytes, at, at + 4));
  if (brands.includes('avif') || brands.includes('avis')) return taken('avif');
  return brands.some((brand) => HEIC.has(brand)) ? { foreign: 'HEIC' } : null;
}

/** Whether the text begins as an SVG drawing does, after whatever XML puts before it. */
function isSvg(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.subarray(0, 4096))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  return text.startsWith('<') && /^(?:<[?!][^<]*|<!--[^]*?-->|\s)*<(?:\w+:)?svg[\s>]/.test(text);
}

/** Tells a picture by its content; its name may say anything. */
export function sniff(bytes: Uint8Array): Sniffed {
  const head = latin(bytes, 0, 12);
  if (head.startsWith('\xff\xd8\xff')) return taken('jpg');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return taken('png');
  if (/^GIF8[79]a/.test(head)) return taken('gif');
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return taken('webp');
  if (head.slice(4, 8) === 'ftyp') return sniffBoxes(bytes);
  // Camera raw files are TIFF inside.
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return { foreign: 'TIFF' };
  if (head.startsWith('BM') && bytes.length > 26 && Buffer.from(bytes.subarray(6, 10)).readUInt32LE() === 0)
    return { foreign: 'BMP' };
  if (head.startsWith('8BPS')) return { foreign: 'PSD' };
  if (head.startsWith('\xff\x0a') || head.startsWith('\0\0\0\x0cJXL ')) return { foreign: 'JPEG XL' };
  if (isSvg(bytes)) return { foreign: 'SVG' };
  return null;
}
