import { base64, utf8 } from '../base/bytes.ts';

// Web Crypto is in every place this code runs; only its types are not in the ES library.
interface Key {
  readonly type: string;
}
declare const crypto: {
  subtle: {
    importKey: (
      format: 'raw',
      key: Uint8Array,
      algorithm: { name: 'HMAC'; hash: 'SHA-256' },
      extractable: false,
      uses: ['sign'],
    ) => Promise<Key>;
    sign: (algorithm: 'HMAC', key: Key, data: Uint8Array) => Promise<ArrayBuffer>;
  };
};

/** HMAC-SHA256 (RFC 2104) of the data. */
export async function hmacSha256(secret: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, data));
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The bytes that hex digits say. */
export const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** Base64 for addresses and tokens (RFC 4648 5), without padding. */
const base64Url = (bytes: Uint8Array): string =>
  base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** A JSON web token (RFC 7519), HS256. */
export async function token(secret: Uint8Array, head: object, claims: object): Promise<string> {
  const said = [head, claims].map((part) => base64Url(utf8(JSON.stringify(part)))).join('.');
  return `${said}.${base64Url(await hmacSha256(secret, utf8(said)))}`;
}
