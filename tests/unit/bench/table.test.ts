import { describe, expect, test } from 'vitest';
import { percentile, withUnit, type Figure } from '../../bench/figures.ts';
import { figuresTable, withFigures } from '../../bench/table.ts';

const figure = (topic: string, value: string): Figure => ({ topic, what: 'a key', value, beside: '' });

describe('the table of figures', () => {
  test('stands in the README, where a run replaces its own topics alone', () => {
    const empty = 'Before\n<!-- figures: npm run bench writes what stands between here -->\n<!-- and here -->\nAfter';
    const first = withFigures(empty, [figure('store', '1 ms'), figure('search', '2 ms')]);
    const second = withFigures(first, [figure('store', '3 ms')]);
    expect(second).toContain(figuresTable([figure('search', '2 ms'), figure('store', '3 ms')]));
    expect(second).not.toContain('1 ms');
    expect([second.startsWith('Before\n'), second.endsWith('\nAfter')]).toEqual([true, true]);
  });

  test('is not written where there is no place for it', () => {
    expect(() => withFigures('Nothing here', [])).toThrow('README.md has no');
  });
});

test('figures are read at a glance', () => {
  expect([0.2341, 14.123, 3210.4, 7].map((value) => withUnit(value, 'ms'))).toEqual([
    '0.23 ms',
    '14.1 ms',
    '3 210 ms',
    '7 ms',
  ]);
  expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
});
