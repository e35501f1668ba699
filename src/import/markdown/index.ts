import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { fail, type Result } from '../../base/result.ts';
import type { Block } from '../../story/schema.ts';
import { fitting } from '../fitting.ts';
import type { Imported } from '../imported.ts';
import { tally } from '../receipt.ts';
import { blocksOf } from './blocks.ts';
import { Reading } from './reading.ts';

/** The longest Markdown that is read, in UTF-16 units: its parser's time grows faster than the text. */
const MAX_MARKDOWN_LENGTH = 5_000_000;
/** The deepest that quotes and lists may lie in each other; the parser calls itself for each. */
const MAX_DEPTH = 100;

/** GitHub's dialect as its own grammar reads it: without the second look that makes links of addresses which were written so as to be none. */
const gfmNodes = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

function isTooDeep(text: string): boolean {
  return text.split('\n').some((line) => {
    const signs = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])[ \t]*)+/.exec(line.slice(0, 2000))?.[0] ?? '';
    return signs.replace(/[ \t\d.)]/g, '').length > MAX_DEPTH || /^ {400}/.test(line);
  });
}

/**
 * Markdown (CommonMark with GitHub's tables and strike-through) as story blocks with fresh ids. Raw HTML in it is read by `html`,
 * and dropped where that answers null; the receipt names it then.
 *
 * Fails with `import.too-large` (longer than MAX_MARKDOWN_LENGTH, nested deeper than a hundred levels, or with a paragraph beyond LONGEST_PARAGRAPH).
 */
export function markdownToBlocks(
  text: string,
  html: (source: string) => readonly Block[] | null = () => null,
): Result<Imported> {
  if (text.length > MAX_MARKDOWN_LENGTH || isTooDeep(text)) {
    return fail(
      'import.too-large',
      `the Markdown is longer than ${MAX_MARKDOWN_LENGTH} characters or nested too deep`,
      {
        limit: MAX_MARKDOWN_LENGTH,
      },
    );
  }
  const reading = new Reading(html);
  const root = fromMarkdown(text.toWellFormed(), { extensions: [gfm()], mdastExtensions: gfmNodes });
  for (const node of root.children) if (node.type === 'definition') reading.definitions.set(node.identifier, node.url);
  const blocks = blocksOf(root.children, reading);
  for (const block of blocks) tally(reading.receipt.kept, block.type);
  return fitting({ blocks, pictures: reading.pictures, receipt: reading.receipt, title: '' });
}
