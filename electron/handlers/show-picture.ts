import type { Stores } from './stores.ts';

/** A picture to be shown: a rendition by its key, `view` (the copy for the screen where it was made), else the original. */
export async function showPicture(
  { media, renditions }: Pick<Stores, 'media' | 'renditions'>,
  id: string,
  copy: string | null,
): Promise<{ bytes: Uint8Array; type: string } | null> {
  if (copy === null) return media.show(id);
  const key = copy === 'view' ? 'view.webp' : copy;
  const bytes = await renditions.read(id, key);
  if (bytes) return { bytes, type: key.endsWith('.webp') ? 'image/webp' : 'image/jpeg' };
  // A rendition shows a part of the original alone: the whole one is not to be seen in its place.
  return copy === 'view' ? media.show(id) : null;
}
