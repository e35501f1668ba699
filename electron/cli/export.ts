import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../src/base/result.ts';
import type { ExportFormat } from '../../src/export/format.ts';
import type { Story } from '../../src/story/schema.ts';
import { slugify } from '../../src/story/slug.ts';
import { exportStory } from '../services/exporter.ts';
import { readPackageFile } from '../services/package-file.ts';
import { madeCopies } from '../services/pictures/made-copies.ts';

/** A format that writes one file puts it into a folder that is there, named after the story; else `out` is the file. */
async function target(out: string, format: ExportFormat, story: Story): Promise<string> {
  if (format.writes === 'folder') return out;
  const isFolder = /[\\/]$/.test(out) || (await stat(out).catch(() => null))?.isDirectory();
  return isFolder ? join(out, `${slugify(story.slug || story.headline) || 'story'}.${format.extension}`) : out;
}

/** What the command line chose. */
export interface ExportChoices {
  out: string;
  /** Options of the format, as `columns=72`. */
  set: readonly string[];
  /** Whether a file at `out` may go, whatever it holds. */
  replace?: boolean;
}

/** `address=https://…` as a name and a value; a name alone has an empty value. */
function pair(text: string): [string, string] {
  const [name = '', ...value] = text.split('=');
  return [name, value.join('=')];
}

/** `copydesk export`: a story package as another form. Answers what was written. */
export async function exportCommand(
  file: string,
  format: ExportFormat,
  { out, set, replace = false }: ExportChoices,
): Promise<Result<{ path: string }>> {
  const read = await readPackageFile(file);
  if (!read.ok) return read;
  const { story, media } = read.value;
  const path = await target(out, format, story);
  const options = Object.fromEntries(set.map(pair));
  return exportStory({
    story,
    media: (id) => media.get(id),
    copies: madeCopies(async (id) => media.get(id)),
    as: format.id,
    options,
    path,
    mayReplaceFile: replace,
  });
}
