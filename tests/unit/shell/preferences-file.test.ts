import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mendPreferences } from '../../../electron/shell/preferences-file.ts';

describe('the preferences’ file', () => {
  let folder: string;
  let file: string;
  const good = '{"settings":{"theme":"dark"}}';
  const read = (name: string): string => readFileSync(name, 'utf8');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk-preferences-'));
    file = join(folder, 'preferences.json');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is not there at the first start, and nothing is made of that', () => {
    expect(mendPreferences(file)).toBe('none');
    expect(existsSync(file)).toBe(false);
  });

  it('is copied while it can be read', () => {
    writeFileSync(file, good);
    expect(mendPreferences(file)).toBe('good');
    expect(read(`${file}.bak`)).toBe(good);
  });

  it.each(['', '{"settings":{"theme":"da', 'null', '[]', '7', '\0\0\0\0', '<html>'])(
    'is set aside where it is broken (%j), and the copy takes its place',
    (broken) => {
      writeFileSync(file, good);
      mendPreferences(file);
      writeFileSync(file, broken);
      expect(mendPreferences(file)).toBe('restored');
      expect(read(file)).toBe(good);
      expect(read(`${file}.broken`)).toBe(broken);
      expect(mendPreferences(file)).toBe('good');
    },
  );

  it('is set aside where the copy is broken too, and the usual choices begin', () => {
    writeFileSync(file, '{');
    writeFileSync(`${file}.bak`, '{');
    expect(mendPreferences(file)).toBe('broken');
    expect(existsSync(file)).toBe(false);
    expect(read(`${file}.broken`)).toBe('{');
    expect(mendPreferences(file)).toBe('none');
  });
});
