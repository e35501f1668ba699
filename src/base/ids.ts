// Web Crypto is in every place this code runs (window, Electron's Node, plain Node); only its type is not in the ES library.
declare const crypto: { getRandomValues: (bytes: Uint8Array) => Uint8Array };

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A random id of `length` lower-case letters and digits (five bits each), safe in file names and URLs. */
export function newId(length: number): string {
  let id = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(length))) id += ALPHABET[byte & 31];
  return id;
}

/** A story's id: 20 characters, 100 random bits, unique across newsrooms without asking anyone. */
export const newStoryId = (): string => newId(20);

/** A block's id: 10 characters, 50 random bits, unique within one story's whole history. */
export const newBlockId = (): string => newId(10);
