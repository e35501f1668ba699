import { z } from '../../base/schema.ts';
import { FORMAT_IDS } from '../../export/format.ts';
import { call } from '../call.ts';

export const exportCalls = {
  /**
   * Asks where to, then writes the story as last saved: in one of the formats of src/export, or as `story`, a package for
   * another Copydesk. `options` are those that the format offers.
   * Answers the path, or null where the person cancelled.
   * Fails with `export.exists` (the folder holds other things), `export.write-failed`, `export.media-missing`,
   * `export.too-large`, `export.bad-option`.
   */
  'export.story': call(
    z.object({
      id: z.string(),
      as: z.enum([...FORMAT_IDS, 'story']),
      options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    }),
    z.object({ path: z.string().nullable() }),
  ),
  /** Asks which .story packages to take in; answers the ids of the stories that came, and what failed. */
  'import.package': call(
    z.undefined(),
    z.object({
      stories: z.array(z.string()),
      failures: z.array(
        z.object({
          code: z.string(),
          detail: z.string(),
          about: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        }),
      ),
    }),
  ),
};
