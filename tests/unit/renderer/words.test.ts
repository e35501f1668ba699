import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { noticeSentence } from '../../../renderer/panels/notices/sentence.ts';
import { longWhen, saveTime, shortWhen } from '../../../renderer/words/dates.ts';
import { en } from '../../../renderer/words/en/index.ts';
import { fill, fillCount } from '../../../renderer/words/fill.ts';
import { vi } from '../../../renderer/words/vi/index.ts';
import { createJudge, vietnamese } from '../../desktop/english/judge.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** These speak on the terminal, or of findings, in words of their own (tests/unit/check), or write to the log alone. */
const TERMINAL = [/^src\/check\//, /^electron\/runtime\//, /^electron\/cli/, /^electron\/shell\/trouble\.ts$/];

/** Codes that are put together, by the areas of the disk that use them. */
const DISK_CODES = ['drafts', 'media'].flatMap((area) =>
  ['disk-full', 'read-only', 'write-failed'].map((what) => `${area}.${what}`),
);

function codesRaised(): string[] {
  const codes = new Set<string>(DISK_CODES);
  for (const folder of ['src', 'electron', 'renderer']) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      if (!/\.tsx?$/.test(path) || TERMINAL.some((place) => place.test(path))) continue;
      const text = readFileSync(join(ROOT, path), 'utf8');
      // fail('code', …) and notices written as { code: 'code' }.
      for (const [, code] of text.matchAll(/(?:\b(?:fail|refusal)\(\s*|\bcode: (?:[^'\n]*\? )?)'([a-z]+\.[a-z-]+)'/g))
        if (code) codes.add(code);
    }
  }
  return [...codes].sort();
}

/** All texts of a words object, by their place in it. */
function texts(words: object, place = ''): [place: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${place}${key}`, value] as [string, string]]
      : texts(value as object, `${place}${key}.`),
  );
}

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

describe('the words', () => {
  it('say the same things in both languages', () => {
    expect(texts(vi).map(([place]) => place)).toEqual(texts(en).map(([place]) => place));
  });

  it('name the same things in both languages', () => {
    const english = new Map(texts(en));
    const differing = texts(vi).filter(
      ([place, text]) => String(placeholders(text)) !== String(placeholders(english.get(place) ?? '')),
    );
    expect(differing).toEqual([]);
  });

  it('are nowhere empty, and Vietnamese in Unicode NFC', () => {
    expect([...texts(en), ...texts(vi)].filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(texts(vi).filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
  });

  it('are Vietnamese where they say so: menu, dialogs and findings too', () => {
    const judge = createJudge();
    expect(vietnamese.map(({ place, text }) => ({ place, wrong: judge(text) })).filter(({ wrong }) => wrong)).toEqual(
      [],
    );
    expect(judge('Keep a version')).toContain('English of menu.saveVersion');
    expect(judge('Bài nineteen')).toContain('nineteen');
  });

  it('have a sentence for every failure that reaches the window', () => {
    const codes = codesRaised();
    expect(codes).toContain('media.not-a-picture');
    expect(codes).toContain('window.still-unsaved');
    const said = (words: typeof en) => new Set([...Object.keys(words.failures), ...Object.keys(words.notices.said)]);
    expect(codes.filter((code) => !said(en).has(code))).toEqual([]);
    expect(codes.filter((code) => !said(vi).has(code))).toEqual([]);
  });
});

describe('a notice', () => {
  it('names the file and says what to do', () => {
    expect(noticeSentence({ code: 'media.not-a-picture', about: { file: 'notes.jpg' } }, en)).toBe(
      '“notes.jpg” is not a picture, or not all of one. Choose a JPEG, PNG, WebP, GIF or AVIF file.',
    );
  });

  it('names a code it does not know, for reporting', () => {
    expect(noticeSentence({ code: 'moon.full' }, en)).toContain('moon.full');
  });
});

describe('sentences', () => {
  it('show a placeholder nobody filled', () => {
    expect(fill('{file} of {size}', { file: 'a.jpg' })).toBe('a.jpg of ?');
  });

  it('take what a placeholder brings as it is', () => {
    expect(fill('“{file}”', { file: '$& {size}' })).toBe('“$& {size}”');
  });

  it('count as the language does', () => {
    expect(fillCount('en', en.library.words, 1)).toBe('1 word');
    expect(fillCount('en', en.library.words, 1234)).toBe('1,234 words');
    expect(fillCount('vi', vi.library.words, 1234)).toBe('1.234 chữ');
  });
});

describe('times', () => {
  const now = new Date(2025, 5, 12, 15, 0);
  const at = (day: number, hour: number, year = 2025): string => new Date(year, 5, day, hour, 5, 9).toISOString();

  it('of a save are exact to the second, and name the day when it is not today', () => {
    expect(saveTime(at(12, 9), 'en', now)).toBe('09:05:09');
    expect(saveTime(at(11, 9), 'en', now)).toBe('09:05:09, 11 Jun 2025');
    expect(saveTime('soon', 'en', now)).toBe('');
  });

  it('in the list are as short as they can be', () => {
    expect(shortWhen(at(12, 9), 'en', 'Yesterday', now)).toBe('09:05');
    expect(shortWhen(at(11, 23), 'vi', 'Hôm qua', now)).toBe('Hôm qua');
    expect(shortWhen(at(3, 8), 'en', 'Yesterday', now)).toBe('Jun 3');
    expect(shortWhen(at(3, 8, 2024), 'en', 'Yesterday', now)).toBe('Jun 3, 2024');
  });

  it('of a dateline stay in the offset they were written with', () => {
    expect(longWhen('2025-06-12T00:30:00.000+07:00', 'vi')).toEqual(['Thứ Năm, 12 tháng 6, 2025', '00:30 GMT+7']);
    expect(longWhen('2025-06-11T12:00:00.000-03:30', 'en')).toEqual(['Wednesday, 11 June 2025', '12:00 GMT-3:30']);
    expect(longWhen('2025-06-11T12:00:00.000+00:00', 'en')[1]).toBe('12:00 GMT');
  });
});
