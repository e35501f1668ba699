import { describe, expect, test } from 'vitest';
import { thin, VERSION_KINDS, type KeptVersion } from '../../../src/versions/index.ts';
import { hash, madeAgo, NOW } from './history.ts';

const left = (versions: KeptVersion[], bases?: Set<string>): number[] => {
  const dropped = new Set(thin(versions, NOW, bases));
  return versions.map(({ n }) => n).filter((n) => !dropped.has(n));
};
/** One version every ten minutes, the oldest first, `hours` back. */
const every10Minutes = (hours: number): KeptVersion[] =>
  Array.from({ length: hours * 6 }, (_, index) => madeAgo(index + 1, hours - index / 6, 'timed'));

describe('thinning a history', () => {
  test('leaves the last day alone', () => {
    expect(thin(every10Minutes(23), NOW)).toEqual([]);
  });

  test('keeps one version an hour after a day, the last of each, and always the first', () => {
    const kept = left(every10Minutes(30));
    expect(kept.slice(0, 3)).toEqual([1, 6, 12]);
    expect(kept).toHaveLength(1 + 6 + 24 * 6);
  });

  test('keeps one a day after a week, one a week after two months', () => {
    const days = Array.from({ length: 100 * 4 }, (_, index) => madeAgo(index + 1, 100 * 24 - index * 6, 'timed'));
    const kept = days.filter(({ n }) => left(days).includes(n));
    const between = (from: number, to: number) =>
      kept.filter(({ at }) => NOW - Date.parse(at) > from * 864e5 && NOW - Date.parse(at) <= to * 864e5).length;
    expect(between(8, 58)).toBe(50);
    expect(between(60, 95)).toBeLessThanOrEqual(6);
  });

  test('keeps what was saved on purpose rather than what came by itself', () => {
    const hour = [
      madeAgo(1, 80, 'timed'),
      madeAgo(2, 50.6, 'saved'),
      madeAgo(3, 50.3, 'timed'),
      madeAgo(4, 1, 'timed'),
    ];
    expect(left(hour)).toEqual([1, 2, 4]);
  });

  test.each(VERSION_KINDS.filter((kind) => /named|received|sent|pushed|reviewed|after-merge/.test(kind)))(
    'never drops one that was %s',
    (kind) => {
      const versions = [
        madeAgo(1, 900, 'timed'),
        madeAgo(2, 800.2, kind),
        madeAgo(3, 800.1, 'saved'),
        madeAgo(4, 1, 'timed'),
      ];
      expect(left(versions)).toContain(2);
    },
  );

  test('never drops a base, a parent of a merge, or one with a name', () => {
    const old = every10Minutes(60).map((version) => ({ ...version, hash: version.n.toString(16).padStart(64, 'e') }));
    const [base, mine, named] = [old[1]!, old[2]!, old[3]!];
    named.label = 'Trước khi gửi';
    const merge = madeAgo(999, 0.1, 'after-merge', { parents: [mine.hash, hash('f')] });
    const kept = left([...old, merge], new Set([base.hash]));
    expect(kept).toEqual(expect.arrayContaining([base.n, mine.n, named.n]));
  });

  test('drops nothing because of a clock that was set back, or a time that is none', () => {
    const ahead = [
      madeAgo(1, -50, 'timed'),
      madeAgo(2, -49.9, 'timed'),
      madeAgo(3, -49.8, 'timed'),
      madeAgo(4, 0, 'timed'),
    ];
    expect(left(ahead)).toEqual([1, 2, 3, 4]);
    const odd = [1, 2, 3, 4].map((n) => madeAgo(n, 500, 'timed', { at: '?' }));
    expect(left(odd)).toEqual([1, 2, 3, 4]);
  });

  test('thins a thinned history no further', () => {
    const versions = every10Minutes(400);
    const dropped = new Set(thin(versions, NOW));
    expect(
      thin(
        versions.filter(({ n }) => !dropped.has(n)),
        NOW,
      ),
    ).toEqual([]);
  });
});
