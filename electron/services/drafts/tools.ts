import type { Failure } from '../../../src/base/result.ts';
import type { StoryChange } from '../../../src/story/change.ts';
import type { Disk } from '../disk/disk.ts';
import type { Saved } from './records.ts';

/** When a draft does what it does unasked; times in milliseconds, sizes in bytes. */
export interface Pace {
  /** After the first change that the mirror lacks. */
  mirrorAfter: number;
  /** Without a change, before a new generation. */
  idleAfter: number;
  /** Changes in a log that call for a new generation. */
  logChanges: number;
  /** Size of a log that calls for a new generation. */
  logBytes: number;
}

export const usualPace: Pace = { mirrorAfter: 1000, idleAfter: 30_000, logChanges: 200, logBytes: 256 * 1024 };

/** What the draft store works with. */
export interface DraftTools {
  disk: Disk;
  /** The time as RFC 3339 with offset. */
  clock: () => string;
  pace: Pace;
  /** Hears of failures behind the scenes (mirror, snapshot, tidying): no text is lost by them, and all are tried again. */
  onTrouble: (failure: Failure) => void;
  /** Hears of each change once the disk has it, and of what the story was before. */
  onChange: (before: Saved, change: StoryChange) => void;
}
