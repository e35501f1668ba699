import { fromUtf8 } from '../../base/bytes.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromVni } from './vni.ts';

// In the window, Electron's Node and plain Node alike; only its type is not in the ES library.
declare const TextDecoder: new (encoding: string) => { decode: (bytes: Uint8Array) => string };

/** How a text was encoded. `tcvn3` and `vni` are the Vietnamese fonts' encodings from before Unicode. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'windows-1258' | 'tcvn3' | 'vni';

/** Common Vietnamese words that no other encoding spells by chance: each has a letter outside Latin-1. */
const COMMON =
  /(?<![\p{L}\p{M}])(?:của|người|được|những|một|với|đã|tại|từ|đến|năm|tỉnh|về|đồng|việc|để|ở|bị|sẽ|lại|đầu|số|bộ|phủ|dự|cầu|nước|đường|huyện|hội|chủ|việt|động|ngày \d|xã|độc lập|nghĩa)(?![\p{L}\p{M}])/giu;

const SAMPLE = 50_000;
const score = (text: string): number => text.slice(0, SAMPLE).match(COMMON)?.length ?? 0;

/** Text that a program took for Latin-1 though a Vietnamese font's encoding is meant, as Unicode; null where it is none. */
export function fromFontEncoding(text: string): { text: string; encoding: 'tcvn3' | 'vni' } | null {
  // Both write Vietnamese with the upper half of Latin-1 alone.
  if (!/[\u00a1-\u00ff]/.test(text) || score(text) > 0) return null;
  // The beginning tells; only what is Vietnamese is converted whole.
  const sample = text.slice(0, SAMPLE);
  const readings = [
    { read: fromTcvn3, encoding: 'tcvn3' as const },
    { read: fromVni, encoding: 'vni' as const },
  ].map((reading) => ({ ...reading, score: score(reading.read(sample)) }));
  const best = readings.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score >= 2 ? { text: best.read(text), encoding: best.encoding } : null;
}

/** UTF-16 without its mark: every other byte of Latin text is zero. */
function bareUtf16(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 8) return null;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 6;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : null;
}

function marked(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

/** Eight-bit text by what reads best: Vietnamese in one of its encodings, else Western. */
function eightBit(bytes: Uint8Array, declared: string | undefined): { text: string; encoding: Encoding } {
  if (declared) {
    try {
      return { text: decode(bytes, declared).normalize('NFC'), encoding: 'windows-1252' };
    } catch {
      // A name that no decoder knows says nothing; the text is looked at itself.
    }
  }
  const western = decode(bytes, 'windows-1252');
  const vietnamese = decode(bytes, 'windows-1258').normalize('NFC');
  if (score(vietnamese) > 0) return { text: vietnamese, encoding: 'windows-1258' };
  // The decoder maps 0x80-0x9f to other characters; the fonts' encodings use none of those.
  const font = fromFontEncoding(western);
  if (font) return font;
  return /[\u0300-\u0323\u01a0\u01b0\u0103\u0111]/.test(decode(bytes, 'windows-1258')) && /[ìÌòÒÞ]/.test(western)
    ? { text: vietnamese, encoding: 'windows-1258' }
    : { text: western, encoding: 'windows-1252' };
}

/**
 * A file's bytes as text: UTF-8 and UTF-16 with or without their mark, Windows-1258 and Windows-1252, and the old
 * Vietnamese encodings TCVN3 and VNI, known by what reads as Vietnamese. Never fails: what nothing fits is Western.
 *
 * @param declared the encoding that the file itself names, used where it is not UTF
 */
export function decodeText(bytes: Uint8Array, declared?: string): { text: string; encoding: Encoding } {
  const known = marked(bytes) ?? bareUtf16(bytes);
  const text =
    known === 'utf-16le' || known === 'utf-16be'
      ? decode(bytes, known)
      : (fromUtf8(bytes) ?? (known && decode(bytes, known)));
  if (text === null) return eightBit(bytes, declared);
  const plain = text.replace(/^\ufeff/, '');
  return fromFontEncoding(plain) ?? { text: plain, encoding: known ?? 'utf-8' };
}
