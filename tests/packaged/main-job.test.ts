import { test } from 'vitest';
import { doMainJob } from '../desktop/main-job.ts';
import { drivenCopydesk } from './packaged.ts';

test('the packaged program does the main job', async () => {
  await doMainJob(await drivenCopydesk());
}, 180_000);
