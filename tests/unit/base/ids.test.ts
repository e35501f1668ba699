import { expect, test } from 'vitest';
import { newBlockId, newId, newStoryId } from '../../../src/base/ids.ts';
import { fail, ok } from '../../../src/base/result.ts';

test('ids have their length, safe letters, and are not given twice', () => {
  const ids = Array.from({ length: 2000 }, newBlockId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^[a-z2-9]{10}$/.test(id))).toBe(true);
  expect(newStoryId()).toMatch(/^[a-z2-9]{20}$/);
  expect(newId(0)).toBe('');
});

test('every one of the 32 letters is given', () => {
  expect(new Set(newId(4000)).size).toBe(32);
});

test('an outcome is a value or a failure with a code', () => {
  expect(ok(7)).toEqual({ ok: true, value: 7 });
  expect(fail('media.too-large', 'too large')).toEqual({
    ok: false,
    failure: { code: 'media.too-large', detail: 'too large' },
  });
  expect(fail('a.b', 'c', { size: 1 }).failure.about).toEqual({ size: 1 });
});
