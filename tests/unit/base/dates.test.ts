import { describe, expect, test } from 'vitest';
import { now, withOffset } from '../../../src/base/dates.ts';

describe('an instant in a place', () => {
  const at = Date.UTC(2025, 5, 12, 3, 30);
  test.each([
    [420, '2025-06-12T10:30:00.000+07:00'],
    [0, '2025-06-12T03:30:00.000+00:00'],
    [-240, '2025-06-11T23:30:00.000-04:00'],
    [-210, '2025-06-12T00:00:00.000-03:30'],
    [345, '2025-06-12T09:15:00.000+05:45'],
  ])('%i minutes east of Greenwich is %s', (offset, text) => {
    expect(withOffset(at, offset)).toBe(text);
    expect(Date.parse(text)).toBe(at);
  });

  test('now is now, with an offset', () => {
    const before = Date.now();
    const text = now();
    expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
    expect(Date.parse(text)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(text)).toBeLessThanOrEqual(Date.now());
  });
});
