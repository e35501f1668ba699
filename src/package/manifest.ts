import { z } from '../base/schema.ts';
import { versionSchema } from '../versions/index.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** `manifest.json`: what a package holds. Fields that a later Copydesk adds are let be. */
export const manifestSchema = z.object({
  /** The number of the package format. */
  format: z.int().positive(),
  /** The story's id. */
  story: z.string(),
  /** The name of the story's content (`headOf`). */
  head: hash,
  /** The names of the versions that the content came from, nearest first. */
  lineage: z.array(hash),
  /** What is known of the content and of the versions that travel along (`versions/<hash>.json`), the oldest first. */
  versions: z.array(versionSchema).optional(),
  /** Every other file of the package by its path, but `mimetype`. */
  files: z.record(z.string(), z.object({ sha256: hash, size: z.int().nonnegative() })),
});
export type Manifest = z.infer<typeof manifestSchema>;
