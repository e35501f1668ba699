import type { Story } from '../story/schema.ts';
import type { CheckedField } from './finding.ts';
import type { Target } from './targets.ts';

/** Something that reviewers left open: a comment thread or a suggestion. Without a block it is about the whole story. */
export interface OpenMark {
  id: string;
  block?: string;
  field?: CheckedField;
  by?: string;
}

/** What the rules read: the story, and what is not in it. */
export interface CheckInput {
  story: Story;
  /** Now, RFC 3339: an embargo is past or is not. */
  now: string;
  /** Where the story is to go; null for the story as such. */
  target: Target | null;
  /** Fields that may not be empty. */
  required: readonly CheckedField[];
  comments: readonly OpenMark[];
  suggestions: readonly OpenMark[];
  /** The story as the target has it already; null where it was never there, or goes nowhere. */
  there: Story | null;
  /** Pictures of the story (SHA-256) whose files are not there, as far as that is known. */
  missing: ReadonlySet<string>;
}
