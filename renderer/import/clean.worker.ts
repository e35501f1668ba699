import { htmlToBlocks } from '../../src/import/html/index.ts';
import { answerJobs } from '../workers/answer.ts';

// The thread that reads foreign HTML. Whoever waits for it ends it when it takes too long (cleaner.ts).
answerJobs(htmlToBlocks);
