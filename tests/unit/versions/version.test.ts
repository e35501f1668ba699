import { expect, test } from 'vitest';
import { versionSchema } from '../../../src/versions/index.ts';
import { hash, madeAgo } from './history.ts';

test('a version is believed only with a hash, a time and a kind that there are', () => {
  const version = madeAgo(1, 0, 'saved', { label: 'Bản gửi thư ký', parents: [hash('a'), hash('b')] });
  expect(versionSchema.safeParse(version).success).toBe(true);
  for (const wrong of [{ hash: '../x' }, { at: 'hôm qua' }, { kind: 'odd' }, { words: -1 }, { parents: ['a'] }]) {
    expect(versionSchema.safeParse({ ...version, ...wrong }).success).toBe(false);
  }
});
