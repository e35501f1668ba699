import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { LanguageFolder } from '../../electron/services/language-files.ts';
import { newHome } from './folder.ts';

const RULES = `{
  // Quy ước của đài
  "rules": [
    { "id": "xa-mau", "category": "names", "pattern": "xã Mẫu", "message": "Tên đủ.", "matches": ["xã Mẫu"], "passes": ["xã"] }
  ]
}`;
/** It would never end; here nobody tries it. */
const ENDLESS = RULES.replace('"xã Mẫu", "message"', '"(?:(?:.)+)+!", "message"');

let home: string;
let files: LanguageFolder;
const inside = (name: string): string => join(home, 'language', name);
const outside = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(home, name);
  await writeFile(path, content);
  return path;
};

beforeEach(async () => {
  home = await newHome();
  files = new LanguageFolder(home);
});

describe('the folder of words, rules and dictionaries', () => {
  it('is empty before anybody put something there', async () => {
    const read = await files.read();
    expect(read).toMatchObject({ myWords: [], houseWords: [], styles: [], dictionaries: [] });
  });

  it('gives words without remarks, in NFC; rules as they are written; whole dictionaries alone', async () => {
    await files.prepare();
    await writeFile(inside('house-words.txt'), '# của đài\r\nSông Đốc # sông\r\n\r\n' + 'Hoà Bình'.normalize('NFD'));
    await writeFile(inside('style/dai.json'), RULES);
    await writeFile(inside('style/ghi-chu.txt'), 'không phải quy tắc');
    await writeFile(inside('dictionaries/de_DE.aff'), 'SET UTF-8');
    await writeFile(inside('dictionaries/de_DE.dic'), '1\nWort');
    await writeFile(inside('dictionaries/fr.aff'), 'SET UTF-8');
    const read = await files.read();
    expect(read.houseWords).toEqual(['Sông Đốc', 'Hoà Bình']);
    expect(read.styles).toEqual([{ name: 'dai.json', text: RULES }]);
    expect(read.dictionaries).toEqual([{ language: 'de-DE', aff: 'SET UTF-8', dic: '1\nWort' }]);
  });

  it('learns a word once', async () => {
    await files.learn('Zubrowka');
    await files.learn(' Zubrowka ');
    await files.learn('phở'.normalize('NFD'));
    expect(await readFile(inside('my-words.txt'), 'utf8')).toBe('Zubrowka\nphở\n');
  });
});

describe('a shared file', () => {
  it('of words comes to those that are there', async () => {
    await files.prepare();
    await writeFile(inside('house-words.txt'), '# của đài\nBình Phú');
    const path = await outside('chu.txt', '\uFEFFBình Phú\nSông Đốc\n');
    expect(await files.take('words', path)).toEqual({ ok: true, value: { file: 'chu.txt', count: 2 } });
    expect(await readFile(inside('house-words.txt'), 'utf8')).toBe('# của đài\nBình Phú\nSông Đốc\n');
  });

  it('of rules stands for the one of the same name, its patterns untried', async () => {
    expect(await files.take('style', await outside('dai.json', ENDLESS))).toMatchObject({
      ok: true,
      value: { count: 1 },
    });
    await files.take('style', await outside('dai.json', RULES));
    expect(await readdir(inside('style'))).toEqual(['dai.json']);
    expect(await readFile(inside('style/dai.json'), 'utf8')).toBe(RULES);
  });

  it.each([
    ['words', 'trong.txt', '# chỉ có ghi chú\n', 'language.no-words'],
    ['words', 'cu.txt', Uint8Array.from([0x48, 0xf5, 0xa0, 0xff]), 'language.not-text'],
    ['style', 'khac.json', '{ "stories": [] }', 'language.no-rules'],
    ['style', 'to.json', 'x'.repeat(4 * 1024 * 1024 + 1), 'language.too-large'],
  ] as const)('of %s named %s is refused by its name, and nothing is changed', async (what, name, content, code) => {
    const taken = await files.take(what, await outside(name, content));
    expect(taken).toMatchObject({ ok: false, failure: { code, about: { file: name } } });
    expect(await files.read()).toMatchObject({ houseWords: [], styles: [] });
  });

  it('that is gone, or a folder, cannot be read', async () => {
    await mkdir(join(home, 'thu-muc.txt'));
    for (const name of ['mat.txt', 'thu-muc.txt'])
      expect(await files.take('words', join(home, name))).toMatchObject({
        ok: false,
        failure: { code: 'language.unreadable', about: { file: name } },
      });
  });

  it('is written where it is asked for, or says why not', async () => {
    const path = join(home, 'cho-ban.txt');
    expect(await files.give('words', path, 'Sông Đốc\n')).toEqual({
      ok: true,
      value: { file: 'cho-ban.txt', count: 1 },
    });
    expect(await readFile(path, 'utf8')).toBe('Sông Đốc\n');
    expect(await files.give('words', join(home, 'khong-co', 'chu.txt'), 'a\n')).toMatchObject({
      ok: false,
      failure: { code: 'language.not-given', about: { reason: 'ENOENT' } },
    });
  });
});
