/** ASCII text as bytes. */
export const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);

/** Bytes as text, one letter each. */
export function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Whether the bytes begin with this ASCII text. */
export function startsWith(bytes: Uint8Array, text: string): boolean {
  return bytes.length >= text.length && latin(bytes.subarray(0, text.length)) === text;
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
export const u32be = (bytes: Uint8Array, at: number): number => view(bytes).getUint32(at);
export const u32le = (bytes: Uint8Array, at: number): number => view(bytes).getUint32(at, true);

/** An unsigned number in four bytes, high byte first. */
export const be32 = (n: number): Uint8Array => Uint8Array.of(n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255);
/** An unsigned number in four bytes, low byte first. */
export const le32 = (n: number): Uint8Array => be32(n).reverse();
