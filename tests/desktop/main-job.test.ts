import { test } from 'vitest';
import { doMainJob } from './main-job.ts';

test('a report is typed with its photo, kept through a restart to the letter, exported, and read in a browser', async () => {
  await doMainJob();
}, 180_000);
