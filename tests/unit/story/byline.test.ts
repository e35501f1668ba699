import { describe, expect, test } from 'vitest';
import { parseByline, printByline } from '../../../src/story/byline.ts';
import { LABEL, NOTES, TITLES } from '../../../src/story/byline-words.ts';
import type { Person } from '../../../src/story/schema.ts';
import { chance, forSeeds, type Chance } from './random.ts';

const said = (text: string): string[] =>
  parseByline(text).map(({ name, roles }) => (roles.length > 0 ? `${name} [${roles.join(', ')}]` : name));
const names = (people: readonly Person[]): string[] => people.map(({ name }) => name);

describe('names in a byline', () => {
  test.each([
    ['Đức Đồng - Đức Tình', ['Đức Đồng', 'Đức Tình']],
    ['Đức Đồng – Đức Tình', ['Đức Đồng', 'Đức Tình']],
    ['Đức Đồng — Đức Tình', ['Đức Đồng', 'Đức Tình']],
    ['Đức Đồng—Đức Tình', ['Đức Đồng', 'Đức Tình']],
    ['Đức Đồng- Đức Tình', ['Đức Đồng', 'Đức Tình']],
    ['Đức Đồng -Đức Tình', ['Đức Đồng', 'Đức Tình']],
    ['Ann Lee & Bo Diaz', ['Ann Lee', 'Bo Diaz']],
    ['Lê An và Võ Bình', ['Lê An', 'Võ Bình']],
    ['LÊ AN VÀ VÕ BÌNH', ['LÊ AN', 'VÕ BÌNH']],
    ['Lê An, Võ Bình và Hồ Chi', ['Lê An', 'Võ Bình', 'Hồ Chi']],
    ['Ann Lee, Bo Diaz, and Cy Roe', ['Ann Lee', 'Bo Diaz', 'Cy Roe']],
    ['Lê An; Võ Bình', ['Lê An', 'Võ Bình']],
    ['Lê An\nVõ Bình', ['Lê An', 'Võ Bình']],
    ['  Lê   An  -  Võ\u00a0Bình ', ['Lê An', 'Võ Bình']],
    ['Sandy Anders', ['Sandy Anders']],
    ['', []],
    [' - , ; & ', []],
  ])('%j names %j', (text, people) => {
    expect(names(parseByline(text))).toEqual(people);
  });

  test.each(['Jean-Luc Roy', 'Nguyễn-Võ Thu Hương', 'Ann Smith-Jones', "Siobhán O'Neill", 'Jean‑Luc Roy'])(
    '%s is one person: a hyphen within a name parts nothing',
    (text) => {
      expect(said(text)).toEqual([text]);
    },
  );

  test('hyphened names keep their order beside others', () => {
    expect(said('Jean-Luc Roy - Nguyễn-Võ Thu')).toEqual(['Jean-Luc Roy', 'Nguyễn-Võ Thu']);
  });

  test('a generation belongs to the name before it', () => {
    expect(said('John Smith, Jr. and Ann Lee, III')).toEqual(['John Smith, Jr.', 'Ann Lee, III']);
  });

  test('commas within brackets part nothing', () => {
    expect(said('Hà My (Đài Sông Tiền, Ban Thời sự) - Lê An')).toEqual(['Hà My (Đài Sông Tiền, Ban Thời sự)', 'Lê An']);
  });
});

