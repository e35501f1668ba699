import { z } from '../base/schema.ts';

/** A version's name: the SHA-256 (lower-case hex) of its content, see `contentHash`. */
export const versionHashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Why a version was made.
 *
 * - `timed`: while editing, by itself; `saved`: Ctrl+S; `named`: with a name of its own.
 * - `before-…` and `after-…`: round something that changes much at once; `big-deletion`: before much text went at once;
 *   `restored`: an older version brought back.
 * - `received`, `sent`, `pushed`, `reviewed`: the story as it came, went, or was judged. Someone else may hold these.
 */
export const VERSION_KINDS = [
  'timed',
  'saved',
  'named',
  'before-import',
  'after-import',
  'before-merge',
  'after-merge',
  'before-restore',
  'restored',
  'big-deletion',
  'received',
  'sent',
  'pushed',
  'reviewed',
] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

/**
 * One version of a story: what it is called and where it came from; its content is kept apart. It never changes, but
 * that a person may name it. The same content made twice has two versions of one hash.
 */
export const versionSchema = z.object({
  hash: versionHashSchema,
  /** The versions that it was made from: none for a story's first, two after a merge (mine, then theirs). */
  parents: z.array(versionHashSchema).max(16),
  /** When it was made (RFC 3339 with offset). For reading only: no clock decides which version is the later. */
  at: z.iso.datetime({ offset: true }),
  /** Who made it: a name or initials, empty where nobody said. */
  by: z.string().max(200),
  kind: z.enum(VERSION_KINDS),
  /** The name that a person gave it. */
  label: z.string().max(200).optional(),
  /** Words of the body and captions, as `storyWords` counts them. */
  words: z.int().nonnegative(),
});
export type Version = z.infer<typeof versionSchema>;

/** A version in one computer's history of a story; `n` counts up and is never used again. */
export const keptVersionSchema = versionSchema.extend({ n: z.int().positive() });
export type KeptVersion = z.infer<typeof keptVersionSchema>;
