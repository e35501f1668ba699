import { fill } from '../../words/fill.ts';
import type { Words } from '../../words/en/index.ts';

/** What a notice says; a code without a sentence of its own is named, so that it can be reported. */
export function noticeSentence(
  { code, about = {} }: { code: string; about?: Record<string, string | number> },
  words: Words,
): string {
  const sentence = words.notices.said[code] ?? words.failures[code] ?? words.failures.other ?? '{code}';
  // A size that names no unit is in megabytes.
  return fill(sentence, { unit: 'MB', ...about, code });
}
