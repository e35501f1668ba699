import { fail, ok, type Result } from '../../src/base/result.ts';
import { MAX_PICTURE_BYTES } from '../../src/ipc/calls/media.ts';
import type { Client } from '../../src/ipc/client.ts';
import type { FileDetails } from '../../src/picture/read/index.ts';
import { viewJob } from '../../src/picture/renditions.ts';
import type { MediaFile } from '../../src/story/schema.ts';
import { askPictures } from './thread.ts';

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

/** A picture that has come in: its id, what it is, and what its file says of it. */
export interface Taken {
  id: string;
  file: MediaFile;
  details: FileDetails;
}

/**
 * Has the host keep a picture's original, then reads it and makes the copy that the editor shows, on another thread.
 * Names the file in every failure.
 */
export async function keepPicture(host: Client, file: File, language: string): Promise<Result<Taken>> {
  const about = { file: file.name };
  if (file.size > MAX_PICTURE_BYTES) {
    const size = megabytes(file.size);
    return fail('media.too-large', `${file.name} has ${file.size} bytes`, {
      ...about,
      size,
      limit: megabytes(MAX_PICTURE_BYTES),
      unit: 'MB',
    });
  }
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return fail('media.unreadable', String(error), about);
  }
  const kept = await host.call('media.add', { name: file.name, bytes });
  if (!kept.ok) return kept;
  const { id, file: known } = kept.value;
  const looked = await askPictures({ do: 'look', file, language, view: viewJob(id, known) });
  if (!looked.ok) return { ok: false, failure: { ...looked.failure, about } };
  // The host looks at the file's structure alone; a picture that breaks off within its pixels is found out here.
  if (looked.value.is !== 'seen') return fail('media.not-a-picture', `${file.name} cannot be decoded`, about);
  const { details, view } = looked.value;
  // Without the copy the original is shown: slower, and no loss.
  if (view) await host.call('media.renditions', { do: 'keep', media: id, ...view });
  return ok({ id, file: known, details });
}
