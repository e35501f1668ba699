import { readFileSync } from 'node:fs';

/** More than 300 Vietnamese sentences: every vowel in every tone, both tone placements, foreign names, numbers, punctuation. */
export const SENTENCES: readonly string[] = readFileSync(new URL('corpus.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.normalize('NFC'));

/** `count` sentences from all over the corpus. */
export function some(count: number, from: readonly string[] = SENTENCES): string[] {
  const wanted = Math.min(count, from.length);
  return Array.from({ length: wanted }, (_, index) => from[Math.floor((index * from.length) / wanted)]!);
}
