import { findAll } from '../../src/language/find/find.ts';
import { answerJobs } from '../workers/answer.ts';

// Looks through the texts of a story on a thread of its own: a pattern may take for ever, and is ended then.
answerJobs(findAll);
