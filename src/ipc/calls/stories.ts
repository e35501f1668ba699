import { z } from '../../base/schema.ts';
import { caretSchema } from '../../story/caret.ts';
import { storyChangeSchema } from '../../story/change.ts';
import { storyFieldsSchema, storySchema } from '../../story/schema.ts';
import { call } from '../call.ts';
import { noticeSchema } from './app.ts';

const storyId = z.string().regex(/^[a-z0-9]{8,40}$/);

export const storySummarySchema = z.object({
  id: storyId,
  headline: z.string(),
  language: z.string(),
  words: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  state: storyFieldsSchema.shape.review.shape.state,
  section: z.string(),
  /** Those whose byline it bears. */
  authors: z.array(z.string()),
  /** The lead photo's picture: its id in the media store. */
  photo: z.string().nullable(),
  /** The name of the one whose turn it is, empty where nobody was named; when it must be done, or null. */
  assignee: z.string(),
  deadline: z.string().nullable(),
  /** Comments that nobody has resolved. */
  openComments: z.int(),
  isPinned: z.boolean(),
  /** When it was put in the bin; null where it was not. */
  binnedAt: z.string().nullable(),
});
export type StorySummary = z.infer<typeof storySummarySchema>;

const pieces = z.array(z.object({ text: z.string(), isHit: z.boolean() }));

/** A story's headline, and the place in its text where the words stand, in pieces; `isHit` where the search found them. */
const snippetSchema = z.object({ id: storyId, headline: pieces, pieces });
export type Snippet = z.infer<typeof snippetSchema>;

const ids = z.array(storyId).min(1).max(20_000);

/** What can be done with stories in the list. */
const actionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('pin'), ids, isPinned: z.boolean() }),
  /** Into the bin: out of the list, its files untouched, for `BIN_DAYS` days. */
  z.object({ do: z.literal('bin'), ids }),
  /** Out of the bin. */
  z.object({ do: z.literal('restore'), ids }),
  /** Away for good; only what is in the bin. */
  z.object({ do: z.literal('delete'), ids }),
  /** A second story of the same text; `headline` is the copy's. */
  z.object({ do: z.literal('duplicate'), id: storyId, headline: z.string().max(2000) }),
]);
export type LibraryAction = z.infer<typeof actionSchema>;

/** How long a story stays in the bin, in days. */
export const BIN_DAYS = 30;

export const storyCalls = {
  /** All stories, last changed first: those that are not in the bin, or those that are. */
  'stories.list': call(z.object({ isBinned: z.boolean() }).optional(), z.array(storySummarySchema)),
  /**
   * The stories (in the bin or not) whose text and fields hold every word of `text`, best first; accents, case and đ
   * don't count, the last word may be unfinished, and words in quotation marks stand together. With `show` it answers
   * where in those stories the words are instead. No words find nothing.
   */
  'stories.find': call(
    z.object({ text: z.string().max(500), show: z.array(storyId).max(100).optional() }),
    z.object({ ids: z.array(storyId), snippets: z.array(snippetSchema) }),
  ),
  /**
   * Does something with stories; answers those that are left as they are now. What fails for one story keeps none of the
   * others: `failures` say which, with the draft store's codes.
   */
  'stories.act': call(
    actionSchema,
    z.object({
      stories: z.array(storySummarySchema),
      failures: z.array(noticeSchema),
    }),
  ),
  /**
   * A new story: empty, or as `from` says, which is the key of a house template (`app.start` lists them) or the id of a
   * story to be made like. Fails with `drafts.missing` where there is no such template or story.
   */
  'stories.create': call(
    z.object({ language: z.string().min(2), from: z.string().max(100).optional() }),
    storySummarySchema,
  ),
  /** A story with every change that was ever acknowledged; `seq` is the number of the last one, `caret` where it was made. */
  'stories.open': call(
    z.object({ id: storyId }),
    z.object({
      story: storySchema,
      seq: z.int(),
      savedAt: z.string(),
      notices: z.array(noticeSchema),
      caret: caretSchema.nullable(),
    }),
  ),
  /**
   * Appends a change and answers when the disk has it. `seq` must be the last one plus one; a number that was
   * acknowledged already is acknowledged again without effect, so a change may be sent twice.
   * Fails with `drafts.disk-full`, `drafts.read-only`, `drafts.write-failed`, `drafts.out-of-step`.
   */
  'stories.change': call(
    z.object({ id: storyId, seq: z.int().positive(), change: storyChangeSchema, caret: caretSchema.optional() }),
    z.object({ seq: z.int(), savedAt: z.string() }),
  ),
  /** The window left the story; its log may be folded into a snapshot. */
  'stories.close': call(z.object({ id: storyId }), z.null()),
};
