import type { Stores } from './stores.ts';

/** A picture to be shown: the copy of a size for the screen where it was made, else the original. */
export async function showPicture(
  { media, renditions }: Pick<Stores, 'media' | 'renditions'>,
  id: string,
  isView: boolean,
): Promise<{ bytes: Uint8Array; type: string } | null> {
  const copy = isView ? await renditions.read(id, 'view.webp') : null;
  return copy ? { bytes: copy, type: 'image/webp' } : media.show(id);
}
