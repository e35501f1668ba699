import { besidePath } from '../beside.ts';
import { attribute, type PageNode } from './tree.ts';
import type { ImportedPicture } from '../imported.ts';

/** What an `img` turned out to be. */
export type Found =
  | { kind: 'picture'; source: ImportedPicture['source'] }
  | { kind: 'text'; text: string }
  | { kind: 'missing-picture' | 'unsupported-picture' | 'spacer' };

const DATA = /^data:\s*(image\/(?:jpeg|jpg|png|webp|gif|avif))\s*(?:;[^,;]*)*;\s*base64\s*,/i;
const EMOJI = /^\p{RGI_Emoji}{1,3}$/v;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i;
VALUES['-'.charCodeAt(0)] = 62;
VALUES['_'.charCodeAt(0)] = 63;

/** Base64 as bytes, blanks overlooked; null when a character is no base64 or nothing is there. */
function base64Bytes(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) continue;
    if (code === 0x3d) break;
    const value = code < 128 ? (VALUES[code] ?? -1) : -1;
    if (value < 0) return null;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (held >> bits) & 0xff;
    }
  }
  return length === 0 ? null : bytes.slice(0, length);
}

function isSpacer(img: PageNode): boolean {
  const small = (name: string): boolean => /^[0-2](?:px)?$/.test((attribute(img, name) ?? '').trim());
  return small('width') || small('height');
}

/** The address that counts: pages that load pictures late keep the real one beside a placeholder. */
function addressOf(img: PageNode): string {
  const src = (attribute(img, 'src') ?? '').trim();
  const late = (
    attribute(img, 'data-src') ??
    attribute(img, 'data-original') ??
    attribute(img, 'data-lazy-src') ??
    ''
  ).trim();
  return late !== '' && (src === '' || (src.length < 200 && src.startsWith('data:'))) ? late : src;
}

/** What a picture of a page is to a story: bytes to keep, an address never fetched here, a file beside the page (where it has a folder), an emoji's character, or nothing usable. */
export function findPicture(img: PageNode, hasFolder: boolean): Found {
  const alt = (attribute(img, 'alt') ?? '').trim();
  if (EMOJI.test(alt)) return { kind: 'text', text: alt };
  if (isSpacer(img)) return { kind: 'spacer' };
  const address = addressOf(img);
  if (/^data:/i.test(address)) {
    const head = DATA.exec(address.slice(0, 200));
    const bytes = head ? base64Bytes(address.slice(head[0].length)) : null;
    if (!head || !bytes) return { kind: 'unsupported-picture' };
    return {
      kind: 'picture',
      source: { kind: 'bytes', type: (head[1] ?? '').toLowerCase().replace('jpg', 'jpeg'), bytes },
    };
  }
  if (/^(?:https?:)?\/\/[^/]/i.test(address)) {
    return {
      kind: 'picture',
      source: { kind: 'address', address: address.startsWith('//') ? `https:${address}` : address },
    };
  }
  const path = hasFolder ? besidePath(address) : null;
  return path === null ? { kind: 'missing-picture' } : { kind: 'picture', source: { kind: 'beside', path } };
}
