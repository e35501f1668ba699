import { fail, type Failure } from '../../base/result.ts';

/** The largest page that is read, in UTF-16 units (20 million: about ten novels with their mark-up). */
export const MAX_HTML_LENGTH = 20_000_000;

/** The most elements and texts that a page may unfold to; unclosed tags can multiply far beyond the page's own length. */
const MAX_NODES = 2_000_000;

const STEPS_BETWEEN_LOOKS = 1024;

/** When to stop: `clock` answers milliseconds, `until` is the last moment on that clock. */
export interface TimeLimit {
  clock: () => number;
  until: number;
}

/** Ends the work from within the parser, which knows no failures as values. */
class OverBudget extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.detail);
    this.failure = failure;
  }
}

/** What one import may use up: time, and nodes. */
export class Budget {
  private steps = 0;
  private nodes = 0;
  private readonly limit: TimeLimit | undefined;

  constructor(limit: TimeLimit | undefined) {
    this.limit = limit;
  }

  /** A small step was done. */
  step(): void {
    if (this.limit && ++this.steps % STEPS_BETWEEN_LOOKS === 0 && this.limit.clock() > this.limit.until) {
      throw new OverBudget(fail('import.too-long', 'reading the page took too long').failure);
    }
  }

  /** The page unfolded by one more element or text. */
  node(): void {
    if (++this.nodes > MAX_NODES) {
      throw new OverBudget(
        fail('import.too-large', `the page unfolds to more than ${MAX_NODES} elements`, { limit: MAX_NODES }).failure,
      );
    }
    this.step();
  }
}

/** The failure that ended the work, or null when the error is somebody's mistake and must be thrown on. */
export function overBudget(error: unknown): Failure | null {
  return error instanceof OverBudget ? error.failure : null;
}
