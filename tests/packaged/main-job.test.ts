import { test } from 'vitest';
import { doMainJob } from '../desktop/main-job.ts';
import { packagedCopydesk } from './packaged.ts';

test('the packaged program does the main job', async () => {
  await doMainJob(packagedCopydesk());
}, 180_000);
