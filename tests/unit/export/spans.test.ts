import { describe, expect, it } from 'vitest';
import { settledSpans } from '../../../src/export/page/spans.ts';
import type { BlockOf } from '../../../src/story/schema.ts';
import { table, td } from './a-story.ts';

/** A table as rows of `text`, `text>2` (wide), `text^2` (high). */
const grid = (...rows: string[]): BlockOf<'table'> =>
  table(
    ...rows.map((row) =>
      row.split(' ').map((cell) => {
        const [, text = '', wide, high] = /^(\w+)(?:>(\d+))?(?:\^(\d+))?$/.exec(cell) ?? [];
        return td(text, { ...(wide && { colspan: Number(wide) }), ...(high && { rowspan: Number(high) }) });
      }),
    ),
  ) as BlockOf<'table'>;
const told = (block: BlockOf<'table'>): string[] =>
  settledSpans(block.rows).map(({ cells }) =>
    cells
      .map(
        ({ text, colspan, rowspan }) =>
          `${text[0]?.text}${colspan ? `>${colspan}` : ''}${rowspan ? `^${rowspan}` : ''}`,
      )
      .join(' '),
  );

describe('the spans of an exported table', () => {
  it.each([
    ['are left alone where each column has a cell', ['a>2 b', 'c d e'], ['a>2 b', 'c d e']],
    ['make no column by themselves', ['a>3', 'b c'], ['a>2', 'b c']],
    ['make none in the middle', ['a>3 b', 'c>3 d'], ['a b', 'c d']],
    ['count cells that come down from above', ['a^2 b>2', 'c>2'], ['a^2 b', 'c']],
    ['end with the table', ['a^9 b', 'c'], ['a^2 b', 'c']],
    ['of one are none', ['a>1^1 b'], ['a b']],
  ])('%s', (_, rows, expected) => {
    expect(told(grid(...rows))).toEqual(expected);
  });
});
