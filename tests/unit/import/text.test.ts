import { describe, expect, it } from 'vitest';
import type { Imported } from '../../../src/import/imported.ts';
import { textToBlocks } from '../../../src/import/text/index.ts';
import { blockSchema } from '../../../src/story/schema.ts';
import { bare, p } from './notation.ts';

function read(text: string): Imported {
  const result = textToBlocks(text);
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
}
const blocksOf = (text: string): unknown => bare(read(text).blocks);

describe('plain text as story blocks', () => {
  it.each([
    ['every line is a paragraph', 'a\nb\r\nc\rd', [p('a'), p('b'), p('c'), p('d')]],
    ['blank lines only separate', '\n\na\n \n\u00a0\t\n\u200b\nb\n', [p('a'), p('b')]],
    ["Word's manual line break is one", 'a\vb\fc\u2028d\u0085e', [p('a'), p('b'), p('c'), p('d'), p('e')]],
    ['runs of blanks are one', '  a \t b\u00a0 c ', [p('a b c')]],
    ['letters are stored in NFC', 'Vie\u0323\u0302t', [p('Việt')]],
    ['control characters and direction marks go', 'a\u0000b\u0007\u202ec\u00ad\ufeff', [p('abc')]],
    ['halves of surrogate pairs are replaced', 'a\ud83d', [p('a\ufffd')]],
    ['mark-up is only text', '<b>a</b> &amp;', [p('<b>a</b> &amp;')]],
    ['nothing is nothing', ' \n\n', []],
  ])('%s', (_, text, blocks) => {
    expect(blocksOf(text)).toEqual(blocks);
  });

  it('counts in the receipt', () => {
    expect(read('a\u202e\nb\u200b\u200b').receipt).toEqual({
      kept: { paragraph: 2 },
      changed: {},
      dropped: { 'bidi-control': 1, 'invisible-character': 2 },
    });
  });

  it('makes blocks that a story can hold', () => {
    for (const block of read('a\nb').blocks) expect(blockSchema.safeParse(block).error).toBeUndefined();
  });

  it('is not slowed down by thousands of accents on one letter', () => {
    const { blocks, receipt } = read(`e${'\u0301\u0327'.repeat(500_000)}`);
    expect(receipt.dropped).toEqual({ 'heaped-mark': 1_000_000 - 30 });
    expect(blocks).toHaveLength(1);
  });
});