describe('roles in a byline', () => {
  test.each([
    ['By Ann Lee', ['Ann Lee [reporter]']],
    ['BY ANN LEE AND BO DIAZ', ['ANN LEE [reporter]', 'BO DIAZ [reporter]']],
    ['By: Ann Lee', ['Ann Lee [reporter]']],
    ['Bài, ảnh: Minh Đức', ['Minh Đức [reporter, photographer]']],
    ['Bài và ảnh: Minh Đức - Lê An', ['Minh Đức [reporter, photographer]', 'Lê An [reporter, photographer]']],
    ['Tin, ảnh: Minh Đức', ['Minh Đức [reporter, photographer]']],
    ['Bài: Minh Đức - Ảnh: Lê An', ['Minh Đức [reporter]', 'Lê An [photographer]']],
    ['Bài: Minh Đức Ảnh: Lê An', ['Minh Đức [reporter]', 'Lê An [photographer]']],
    ['Bài: Minh Đức\nẢnh: Lê An', ['Minh Đức [reporter]', 'Lê An [photographer]']],
    ['Bài: Minh Đức; Ảnh: Minh Đức', ['Minh Đức [reporter, photographer]']],
    ['Thực hiện: Lê An, Võ Bình', ['Lê An [reporter]', 'Võ Bình [reporter]']],
    ['Biên tập: Lê An', ['Lê An [editor]']],
    ['Lê An (dịch)', ['Lê An [translator]']],
    ['Lê An (ảnh) - Võ Bình', ['Lê An [photographer]', 'Võ Bình']],
    ['By Ann Lee; photos by Bo Diaz', ['Ann Lee [reporter]', 'Bo Diaz [photographer]']],
    ['Words and photos by Ann Lee', ['Ann Lee [reporter, photographer]']],
    ['By Ann Lee and Bo Diaz, Staff Writers', ['Ann Lee [reporter]', 'Bo Diaz [reporter]']],
    ['Ann Lee, Staff Photographer', ['Ann Lee [photographer]']],
    ['By Ann Lee\nStaff Writer', ['Ann Lee [reporter]']],
    ['Đức Đồng, phóng viên', ['Đức Đồng [reporter]']],
    ['Đức Đồng, PV', ['Đức Đồng [reporter]']],
    ['PV Đức Đồng', ['Đức Đồng [reporter]']],
  ])('%j says %j', (text, people) => {
    expect(said(text)).toEqual(people);
  });

  test.each(['PV', 'Nhóm PV', 'PV VOV', 'PV Đài Sông Tiền', 'Ban Thời sự'])(
    '%s is a department, named whole',
    (text) => {
      expect(names(parseByline(text))).toEqual([text]);
    },
  );

  test('a department beside a reporter is kept', () => {
    expect(said('Minh Đức - CTV')).toEqual(['Minh Đức', 'CTV']);
  });

  test('"by" within a name is no label', () => {
    expect(said('Standby Crew')).toEqual(['Standby Crew']);
  });
});

const WORDS = [
  'Đức',
  'Tình',
  'Nguyễn-Võ',
  'Jean-Luc',
  'Ngọc',
  'Hằng',
  'Smith',
  "O'Neill",
  'Thuỷ',
  'Quỳnh',
  'Ỷ',
  'Anderson',
  'Ýên',
];
const NOISE = [
  ...WORDS,
  ' ',
  '  ',
  ',',
  ' - ',
  '-',
  '–',
  ' — ',
  ':',
  '(',
  ')',
  'By ',
  'PV',
  'Bài, ảnh:',
  ' và ',
  ' and ',
  '&',
  '\n',
  '\t',
  'ảnh',
  'Staff Writers',
  ';',
  '\ud800',
  '🙂',
  '́',
  '\u200f',
  '.',
  'Photos by ',
];
const makeName = (c: Chance): string => Array.from({ length: 2 + c.int(3) }, () => c.pick(WORDS)).join(' ');
const makeNoise = (c: Chance): string => Array.from({ length: c.int(24) }, () => c.pick(NOISE)).join('');

/** What is left of a line when the names are cut out in order, or null when one is not in it. */
function withoutNames(line: string, people: readonly Person[]): string | null {
  let rest = '';
  let from = 0;
  for (const { name } of people) {
    const at = line.indexOf(name, from);
    if (at < 0) return null;
    rest += `${line.slice(from, at)} `;
    from = at + name.length;
  }
  return rest + line.slice(from);
}

