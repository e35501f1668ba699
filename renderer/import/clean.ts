import { createCleaner } from './cleaner.ts';
import { startCleanWorker } from '../workers/start.ts';

/**
 * Foreign HTML as story blocks, read in a worker so that the window never waits, one piece after another.
 *
 * Fails with `import.too-large`, `import.too-long` (5 seconds) and `import.failed` (the reading broke off: our mistake).
 */
export const cleanHtml = createCleaner(startCleanWorker);
