import { z } from '../../base/schema.ts';
import { storySchema } from '../../story/schema.ts';
import { keptVersionSchema } from '../../versions/index.ts';
import { call } from '../call.ts';
import { deskAskedSchema, sharedDeskSchema } from './desk.ts';

const token = z.string().max(40);

/** A copy of a story that is here already. It waits under `token` until `merge.act` says what becomes of it. */
export const offerSchema = z.object({
  token,
  /** The story's id. */
  id: z.string(),
  /** The file that it came from, without its folder. */
  file: z.string(),
  /** The headline of the story as it is here. */
  headline: z.string(),
});
export type Offer = z.infer<typeof offerSchema>;

export const mergeCalls = {
  /**
   * What becomes of a returned copy.
   *
   * - `compare`: the story here, the copy, and the last version that both share (null where they share none).
   * - `accept`: makes the story what the two were merged to. `seq` is the last change that was acknowledged.
   * - `separate`: keeps the copy as a story of its own; `drop`: lets it be.
   * - `desk`: the shared desk, from which copies come. `look` at it now, `choose` its folder by the system's dialog, `leave` it,
   *   `show` it in the file manager, `put-away` what is not wanted. Fails with `desk.own-folder`, `desk.read-only`,
   *   `desk.disk-full`, `desk.write-failed`.
   *
   * Answers what was asked for; everything else is null. Fails with `merge.gone` (decided already, or the program was
   * started anew), and as reading and writing stories, versions and pictures do.
   */
  'merge.act': call(
    z.discriminatedUnion('act', [
      z.object({ act: z.literal('compare'), token }),
      z.object({ act: z.literal('accept'), token, seq: z.int().nonnegative(), story: storySchema }),
      z.object({ act: z.literal('separate'), token }),
      z.object({ act: z.literal('drop'), token }),
      z.object({ act: z.literal('desk'), ask: deskAskedSchema }),
    ]),
    z.object({
      compared: z
        .object({
          mine: storySchema,
          theirs: storySchema,
          base: storySchema.nullable(),
          /** Who made the copy, and when (RFC 3339), as far as it says. */
          by: z.string(),
          at: z.string(),
          /** Pictures and files that the copy has lost on its way. */
          missing: z.array(z.string()),
        })
        .nullable(),
      merged: z
        .object({ story: storySchema, seq: z.int(), savedAt: z.string(), version: keptVersionSchema })
        .nullable(),
      /** The story that is to be open now. */
      id: z.string().nullable(),
      /** The shared desk as it is now, where it was asked for. */
      desk: sharedDeskSchema.nullable(),
    }),
  ),
};
