import { describe, expect, test } from 'vitest';
import { placeTone, takeTone, writeSyllable } from '../../../src/language/vietnamese/syllable.ts';

describe('where a Vietnamese syllable bears its tone', () => {
  test.each([
    ['hòa', 'hoà'],
    ['khỏe', 'khoẻ'],
    ['thúy', 'thuý'],
    ['Lũy', 'Luỹ'],
    ['XÓA', 'XOÁ'],
    ['tòa', 'toà'],
    ['ủy', 'uỷ'],
  ])('%s in the old placement is %s in the new', (old, modern) => {
    expect(placeTone(old, 'new')).toBe(modern);
    expect(placeTone(modern, 'old')).toBe(old);
    expect(placeTone(old.normalize('NFD'), 'new')).toBe(modern);
    expect(placeTone(modern, 'new')).toBe(modern);
  });

  test.each(['toàn', 'quý', 'khuỷu', 'ngoẻo', 'người', 'già', 'gìn', 'của', 'mía', 'thuở', 'oái', 'Nguyễn', 'huỳnh'])(
    '%s is the same in both',
    (word) => {
      expect(placeTone(word, 'new')).toBe(word);
      expect(placeTone(word, 'old')).toBe(word);
    },
  );

  test.each(['Zoë', 'Oahu', 'café', 'Björk', '', '2.000', 'hoaà'])('%j is no Vietnamese syllable and stays', (word) => {
    expect(placeTone(word, 'old')).toBe(word);
    expect(placeTone(word, 'new')).toBe(word);
  });

  test('a syllable is taken apart and written again', () => {
    expect(takeTone('quyết')).toEqual({ letters: 'quyêt', tone: 's' });
    expect(writeSyllable({ letters: 'quyêt', tone: 's' }, 'old')).toBe('quyết');
    expect(writeSyllable({ letters: 'xyz', tone: 's' }, 'old')).toBeNull();
    expect(takeTone('àá')).toBeNull();
  });
});
