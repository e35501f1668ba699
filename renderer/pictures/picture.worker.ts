import { isAnimated } from '../../src/picture/animated.ts';
import { readDetails } from '../../src/picture/read/index.ts';
import { isShaped } from '../../src/picture/renditions.ts';
import { answerJobs } from '../workers/answer.ts';
import { draw } from './draw.ts';
import type { Made, PictureAnswer, PictureJob } from './jobs.ts';

/** Upright (EXIF orientation applied), all of it; null where it cannot be decoded. */
const decode = (file: Blob): Promise<ImageBitmap | null> => createImageBitmap(file).catch(() => null);

/** Decodes once, and lets go of the pixels before the next picture is looked at. */
async function withPixels<T>(file: Blob, work: (picture: ImageBitmap) => Promise<T>): Promise<T | null> {
  const picture = await decode(file);
  if (!picture) return null;
  try {
    return await work(picture);
  } finally {
    picture.close();
  }
}

async function answer(job: PictureJob): Promise<PictureAnswer> {
  if (job.do === 'look') {
    const { file, language, view } = job;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const isView = view !== null && !isAnimated(bytes);
    const seen = await withPixels(file, async (picture): Promise<PictureAnswer> => {
      const shown: Made | null = isView ? { key: view.key, bytes: await draw(picture, view) } : null;
      return { is: 'seen', details: readDetails(bytes, language), view: shown };
    });
    return seen ?? { is: 'unreadable' };
  }
  const response = await fetch(job.address);
  if (!response.ok) return { is: 'unreadable' };
  const file = await response.blob();
  // A picture that moves leaves as it came; only a part of it is a still.
  const isMoving = isAnimated(new Uint8Array(await file.arrayBuffer()));
  const jobs = isMoving ? job.jobs.filter(isShaped) : job.jobs;
  if (jobs.length === 0) return { is: 'made', renditions: [] };
  const made = await withPixels(file, async (picture): Promise<PictureAnswer> => {
    const renditions: Made[] = [];
    for (const wanted of jobs) renditions.push({ key: wanted.key, bytes: await draw(picture, wanted) });
    return { is: 'made', renditions };
  });
  return made ?? { is: 'unreadable' };
}

// Decodes, scales and reads picture files: the window never waits for one, and a hostile file meets the sandbox first.
answerJobs(answer);
