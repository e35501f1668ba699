import { z } from '../../base/schema.ts';

/** What a rule is about; the groups of the panel. */
export const STYLE_CATEGORIES = ['numbers', 'dates', 'units', 'titles', 'punctuation', 'names', 'words'] as const;

/**
 * A rule of house style, as a newsroom writes it in a JSON file: `{ "rules": [ … ] }`. Each must prove itself on its own
 * examples before it is used.
 */
export const styleRuleSchema = z.strictObject({
  /** Names the rule in its file: small letters, digits, hyphens. */
  id: z.string().regex(/^[a-z0-9-]{2,60}$/),
  /** The texts it is for, BCP 47 (`vi`, `en`); in all where it is left out. */
  language: z.string().min(2).optional(),
  category: z.enum(STYLE_CATEGORIES),
  /** A regular expression of ECMAScript (flags g, u; i with `ignoreCase`). */
  pattern: z.string().min(1).max(2000),
  ignoreCase: z.boolean().optional(),
  /** What to write instead; `$1`, `$<name>` stand for groups. Left out where a person must decide. */
  replacement: z.string().max(500).optional(),
  /** Why, for the person who wrote it. */
  message: z.string().min(1).max(500),
  /** Texts in which the pattern matches and yet nothing is wrong. */
  exceptions: z.array(z.string().min(1)).optional(),
  /** Each must be found by the rule; with a replacement, what becomes of it. */
  matches: z.array(z.union([z.string(), z.strictObject({ text: z.string(), becomes: z.string() })])).min(1),
  /** None of these may be found by it. */
  passes: z.array(z.string()).min(1),
});
export type StyleRule = z.infer<typeof styleRuleSchema>;
