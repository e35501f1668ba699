import { latin, startsWith } from './file/bytes.ts';
import { webpChunks } from './file/webp.ts';

/** Whether the picture moves, told by its container: an animated PNG, WebP or AVIF. Any GIF is taken for one. */
export function isAnimated(bytes: Uint8Array): boolean {
  if (startsWith(bytes, 'GIF8')) return true;
  // The animation's control chunk stands before the pixels (APNG specification).
  if (startsWith(bytes, '\x89PNG')) return latin(bytes.subarray(0, 4096)).includes('acTL');
  if (startsWith(bytes, 'RIFF')) return webpChunks(bytes)?.some(({ type }) => type === 'ANIM') ?? false;
  return latin(bytes.subarray(4, 64)).includes('avis');
}
