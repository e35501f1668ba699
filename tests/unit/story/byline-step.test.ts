import { describe, expect, it } from 'vitest';
import { bylineOf, isDepartment, parseByline, printByline } from '../../../src/story/byline.ts';
import { nameAtCaret, suggestBylines, type KnownByline } from '../../../src/story/byline-suggest.ts';

describe('a byline’s text and its people', () => {
  const photographer = {
    text: 'Đức Đồng - Đức Tình',
    people: [
      { name: 'Đức Đồng', roles: [] },
      { name: 'Đức Tình', roles: ['photographer' as const] },
    ],
  };

  it('keep in step while the text is changed: a role given beside it stays with its person', () => {
    expect(bylineOf(photographer, 'Lê An - Đức Tình - Đức Đồng').people).toEqual([
      { name: 'Lê An', roles: [] },
      { name: 'Đức Tình', roles: ['photographer'] },
      { name: 'Đức Đồng', roles: [] },
    ]);
  });

  it('say what the text says where the two differ', () => {
    expect(bylineOf(photographer, 'Đức Đồng; Biên tập: Đức Tình').people.at(-1)).toEqual({
      name: 'Đức Tình',
      roles: ['editor'],
    });
  });

  it('forget a role that the text stated, and states no more', () => {
    const stated = { text: 'Ảnh: Đức Tình', people: parseByline('Ảnh: Đức Tình') };
    expect(bylineOf(stated, 'Đức Tình').people).toEqual([{ name: 'Đức Tình', roles: [] }]);
  });

  it('can be printed with the roles, and say the same then', () => {
    const text = printByline(photographer.people, 'vi');
    expect(text).toBe('Đức Đồng; Ảnh: Đức Tình');
    expect(bylineOf(photographer, text).people).toEqual(photographer.people);
  });
});

describe('departments', () => {
  it.each(['PV', 'Nhóm PV', 'PV Đài Sông Tiền', 'Ban Thời sự', 'Nhóm phóng viên', 'Ledger Staff', 'The Newsroom'])(
    '%s is one',
    (name) => {
      expect(isDepartment(name)).toBe(true);
    },
  );
  it.each(['Đức Đồng', 'PV Đức Đồng', 'Ann Lee', 'Phong Điền', 'Bành Quốc'])('%s is a person', (name) => {
    expect(isDepartment(name)).toBe(false);
  });
});

describe('suggestions while a byline is typed', () => {
  const known: KnownByline[] = [
    { name: 'Đức Đồng', stories: 9, about: 'Nguyễn Đức Đồng, Ban Thời sự' },
    { name: 'Đức Tình', stories: 12 },
    { name: 'Minh Đức', stories: 30 },
    { name: 'Lê An', stories: 1 },
  ];
  const offered = (text: string): string[] => {
    const { typed } = nameAtCaret(text, text.length);
    return suggestBylines(
      known,
      typed,
      parseByline(text).map(({ name }) => name),
    ).map(({ name }) => name);
  };

  it.each([
    ['Đ', ['Đức Tình', 'Đức Đồng', 'Minh Đức']],
    ['duc d', ['Đức Đồng']],
    ['Lê An - đức', ['Đức Tình', 'Đức Đồng', 'Minh Đức']],
    ['Bài, ảnh: le', ['Lê An']],
    ['By le', ['Lê An']],
    ['Lê An và minh', ['Minh Đức']],
    ['thời sự', ['Đức Đồng']],
    ['Minh Đức - min', []],
    ['', []],
    ['Lê An - ', []],
    // A name that stands there whole needs no suggestion.
    ['Lê An', []],
  ])('%j offers %j', (text, names) => {
    expect(offered(text)).toEqual(names);
  });

  it('take the place of what was typed of the name, and of nothing else', () => {
    expect(nameAtCaret('Lê An - đức và Minh', 11)).toEqual({ from: 8, typed: 'đức' });
    expect(nameAtCaret('Jean-Luc', 8)).toEqual({ from: 0, typed: 'Jean-Luc' });
  });
});
