import { describe, expect, test } from 'vitest';
import { plainRuns, plainText, tidyRuns } from '../../../src/story/runs.ts';
import { MARKS, runSchema, type Mark, type Run } from '../../../src/story/schema.ts';
import { runs } from './build.ts';
import { forSeeds, type Chance } from './random.ts';

describe('runs are kept in one form', () => {
  test('neighbours of one style are one run, whatever the order of their marks', () => {
    const tidy = tidyRuns([
      { text: 'Water ', marks: ['emphasis', 'strong'] },
      { text: 'rose', marks: ['strong', 'emphasis', 'strong'] },
      { text: ' fast' },
      { text: '.', marks: [] },
    ]);
    expect(tidy).toEqual([{ text: 'Water rose', marks: ['strong', 'emphasis'] }, { text: ' fast.' }]);
  });

  test('two links side by side stay two', () => {
    const links = runs({ text: 'one', href: 'https://a.example' }, { text: 'two', href: 'https://b.example' });
    expect(tidyRuns(links)).toEqual(links);
  });

  test('empty runs go, and those on either side meet', () => {
    expect(tidyRuns([{ text: 'a' }, { text: '', marks: ['strong'] }, { text: 'b' }])).toEqual([{ text: 'ab' }]);
  });

  test('a line break and a blank are text', () => {
    expect(plainText(tidyRuns(runs('one\n', ' ', { text: 'two', marks: ['code'] })))).toBe('one\n two');
  });

  test('what comes in is not changed', () => {
    const given: Run[] = [{ text: 'a' }, { text: 'b' }];
    tidyRuns(given);
    expect(given).toEqual([{ text: 'a' }, { text: 'b' }]);
  });

  test('plain text of plain runs is the text', () => {
    expect(plainText(plainRuns('Lũ về.'))).toBe('Lũ về.');
    expect(plainRuns('')).toEqual([]);
  });

  test('any runs: the text stays, the form is valid, and tidying twice changes nothing', () => {
    const makeMarks = (c: Chance): Mark[] => Array.from({ length: c.int(4) }, () => c.pick(MARKS));
    forSeeds(500, (c) => {
      const given = Array.from({ length: c.int(8) }, (): Run => {
        const run: Run = { text: c.pick(['', 'a', 'ệ', '\n', ' ']), marks: makeMarks(c) };
        return c.int(3) === 0 ? { ...run, href: c.pick(['https://a.example', 'https://b.example']) } : run;
      });
      const tidy = tidyRuns(given);
      expect(plainText(tidy)).toBe(plainText(given));
      expect(tidy.every((run) => runSchema.safeParse(run).success)).toBe(true);
      expect(tidyRuns(tidy)).toEqual(tidy);
    });
  });
});
