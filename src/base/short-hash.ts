/** A short name for a text (FNV-1a, 32 bits, in base 36): the same wherever it is made, and no proof that two texts are one. */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}
