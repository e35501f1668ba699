import { afterAll } from 'vitest';
import { closeLeftOpen } from '../desktop/launch.ts';

// A test that failed half-way leaves its window open: no file hands one on to the next.
afterAll(closeLeftOpen);
