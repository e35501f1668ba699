import { compareStories } from '../../../src/compare/index.ts';
import type { Piece } from '../../../src/compare/index.ts';
import type { Story } from '../../../src/story/schema.ts';
import type { Words } from '../../words/en/index.ts';
import { fill } from '../../words/fill.ts';

/** So many words round a change let a reader know what it is about. */
const AROUND = 4;

const lastWords = (text: string): string =>
  text
    .split(/(?<=\s)/)
    .slice(-AROUND)
    .join('');
const firstWords = (text: string): string =>
  text
    .split(/(?<=\s)/)
    .slice(0, AROUND)
    .join('');

/** One place that was changed, before and after, with a few words round it. */
function passages(pieces: readonly Piece[]): { before: string; after: string }[] {
  const found: { before: string; after: string }[] = [];
  let run: { before: string; after: string; lead: string } | null = null;
  let lead = '';
  for (const { is, text } of pieces) {
    if (is === 'same' || is === 'restyled') {
      if (run)
        found.push({
          before: run.lead + run.before + firstWords(text),
          after: run.lead + run.after + firstWords(text),
        });
      run = null;
      lead = lastWords(text);
    } else {
      run ??= { before: '', after: '', lead };
      if (is === 'removed') run.before += text;
      else run.after += text;
    }
  }
  if (run) found.push({ before: run.lead + run.before, after: run.lead + run.after });
  return found.map(({ before, after }) => ({ before: before.trim(), after: after.trim() }));
}

/**
 * A correction's words, drafted from what a story says now and said when readers last got it; empty where it says the
 * same. A draft: an editor reads and changes it.
 */
export function draftCorrection(
  published: Story,
  now: Story,
  words: Words['push']['correction'],
  when: string,
): string {
  const { fields, blocks } = compareStories(published, now);
  const shown = fields.filter(({ field }) => field === 'headline' || field === 'standfirst');
  const texts = [...shown, ...blocks.flatMap(({ parts }) => parts)].map(({ pieces }) => pieces);
  const sentences = texts.flatMap((pieces) => {
    if (pieces.every(({ is }) => is === 'same' || is === 'restyled')) return [];
    return passages(pieces).map(({ before, after }) =>
      before === ''
        ? fill(words.added, { after })
        : after === ''
          ? fill(words.taken, { before })
          : fill(words.was, { before, after }),
    );
  });
  return sentences.length === 0 ? '' : fill(words.begins, { when }) + sentences.join(' ');
}
