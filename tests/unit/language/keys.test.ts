import { describe, expect, test } from 'vitest';
import { SENTENCES } from '../../ime/corpus.ts';
import { pieces, stepsOf, type Habit, type Method } from '../../ime/engine.ts';

const keys = (word: string, method: Method, habit: Habit): string =>
  stepsOf(word, method, habit)
    .map(({ key }) => key)
    .join('');

describe('keys of Vietnamese words', () => {
  test.each<[string, Method, Habit, string]>([
    ['tiếng', 'telex', 'late', 'tienges'],
    ['tiếng', 'telex', 'early', 'tieesng'],
    ['Đường', 'vni', 'late', 'Duong9772'],
    ['toàn', 'telex', 'early', 'toafn'],
    ['hoà', 'telex', 'early', 'hoaf'],
    ['Smith', 'telex', 'late', 'Smith'],
  ])('%s in %s, signs %s: %s', (word, method, habit, expected) => {
    expect(keys(word, method, habit)).toBe(expected);
  });

  test('the tone moves when a letter makes it', () => {
    expect(stepsOf('toàn', 'telex', 'early').map(({ shown }) => shown)).toEqual(['t', 'to', 'toa', 'tòa', 'toàn']);
  });

  test('every word of the corpus comes out as it is written', () => {
    for (const sentence of SENTENCES)
      for (const { text, isWord } of pieces(sentence))
        for (const method of ['telex', 'vni'] as const)
          for (const habit of ['early', 'late'] as const)
            if (isWord) expect(stepsOf(text, method, habit).at(-1)?.shown).toBe(text);
  });

  test('the corpus has 300 sentences and every vowel in every tone', () => {
    expect(new Set(SENTENCES).size).toBeGreaterThanOrEqual(300);
    const letters = SENTENCES.join('').toLowerCase();
    const missing = [...'aăâeêioôơuưy'].flatMap((vowel) =>
      ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
        .map((tone) => (vowel + tone).normalize('NFC'))
        .filter((letter) => !letters.includes(letter)),
    );
    expect(missing).toEqual([]);
  });

  test('the corpus has both tone placements, foreign names, numbers and the punctuation of the trade', () => {
    const having = (what: RegExp): number => SENTENCES.filter((sentence) => what.test(sentence)).length;
    // The vowel that bears the tone in oa, oe and uy.
    expect(having(/[òóỏõọ]a|[òóỏõọ]e|[ùúủũụ]y/i)).toBeGreaterThanOrEqual(5);
    expect(having(/o[àáảãạèéẻẽẹ](?![\p{L}])|u[ỳýỷỹỵ](?![\p{L}])/iu)).toBeGreaterThanOrEqual(5);
    expect(having(/(?<![\p{L}])(?=[a-z]*[fjwz])[a-z]{3,}(?![\p{L}])/iu)).toBeGreaterThanOrEqual(5);
    expect(having(/\d/)).toBeGreaterThanOrEqual(30);
    for (const sign of [/,/, /:/, /;/, /\?/, /!/, /["“]/, /\(/, /%/, /\d[.,]\d/, /[-–]/, /\//])
      expect(having(sign), String(sign)).toBeGreaterThan(0);
  });
});
