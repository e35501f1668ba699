import type { RenditionJob } from '../../src/picture/renditions.ts';
import { shownPart } from '../../src/picture/shape.ts';

/** Fine enough that a reader sees no difference, half the size of the finest. */
const QUALITY = { 'image/jpeg': 0.86, 'image/webp': 0.82 };

/** Draws what a rendition shows of an upright picture, at its size, and encodes it. Without metadata. */
export async function draw(picture: ImageBitmap, job: RenditionJob): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(job.width, job.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  if (job.type === 'image/jpeg') {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, job.width, job.height);
  }
  context.imageSmoothingQuality = 'high';
  const part = shownPart(picture, job);
  const { rotation = 0 } = job;
  const isOnItsSide = rotation === 90 || rotation === 270;
  const [width, height] = isOnItsSide ? [job.height, job.width] : [job.width, job.height];
  context.translate(job.width / 2, job.height / 2);
  context.rotate((rotation * Math.PI) / 180);
  context.drawImage(picture, part.x, part.y, part.width, part.height, -width / 2, -height / 2, width, height);
  const blob = await canvas.convertToBlob({ type: job.type, quality: QUALITY[job.type] });
  return new Uint8Array(await blob.arrayBuffer());
}
