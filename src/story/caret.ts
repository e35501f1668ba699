import { z } from '../base/schema.ts';

/**
 * Where the caret stands in a story: in one of the page's fields, or in a block of the body. `at` counts UTF-16 units of
 * the field's text; in a block those of its text in reading order, a line break and the end of each part (a list item, a
 * cell, a caption) as one.
 */
export const caretSchema = z.union([
  z.object({ field: z.string().max(40), at: z.int().nonnegative() }),
  z.object({ block: z.string().max(40), at: z.int().nonnegative() }),
]);
export type Caret = z.infer<typeof caretSchema>;
