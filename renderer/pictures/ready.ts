import { fail, ok, type Result } from '../../src/base/result.ts';
import type { Client } from '../../src/ipc/client.ts';
import type { RenditionJob } from '../../src/picture/renditions.ts';
import type { ProgressStore } from '../state/progress.ts';
import { askPictures } from './thread.ts';

const make = (media: string, jobs: readonly RenditionJob[]): ReturnType<typeof askPictures> =>
  askPictures({ do: 'make', address: new URL(`media/${media}`, location.href).href, jobs });

/** Makes one rendition and has the host keep it; false where either cannot be done. */
export async function makeRendition(host: Client, job: RenditionJob): Promise<boolean> {
  const made = await make(job.media, [job]);
  const [rendition] = made.ok && made.value.is === 'made' ? made.value.renditions : [];
  return (
    rendition !== undefined && (await host.call('media.renditions', { do: 'keep', media: job.media, ...rendition })).ok
  );
}

/**
 * Makes those renditions of a story's photos that have not been made yet, so that an export or push finds them. A photo
 * of which none can be made leaves as its original, unless only a part of it may be seen.
 *
 * Fails with `export.stopped` (by the person who saw it going on, or by `signal`), and as `media.renditions` does where
 * they cannot be kept.
 */
export async function readyRenditions(
  host: Client,
  story: string,
  progress: ProgressStore,
  signal?: AbortSignal,
): Promise<Result<null>> {
  const missing = await host.call('media.renditions', { do: 'list', story });
  if (!missing.ok) return missing;
  const byMedia = new Map<string, RenditionJob[]>();
  for (const job of missing.value) byMedia.set(job.media, [...(byMedia.get(job.media) ?? []), job]);
  if (byMedia.size === 0) return ok(null);
  const work = progress.begin('photos-out', byMedia.size);
  const isStopped = (): boolean => work.signal.aborted || signal?.aborted === true;
  try {
    for (const [media, jobs] of byMedia) {
      if (isStopped()) break;
      const made = await make(media, jobs);
      for (const rendition of made.ok && made.value.is === 'made' ? made.value.renditions : []) {
        const kept = await host.call('media.renditions', { do: 'keep', media, ...rendition });
        if (!kept.ok) return kept;
      }
      work.step();
    }
    // What is ready stays; what is not must not leave in another form than the one that was chosen.
    return isStopped() ? fail('export.stopped', 'stopped while pictures were made ready') : ok(null);
  } finally {
    work.end();
  }
}
