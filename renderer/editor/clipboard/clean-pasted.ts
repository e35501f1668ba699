import type { Client } from '../../../src/ipc/client.ts';
import { withPictures } from '../../../src/import/article.ts';
import type { Imported } from '../../../src/import/imported.ts';
import { tally } from '../../../src/import/receipt.ts';
import { cleanHtml } from '../../import/clean.ts';
import { takePicture, type Tell } from '../behaviours/photos.ts';

/** Foreign HTML as clean blocks, its inline pictures kept by the host; null where it could not be read, which is told. */
export async function cleanPasted(host: Client, html: string, tell: Tell): Promise<Imported | null> {
  const cleaned = await cleanHtml(html);
  if (!cleaned.ok) {
    tell.onNotice(cleaned.failure);
    return null;
  }
  const { blocks, pictures, receipt } = cleaned.value;
  const mediaByPhoto = new Map<string, string>();
  for (const { photoId, source, alt } of pictures) {
    if (source.kind !== 'bytes') continue;
    const bytes = new Uint8Array(source.bytes);
    const file = new File([bytes], alt || 'picture', { type: source.type });
    const media = await takePicture(host, file, tell);
    if (media === null) tally(receipt.dropped, 'unsupported-picture');
    else mediaByPhoto.set(photoId, media);
  }
  return { ...cleaned.value, blocks: withPictures(blocks, mediaByPhoto) };
}
