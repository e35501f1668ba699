import { z } from '../../base/schema.ts';
import { MAX_ARTICLE_BYTES } from '../../import/limits.ts';
import { receiptSchema } from '../../import/receipt.ts';
import { blockSchema, mediaFileSchema, storyFieldsSchema } from '../../story/schema.ts';
import { call } from '../call.ts';
import { noticeSchema } from './app.ts';

/** A file that was read: its blocks with their pictures kept already, and what happened to it on the way. */
export const foreignArticleSchema = z.object({
  /** The file's name. */
  name: z.string(),
  blocks: z.array(blockSchema),
  /** The title that the document gives itself; empty where it has none. */
  title: z.string(),
  /** Fields that the document states outright. */
  fields: storyFieldsSchema.partial().optional(),
  receipt: receiptSchema,
  media: z.record(z.string(), mediaFileSchema),
});
export type ForeignArticle = z.infer<typeof foreignArticleSchema>;

export const importCalls = {
  /**
   * Reads articles in foreign formats, from files that the person is asked for (`dialog`) or from one that was dropped (`file`).
   * A Copydesk package among them is taken in as `import.package` does, and its id is in `stories`.
   *
   * Each entry of `failures` names its `file`: `import.unsupported`, `import.damaged`, `import.too-large`, `import.too-long`,
   * `import.empty`, `import.not-ninjs`, `import.unreadable`, `import.failed`, and those of `import.package`.
   */
  'import.article': call(
    z.discriminatedUnion('from', [
      z.object({ from: z.literal('dialog') }),
      z.object({
        from: z.literal('file'),
        name: z.string().max(1024),
        bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= MAX_ARTICLE_BYTES),
      }),
    ]),
    z.object({
      articles: z.array(foreignArticleSchema),
      stories: z.array(z.string()),
      failures: z.array(noticeSchema),
    }),
  ),
};