describe('any byline', () => {
  test('of names joined in any printed way gives those names, in order', () => {
    forSeeds(500, (c) => {
      const people = Array.from({ length: 1 + c.int(4) }, () => makeName(c));
      const separators = [' - ', ' – ', ' — ', ', ', ' & ', ' và ', ' and ', '; ', '\n'];
      const text = people.reduce((line, name) => line + c.pick(separators) + name);
      expect(names(parseByline(c.pick(['', 'By ', 'Bài, ảnh: ', 'Thực hiện: ']) + text))).toEqual([...new Set(people)]);
    });
  });

  test('never throws; each name stands in the line, in order, and what is no name is a label, a title or a sign', () => {
    const known = [...Object.keys(TITLES), ...Object.keys(NOTES)].sort((a, b) => b.length - a.length).join('|');
    forSeeds(1000, (c) => {
      const line = makeNoise(c).replace(/\s+/g, ' ').trim();
      const people = parseByline(line);
      expect(people.every(({ name }) => name !== '' && name === name.trim())).toBe(true);
      const rest = withoutNames(line, people);
      // A person named twice with roles is one entry, so the second naming stays in the rest.
      const left = people.reduce((text, { name }) => text.replaceAll(name, ' '), rest ?? line);
      const unread = left
        .replace(new RegExp(LABEL, 'giu'), ' ')
        .replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${known}|và|and)(?![\\p{L}\\p{N}])`, 'giu'), ' ');
      expect(unread).not.toMatch(/[\p{L}\p{N}]/u);
    });
  });

  test('of a hundred thousand characters is read at once', () => {
    const before = performance.now();
    for (const piece of [' ', '-', '(', ' - ', 'By ', 'Bài, ', 'a ', '(a'])
      parseByline(piece.repeat(100_000 / piece.length));
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('a byline for people without a printed form', () => {
  const an: Person = { name: 'Lê An', roles: ['reporter'] };
  const binh: Person = { name: 'Võ Bình', roles: ['photographer'] };
  const chi: Person = { name: 'Hồ Chi', roles: [] };

  test.each([
    [[], 'vi', ''],
    [[an], 'vi', 'Lê An'],
    [[an, chi], 'vi', 'Lê An - Hồ Chi'],
    [[an, binh], 'vi-VN', 'Bài: Lê An; Ảnh: Võ Bình'],
    [[{ name: 'Lê An', roles: ['photographer', 'reporter'] }], 'vi', 'Bài, ảnh: Lê An'],
    [[an], 'en', 'By Lê An'],
    [[an, { ...an, name: 'Ann' }, { ...an, name: 'Bo' }], 'en', 'By Lê An, Ann and Bo'],
    [[an, binh], 'en-GB', 'By Lê An; photos by Võ Bình'],
    [[{ name: 'Ann', roles: ['reporter', 'photographer'] }], 'fr', 'Words and photos by Ann'],
  ] as [Person[], string, string][])('%j in %s is %j', (people, language, line) => {
    expect(printByline(people, language)).toBe(line);
  });

  test('read again, names the same people with the same roles', () => {
    const ROLES = [
      ['reporter'],
      ['photographer'],
      ['reporter', 'photographer'],
      ['editor'],
      ['translator'],
      ['contributor'],
    ] as const;
    forSeeds(500, (c) => {
      const people = [...new Set(Array.from({ length: 1 + c.int(4) }, () => makeName(c)))].map((name): Person => ({
        name,
        roles: [...c.pick(ROLES)],
      }));
      expect(parseByline(printByline(people, 'en'))).toEqual(people);
      const printed = parseByline(printByline(people, 'vi'));
      // Vietnamese prints no label when all are reporters.
      const onlyReporters = people.every(({ roles }) => String(roles) === 'reporter');
      expect(printed).toEqual(onlyReporters ? people.map(({ name }) => ({ name, roles: [] })) : people);
    });
  });

  test('the chance that makes these cases repeats itself', () => {
    expect(makeNoise(chance(7))).toBe(makeNoise(chance(7)));
  });
});
