import { describe, expect, it } from 'vitest';
import { initialsOf } from '../../../src/settings/person.ts';

describe('initials', () => {
  it.each([
    ['Nguyễn Văn Hà', 'NVH'],
    ['Đỗ Thị Ánh', 'ĐTÁ'],
    ['ô Lan', 'ÔL'],
    ['Lê Nguyễn Hoàng Minh Châu Anh', 'LNHA'],
    ['Anne-Marie  O’Neill', 'AMO'],
    ['PV', 'P'],
    ['', ''],
  ])('of “%s” are “%s”', (name, initials) => {
    expect(initialsOf({ name, initials: '' })).toBe(initials);
  });

  it('are what the person chose, where they did', () => {
    expect(initialsOf({ name: 'Nguyễn Văn Hà', initials: ' hà ' })).toBe('hà');
  });
});
