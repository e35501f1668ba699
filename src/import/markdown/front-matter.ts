import { parse } from 'yaml';
import { readFrontMatter as readFields, type ReadFrontMatter } from '../../story/front-matter.ts';
import type { StoryFields } from '../../story/schema.ts';

/** What stands between the `---` lines at the head of a Markdown file, and the Markdown below it. */
export interface FrontMatter {
  fields: Partial<StoryFields> | null;
  /** What it says of the body's photos, and the number of the lead photo. */
  ofPhotos: Pick<ReadFrontMatter, 'photos' | 'leadPhoto'>;
  /** Keys that a story has no place for, or whose value makes no sense, with what they hold. */
  unknown: { name: string; value: string }[];
  rest: string;
}

const HEAD = /^---[ \t]*\r?\n([\s\S]{0,100000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** The front matter's fields (src/story/front-matter.ts). What is no YAML stays part of the text. */
export function readFrontMatter(text: string): FrontMatter {
  const none: FrontMatter = {
    fields: null,
    ofPhotos: { photos: [], leadPhoto: null },
    unknown: [],
    rest: text,
  };
  const head = HEAD.exec(text);
  if (!head) return none;
  let data: unknown;
  try {
    // Aliases can multiply without end; a story's fields need none.
    data = parse(head[1] ?? '', { maxAliasCount: 0, uniqueKeys: false });
  } catch {
    return none;
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return none;
  const { fields, ignored, photos, leadPhoto } = readFields(data);
  const values = data as Record<string, unknown>;
  const unknown = ignored.map((name) => ({ name, value: JSON.stringify(values[name]) }));
  return { fields, ofPhotos: { photos, leadPhoto }, unknown, rest: text.slice(head[0].length) };
}
