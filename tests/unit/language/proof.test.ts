import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createSpeller } from '../../../src/language/spelling/speller.ts';
import { wordsToCheck } from '../../../src/language/spelling/words.ts';
import { STYLE_CATEGORIES } from '../../../src/language/style/rule.ts';
import { joinStyles } from '../../../src/language/style/join.ts';
import { loadStyle, mergeStyles } from '../../../src/language/style/load.ts';
import { namesIn, proofText } from '../../../src/language/proof.ts';
import { SENTENCES } from '../../ime/corpus.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const dictionary = (language: string) => ({
  language,
  aff: read(`node_modules/dictionary-${language}/index.aff`),
  dic: read(`node_modules/dictionary-${language}/index.dic`),
});
const speller = createSpeller([dictionary('vi'), dictionary('en')], ['Copydesk']);

describe('spelling', () => {
  test.each([
    ['người', 'vi'],
    ['hoà', 'vi'],
    ['hòa', 'vi'],
    ['Thúy', 'vi'],
    ['Facebook', 'vi'],
    ['copydesk', 'vi'],
    ['ferry', 'en-GB'],
    ['mayor’s', 'en'],
    ['well-known', 'en'],
    ['Wort', 'de'],
  ])('%s is right in %s', (word, language) => {
    expect(speller.knows(word, language)).toBe(true);
  });

  test.each([
    ['nguoif', 'vi', 'người'],
    ['nguoi', 'vi', 'người'],
    ['Truờng', 'vi', 'Trường'],
    ['recieve', 'en', 'receive'],
  ])('%s is wrong in %s, and %s may be meant', (word, language, meant) => {
    expect(speller.knows(word, language)).toBe(false);
    if (word !== 'nguoif') expect(speller.suggest(word, language)).toContain(meant);
  });

  test('numbers, addresses and acronyms are nobody’s spelling', () => {
    expect(wordsToCheck('UBND họp 12h, xem https://vd.vn/abc và a@b.vn #tin').map(({ word }) => word)).toEqual([
      'họp',
      'xem',
      'và',
    ]);
  });

  test('hardly a word of the corpus is unknown', () => {
    const unknown = SENTENCES.flatMap((sentence) =>
      wordsToCheck(sentence).filter(({ word }) => !speller.knows(word, 'vi')),
    ).map(({ word }) => word);
    expect(unknown.length).toBeLessThan(45);
  });
});

describe('house style', () => {
  test.each(['vi', 'en'])('the set for %s holds what its examples say', (language) => {
    const { rules, problems } = loadStyle(read(`assets/house-style/${language}.json`));
    expect(problems).toEqual([]);
    expect(rules.length).toBeGreaterThanOrEqual(15);
  });

  test('what is wrong in a file is named by its line, and the other rules are used', () => {
    const good = `{ "id": "good", "category": "words", "pattern": "abc", "message": "m", "matches": ["abc"], "passes": ["d"] }`;
    const file = `{ "rules": [
      ${good},
      { "id": "no-message", "category": "words", "pattern": "abc", "matches": ["abc"], "passes": ["d"] },
      { "id": "bad-pattern", "category": "words", "pattern": "(", "message": "m", "matches": ["abc"], "passes": ["d"] },
      { "id": "not-found", "category": "words", "pattern": "x", "message": "m", "matches": ["abc"], "passes": ["d"] },
      { "id": "finds-all", "category": "words", "pattern": ".", "message": "m", "matches": ["abc"], "passes": ["d"] },
      ${good},
      { "id": "made", "category": "words", "pattern": "a", "replacement": "b", "message": "m", "matches": [{"text":"a","becomes":"c"}], "passes": ["d"] }
    ] }`;
    const { rules, problems } = loadStyle(file);
    expect(rules.map(({ id }) => id)).toEqual(['good']);
    expect(problems.map(({ line, rule }) => [line, rule])).toEqual([
      [3, 'no-message'],
      [4, 'bad-pattern'],
      [5, 'not-found'],
      [6, 'finds-all'],
      [7, 'good'],
      [8, 'made'],
    ]);
    expect(loadStyle('{ "rules": [').problems[0]).toMatchObject({ line: 1 });
    expect(loadStyle('[]').problems).toHaveLength(1);
  });

  test('a later file’s rule stands for an earlier one', () => {
    const file = (message: string) =>
      loadStyle(
        `{"rules":[{"id":"xx","category":"words","pattern":"a","message":"${message}","matches":["a"],"passes":["d"]}]}`,
      );
    expect(mergeStyles([file('one'), file('two')]).map(({ message }) => message)).toEqual(['two']);
  });
});

test.each(['vi', 'en'])('the rules that come with Copydesk cover what newsrooms ask about (%s)', (language) => {
  const { rules } = loadStyle(read(`assets/house-style/${language}.json`));
  for (const category of STYLE_CATEGORIES)
    expect(rules.filter((rule) => rule.category === category).length, category).toBeGreaterThanOrEqual(2);
  expect(rules.length).toBeGreaterThanOrEqual(20);
});

describe('all of it on a text', () => {
  const rules = mergeStyles([loadStyle(read('assets/house-style/vi.json'))]);

  test('each remark says what stands there and what to write', () => {
    const remarks = proofText('Hoà bnh , tăng 3.5%', 'vi', { speller, rules, tonePlacement: 'old' });
    expect(remarks.map(({ category, found, replacement }) => [category, found, replacement])).toEqual([
      ['tones', 'Hoà', 'Hòa'],
      ['spelling', 'bnh', null],
      ['punctuation', ' ', ''],
      ['numbers', '3.5', '3,5'],
    ]);
  });

  test('tones are left alone where nobody chose, and in other languages', () => {
    const proofing = { speller: null, rules: [], tonePlacement: 'any' as const };
    expect(proofText('Hoà hòa', 'vi', proofing)).toEqual([]);
    expect(proofText('Hoà', 'en', { ...proofing, tonePlacement: 'old' })).toEqual([]);
  });

  test('names of bylines and captions are learnt', () => {
    expect(namesIn(['Ksor H’Bia - Y Wơ', 'đập ở Plei Krông'])).toEqual(['Ksor', 'H’Bia', 'Y', 'Wơ', 'Plei', 'Krông']);
  });
});

test('files of rules are joined into one that has the rules of all', () => {
  const files = ['vi', 'en'].map((language) => read(`assets/house-style/${language}.json`));
  const { rules, problems } = loadStyle(joinStyles(['// của đài [1]\n{ "rules": [] }', ...files]));
  expect(problems).toEqual([]);
  expect(rules).toHaveLength(files.reduce((sum, file) => sum + loadStyle(file).rules.length, 0));
});
