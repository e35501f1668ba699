import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../../electron/shell/language.ts';
import { shellWords } from '../../../electron/shell/words.ts';

describe('the interface’s language', () => {
  it.each([
    ['vi', 'en', 'en-US', 'vi'],
    ['en', 'vi', 'vi-VN', 'en'],
    [undefined, 'vi', 'en-US', 'vi'],
    [undefined, 'en', 'vi-VN', 'en'],
    [undefined, 'system', 'vi', 'vi'],
    [undefined, 'system', 'vi-VN', 'vi'],
    [undefined, 'system', 'VI-vn', 'vi'],
    [undefined, 'system', 'vie', 'en'],
    [undefined, 'system', 'fr-FR', 'en'],
    [undefined, 'system', '', 'en'],
    ['fr', 'system', 'vi', 'vi'],
    ['', 'vi', 'en', 'vi'],
  ] as const)('COPYDESK_LANG %s, chosen %s, computer %s: %s', (wish, chosen, locale, expected) => {
    expect(chooseLanguage(wish, chosen, locale)).toBe(expected);
  });

  it('has every word of the menus and dialogs in Unicode NFC and nowhere empty', () => {
    for (const words of [shellWords('en'), shellWords('vi')]) {
      for (const word of Object.values(words)) {
        expect(word.trim()).not.toBe('');
        expect(word).toBe(word.normalize('NFC'));
      }
    }
    expect(Object.keys(shellWords('vi'))).toEqual(Object.keys(shellWords('en')));
  });
});
