import { expect, it } from 'vitest';
import { LONGEST_PARAGRAPH } from '../../../src/import/limits.ts';
import { readArticle } from '../../../src/import/read.ts';
import { htmlToBlocks } from '../../../src/import/html/index.ts';
import { textToBlocks } from '../../../src/import/text/index.ts';

const words = (length: number): string => 'lũ lên '.repeat(Math.ceil(length / 7)).slice(0, length - 1) + '.';
const utf8 = new TextEncoder();

// A window that lays out one paragraph of millions of characters stands still for minutes.
it.each([
  ['a text', (text: string) => textToBlocks(text)],
  ['a pasted page', (text: string) => htmlToBlocks(`<ul><li>${text}</ul>`)],
  ['a page', (text: string) => readArticle('a.html', utf8.encode(`<p>${text}`))],
  ['Markdown', (text: string) => readArticle('a.md', utf8.encode(text))],
])(
  '%s of one paragraph longer than any article is refused by name; one as long as that is taken',
  (_, read) => {
    expect(read(words(LONGEST_PARAGRAPH)).ok).toBe(true);
    expect(read(words(LONGEST_PARAGRAPH + 1))).toMatchObject({
      ok: false,
      failure: { code: 'import.too-large', about: { limit: LONGEST_PARAGRAPH } },
    });
  },
  60_000,
);
