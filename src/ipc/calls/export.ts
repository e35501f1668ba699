import { z } from '../../base/schema.ts';
import { FORMAT_IDS } from '../../export/format.ts';
import { storySchema } from '../../story/schema.ts';
import { call } from '../call.ts';
import { noticeSchema } from './app.ts';
import { offerSchema } from './merge.ts';

const exportKind = z.enum([...FORMAT_IDS, 'story']);
const RECORDS = ['record-html', 'record-json'] as const;
const exportOptions = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

export const exportCalls = {
  /**
   * Asks where to, then writes the story as last saved: in one of the formats of src/export, or as `story`, a package for
   * another Copydesk. `options` are those that the format offers. With `story` that story is written instead, whatever the
   * data folder has or lacks: a picture that cannot be had is then left out, and `without` counts them.
   * A story package can go elsewhere than to a place that is asked for: `to` the shared desk, or by `mail`, as a draft with the
   * package attached that the system's mail program opens, or `mailto`, as a mail beside the package, which is attached by hand. `record-html` and `record-json` are the record of its review.
   * Answers the path, or null where the person cancelled; for mail the package's.
   * Fails with `export.exists` (the folder holds other things), `export.write-failed`, `export.media-missing`,
   * `export.not-cropped` (`number` of the photo whose crop could not be made), `export.too-large`, `export.bad-option`, `export.stopped`; to the desk with `desk.none`, `desk.gone`, `desk.read-only`,
   * `desk.disk-full`, `desk.write-failed`; by mail with `mail.no-program` (`path`: the package, which can be attached by hand).
   */
  'export.story': call(
    z.object({
      id: z.string(),
      as: z.enum([...exportKind.options, ...RECORDS]),
      to: z.enum(['desk', 'mail', 'mailto']).optional(),
      /** As it stands in the window, where the disk does not have it. */
      story: storySchema.optional(),
      options: exportOptions.optional(),
    }),
    z.object({ path: z.string().nullable(), without: z.int().optional() }),
  ),
  /**
   * What belongs to an export of this window: `stop` ends the one that is being written, which then fails with
   * `export.stopped` and leaves nothing behind; `show` shows what was written in the system's file manager
   * (`export.not-ours` for any other path); `drag` hands stories, each as a package, to the drag that goes on under the
   * pointer, and fails as writing a package does.
   */
  'export.act': call(
    z.discriminatedUnion('do', [
      z.object({ do: z.literal('stop') }),
      z.object({ do: z.literal('show'), path: z.string().max(4096) }),
      z.object({ do: z.literal('drag'), ids: z.array(z.string()).min(1).max(100) }),
    ]),
    z.null(),
  ),
  /**
   * Asks for a folder, then writes each story into it under a name of its own, as `export.story` would. Answers the
   * folder (null where the person cancelled), how many are there now, and what failed, each with its `headline`.
   */
  'export.stories': call(
    z.object({ ids: z.array(z.string()).min(1).max(20_000), as: exportKind }),
    z.object({ path: z.string().nullable(), count: z.int(), failures: z.array(noticeSchema) }),
  ),
  /**
   * Asks which .story packages to take in; with `file` it is that one of the shared desk. Answers the ids of the stories that are
   * here now, the copies of stories that were here already, and what failed or is missing. Fails with `desk.not-there`,
   * `desk.coming`.
   */
  'import.package': call(
    z.object({ file: z.string().max(1024) }).optional(),
    z.object({
      stories: z.array(z.string()),
      returned: z.array(offerSchema),
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
