import { describe, expect, test } from 'vitest';
import { countSyllables, lengthOf, readingSeconds, speakingSeconds } from '../../../src/story/length.ts';

describe('how long a text is', () => {
  test('words, characters with and without spaces', () => {
    expect(lengthOf('Nước sông dâng.\nNhanh quá!', 'vi')).toEqual({
      words: 5,
      characters: 25,
      charactersWithoutSpaces: 22,
      syllables: 5,
    });
    expect(lengthOf('Việt'.normalize('NFD'), 'vi').characters).toBe(4);
    expect(lengthOf('', 'vi')).toEqual({ words: 0, characters: 0, charactersWithoutSpaces: 0, syllables: 0 });
  });

  test.each([
    ['Tiếp tục kiện toàn', 'vi', 4],
    ['245 mm', 'vi', 6],
    ['năm 2000', 'vi', 2],
    ['The water came late', 'en', 5],
    ['people', 'en', 2],
    ['hmm', 'en', 1],
  ])('%s in %s has %i syllables', (text, language, count) => {
    expect(countSyllables(text, language)).toBe(count);
  });

  test('the time it takes to read, in silence and aloud', () => {
    const length = { words: 310, characters: 0, charactersWithoutSpaces: 0, syllables: 400 };
    expect(readingSeconds(length, 'vi')).toBe(60);
    expect(readingSeconds({ ...length, words: 238 }, 'en-GB')).toBe(60);
    expect(speakingSeconds(length, 200)).toBe(120);
  });
});
