import { z } from '../../base/schema.ts';
import { storyChangeSchema } from '../../story/change.ts';
import { storySchema } from '../../story/schema.ts';
import { call } from '../call.ts';
import { noticeSchema } from './app.ts';

const storyId = z.string().regex(/^[a-z0-9]{8,40}$/);

export const storySummarySchema = z.object({
  id: storyId,
  headline: z.string(),
  language: z.string(),
  words: z.int(),
  updatedAt: z.string(),
});
export type StorySummary = z.infer<typeof storySummarySchema>;

export const storyCalls = {
  /** All stories, last changed first. */
  'stories.list': call(z.undefined(), z.array(storySummarySchema)),
  /** A new, empty story. */
  'stories.create': call(z.object({ language: z.string().min(2) }), storySummarySchema),
  /** A story with every change that was ever acknowledged; `seq` is the number of the last one. */
  'stories.open': call(
    z.object({ id: storyId }),
    z.object({ story: storySchema, seq: z.int(), savedAt: z.string(), notices: z.array(noticeSchema) }),
  ),
  /**
   * Appends a change and answers when the disk has it. `seq` must be the last one plus one; a number that was
   * acknowledged already is acknowledged again without effect, so a change may be sent twice.
   * Fails with `drafts.disk-full`, `drafts.read-only`, `drafts.write-failed`, `drafts.out-of-step`.
   */
  'stories.change': call(
    z.object({ id: storyId, seq: z.int().positive(), change: storyChangeSchema }),
    z.object({ seq: z.int(), savedAt: z.string() }),
  ),
  /** The window left the story; its log may be folded into a snapshot. */
  'stories.close': call(z.object({ id: storyId }), z.null()),
};
