import { describe, expect, test } from 'vitest';
import { lastCommon, lineageOf } from '../../../src/versions/index.ts';
import { hash, lineage } from './history.ts';

/** What two copies share, asked from both sides. */
function shared(mine: string[], theirs: string[]): string | null {
  const of = (made: string[]): string[] => {
    const versions = lineage(...made);
    return lineageOf(versions, versions.at(-1)!.hash);
  };
  const there = lastCommon(of(mine), of(theirs));
  expect(lastCommon(of(theirs), of(mine))).toBe(there);
  return there && there.slice(0, 1);
}

describe('where a version came from', () => {
  test('is told nearest first, a merge after both its sides', () => {
    const made = lineage('a', 'b<a', 'c<a', 'd<b,c');
    expect(lineageOf(made, hash('d')).map((name) => name[0])).toEqual(['d', 'c', 'b', 'a']);
    expect(lineageOf(made, hash('b')).map((name) => name[0])).toEqual(['b', 'a']);
  });

  test('names a parent that this computer never had', () => {
    expect(lineageOf(lineage('b<a'), hash('b'))).toEqual([hash('b'), hash('a')]);
  });

  test('goes round no circle where an older version was restored', () => {
    const made = lineage('a', 'b<a', 'a<b', 'c<a');
    expect(lineageOf(made, hash('c')).map((name) => name[0])).toEqual(['c', 'a', 'b', 'a']);
  });
});

describe('the last version that two copies share', () => {
  test.each<[string, string[], string[], string | null]>([
    ['neither has changed', ['a', 'b<a'], ['a', 'b<a'], 'b'],
    ['one went on', ['a', 'b<a'], ['a', 'b<a', 'c<b'], 'b'],
    ['both went on', ['a', 'b<a', 'c<b', 'd<c'], ['a', 'b<a', 'e<b'], 'b'],
    ['they were merged once already', ['a', 'b<a', 'c<a', 'd<b,c', 'e<d'], ['a', 'c<a', 'f<c'], 'c'],
    ['they have nothing in common', ['a', 'b<a'], ['c', 'd<c'], null],
    ['one went back to an older version', ['a', 'b<a', 'a<b'], ['a', 'b<a'], 'b'],
    ['both went back to it', ['a', 'b<a', 'a<b', 'c<a'], ['a', 'b<a', 'a<b', 'd<a'], 'a'],
  ])('%s', (_, mine, theirs, want) => {
    expect(shared(mine, theirs)).toBe(want);
  });

  test('is one and the same for both where two would do', () => {
    // Each side merged the other's version: either may be the base, but both must take the same one.
    expect(shared(['a', 'b<a', 'c<a', 'd<b,c'], ['a', 'c<a', 'b<a', 'e<c,b'])).toMatch(/[bc]/);
  });
});
