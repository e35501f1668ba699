import type { Imported } from '../../../src/import/imported.ts';
import { tally } from '../../../src/import/receipt.ts';
import { fillPhoto } from '../../../src/picture/fill.ts';
import type { Photo } from '../../../src/story/schema.ts';
import { cleanHtml } from '../../import/clean.ts';
import type { Taken } from '../../pictures/take.ts';
import { takePicture, type Intake } from '../behaviours/photos.ts';

/** Foreign HTML as clean blocks, its inline pictures kept by the host; null where it could not be read, which is told. */
export async function cleanPasted(intake: Intake, html: string): Promise<Imported | null> {
  const cleaned = await cleanHtml(html);
  if (!cleaned.ok) {
    intake.onNotice(cleaned.failure);
    return null;
  }
  const { blocks, pictures, receipt } = cleaned.value;
  const mediaByPhoto = new Map<string, Taken>();
  for (const { photoId, source, alt } of pictures) {
    if (source.kind !== 'bytes') continue;
    const bytes = new Uint8Array(source.bytes);
    const file = new File([bytes], alt || 'picture', { type: source.type });
    const taken = await takePicture(intake, file);
    if (taken) mediaByPhoto.set(photoId, taken);
    else tally(receipt.dropped, 'unsupported-picture');
  }
  const withPicture = (photo: Photo): Photo => {
    const taken = mediaByPhoto.get(photo.id);
    return taken ? fillPhoto({ ...photo, media: taken.id }, taken.details) : photo;
  };
  return {
    ...cleaned.value,
    blocks: blocks.map((block) =>
      block.type === 'figure' ? { ...block, photos: block.photos.map(withPicture) } : block,
    ),
  };
}
