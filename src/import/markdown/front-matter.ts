import type { StoryFields } from '../../story/schema.ts';

/** What stands between the `---` lines at the head of a Markdown file. */
export interface FrontMatter {
  fields: Partial<StoryFields> | null;
  unknown: { name: string; value: string }[];
  /** The Markdown below it. */
  rest: string;
}

/** A file without front matter, as yet. */
export function readFrontMatter(text: string): FrontMatter {
  return { fields: null, unknown: [], rest: text };
}
