import type { Photo } from './schema.ts';

/** Whether a photo may be published: `clear`, `expired` (its licence has run out), or `blocked` (the house may not use it). */
export type UsageState = 'clear' | 'expired' | 'blocked';

/** @param today the newsroom's day, YYYY-MM-DD; the last day of a licence is a good one */
export function usageState(photo: Pick<Photo, 'usageBlocked' | 'usageExpires'>, today: string): UsageState {
  if (photo.usageBlocked === true) return 'blocked';
  return photo.usageExpires !== undefined && photo.usageExpires < today ? 'expired' : 'clear';
}
