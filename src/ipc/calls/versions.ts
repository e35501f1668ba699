import { z } from '../../base/schema.ts';
import { storySchema } from '../../story/schema.ts';
import { keptVersionSchema, versionHashSchema } from '../../versions/index.ts';
import { call } from '../call.ts';

const id = z.string().regex(/^[a-z0-9]{8,40}$/);
const label = z.string().trim().min(1).max(200);

/** The kinds of version that a person at the window can ask for; the others are the host's own. */
const ASKED_KINDS = ['saved', 'named', 'before-import', 'after-import'] as const;

export const versionCalls = {
  /**
   * Looks into a story's history: `list` all its versions, the newest first; `one` the whole story of one of them.
   * Fails with `versions.missing` (there is none of that hash, or its file is damaged), `drafts.missing`,
   * `drafts.unreadable`.
   */
  'versions.read': call(
    z.discriminatedUnion('ask', [
      z.object({ ask: z.literal('list'), id }),
      z.object({ ask: z.literal('one'), id, hash: versionHashSchema }),
    ]),
    z.object({ versions: z.array(keptVersionSchema), story: storySchema.nullable() }),
  ),
  /**
   * Adds to a story's history.
   *
   * - `make`: keeps the story as last saved. Where nothing changed since the newest version it answers that one.
   * - `name`: gives version `n` a name, or another one.
   * - `restore`: makes the story what it was in a version; what it was until then is a version too. `seq` is the last
   *   change that was acknowledged: with any other (the window holds newer text) it fails with `drafts.out-of-step`.
   *
   * Answers the version, and after a restore the story as it is now, open. Fails with `versions.missing`,
   * `versions.disk-full`, `versions.read-only`, `versions.write-failed`, and as `stories.open` and `stories.change` do.
   */
  'versions.act': call(
    z.discriminatedUnion('act', [
      z.object({ act: z.literal('make'), id, kind: z.enum(ASKED_KINDS), label: label.optional() }),
      z.object({ act: z.literal('name'), id, n: z.int().positive(), label }),
      z.object({ act: z.literal('restore'), id, hash: versionHashSchema, seq: z.int().nonnegative() }),
    ]),
    z.object({
      version: keptVersionSchema,
      /** False where the story was as the newest version has it already. */
      isNew: z.boolean(),
      restored: z.object({ story: storySchema, seq: z.int(), savedAt: z.string() }).nullable(),
    }),
  ),
};
