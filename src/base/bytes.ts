// In the window, Electron's Node and plain Node alike; only their types are not in the ES library.
declare const crypto: { subtle: { digest: (algorithm: 'SHA-256', bytes: Uint8Array) => Promise<ArrayBuffer> } };
declare const TextEncoder: new () => { encode: (text: string) => Uint8Array };
declare const TextDecoder: new (
  encoding: 'utf-8',
  options: { fatal: true; ignoreBOM: true },
) => { decode: (bytes: Uint8Array) => string };
declare function btoa(binary: string): string;

/** The text as UTF-8; half of a surrogate pair becomes U+FFFD. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The text that UTF-8 bytes hold, or null where they are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The pieces as one. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** SHA-256 (FIPS 180-4) of the bytes, 32 of them. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** SHA-256 in lower-case hex, 64 characters: how the story names its pictures. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  return Array.from(await sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Base64 (RFC 4648, padded). */
export function base64(bytes: Uint8Array): string {
  // A multiple of three, so that the pieces join without padding; small enough to be a function's arguments.
  const PIECE = 3 * 8192;
  let text = '';
  for (let from = 0; from < bytes.length; from += PIECE) {
    text += btoa(String.fromCharCode(...bytes.subarray(from, from + PIECE)));
  }
  return text;
}
