import { z } from '../../base/schema.ts';
import { REVIEW_STATES } from '../../story/review.ts';

/** A story on the shared desk that this computer does not have like that. */
const deskItemSchema = z.object({
  /** Its file's name in the folder. */
  file: z.string(),
  /** The story's id; whether it is here in another version. */
  id: z.string(),
  isHere: z.boolean(),
  headline: z.string(),
  state: z.enum(REVIEW_STATES),
  /** Who put it there, as far as it says, and when its content was made (RFC 3339). */
  by: z.string(),
  at: z.string(),
  /** Whose turn it is; empty where nobody was named. */
  assignee: z.string(),
  /** Whether it is this person's turn, or anybody's, or the story is theirs already. */
  isForMe: z.boolean(),
});
export type DeskItem = z.infer<typeof deskItemSchema>;

/** The shared desk: a folder of .story files that several Copydesks read and put theirs into, one file for each person and version. */
export const sharedDeskSchema = z.object({
  /** Null while no folder was chosen. */
  folder: z.string().nullable(),
  /** False while it cannot be reached (a drive that is unplugged, a network that is away). It is asked again by itself. */
  isThere: z.boolean(),
  /** What is new here, the newest first. Of one story's versions that come after each other only the last. */
  items: z.array(deskItemSchema),
  /** Files that are still coming, or came damaged: their names, with the failure's code. */
  troubles: z.array(z.object({ file: z.string(), code: z.string() })),
});
export type SharedDeskShown = z.infer<typeof sharedDeskSchema>;

/** What can be asked of the shared desk, see `merge.act`. */
export const deskAskedSchema = z.discriminatedUnion('desk', [
  z.object({ desk: z.literal('look') }),
  z.object({ desk: z.literal('choose') }),
  z.object({ desk: z.literal('leave') }),
  z.object({ desk: z.literal('show') }),
  z.object({ desk: z.literal('put-away'), file: z.string().max(1024) }),
]);
export type DeskAsked = z.infer<typeof deskAskedSchema>;
