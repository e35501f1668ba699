import { ok, type Result } from '../../src/base/result.ts';
import { storyWords } from '../../src/story/measure.ts';
import type { Story } from '../../src/story/schema.ts';
import { photosOf } from '../../src/story/walk.ts';
import { readPackageFile } from '../services/package-file.ts';
import { printable } from './words.ts';

function facts(story: Story): [label: string, value: string | number | null][] {
  return [
    ['Kicker', story.kicker],
    ['Headline', story.headline],
    ['Standfirst', story.standfirst],
    ['Byline', story.byline.text],
    ['Dateline', story.dateline.text],
    ['Source credit', story.sourceCredit],
    ['Section', story.section],
    ['Keywords', story.keywords.join(', ')],
    ['Language', story.language],
    ['Embargo', story.embargo],
    ['Schedule', story.schedule],
    ['Words', storyWords(story)],
    ['Photos', photosOf(story).length],
    ['Changed', story.updatedAt],
  ];
}

/** `copydesk show`: the story's fields that are filled in, and its size, one a line. */
export async function showCommand(file: string): Promise<Result<string>> {
  const read = await readPackageFile(file);
  if (!read.ok) return read;
  const lines = facts(read.value.story)
    .filter(([, value]) => value !== '' && value !== null)
    .map(([label, value]) => `${`${label}:`.padEnd(15)}${printable(String(value))}\n`);
  return ok(lines.join(''));
}
