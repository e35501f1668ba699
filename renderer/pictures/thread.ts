import type { Result } from '../../src/base/result.ts';
import { createPatient } from '../workers/patient.ts';
import { startPictureWorker } from '../workers/start.ts';
import type { PictureAnswer, PictureJob } from './jobs.ts';

/** How long one picture may take, in milliseconds: 250 megapixels on an old computer. */
const PATIENCE = 60_000;

/** Asks the thread for pictures, one picture after another. Fails with `media.too-long`, `media.failed`. */
export const askPictures: (job: PictureJob) => Promise<Result<PictureAnswer>> = createPatient(startPictureWorker, {
  patience: PATIENCE,
  tooLong: 'media.too-long',
  broke: 'media.failed',
});
