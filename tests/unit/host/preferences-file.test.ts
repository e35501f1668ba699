import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_BYTES, PreferencesFile } from '../../../electron/services/preferences-file.ts';

describe('the preferences’ file', () => {
  let folder: string;
  let file: string;
  const dark = { settings: { theme: 'dark' } };
  const good = JSON.stringify(dark);
  const read = (name: string): string => readFileSync(name, 'utf8');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk-preferences-'));
    file = join(folder, 'preferences.json');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is not there at the first start, and nothing is made of that', async () => {
    expect(await PreferencesFile.open(folder)).toMatchObject({ kept: {}, notices: [] });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('holds what was written, the last of several, and nothing beside it', async () => {
    const preferences = await PreferencesFile.open(folder);
    await Promise.all(['system', 'light', 'dark'].map((theme) => preferences.write({ settings: { theme } })));
    expect(await PreferencesFile.open(folder)).toMatchObject({ kept: dark, notices: [] });
    expect(readdirSync(folder).sort()).toEqual(['preferences.json', 'preferences.json.bak']);
  });

  it('is copied while it can be read', async () => {
    writeFileSync(file, good);
    expect(await PreferencesFile.open(folder)).toMatchObject({ kept: dark, notices: [] });
    expect(read(`${file}.bak`)).toBe(good);
  });

  it.each(['', '{"settings":{"theme":"da', 'null', '[]', '7', '\0\0\0\0', '<html>'])(
    'is set aside where it is broken (%j), and the copy takes its place',
    async (broken) => {
      writeFileSync(file, good);
      await PreferencesFile.open(folder);
      writeFileSync(file, broken);
      const about = { file: `${file}.damaged-1` };
      const restored = await PreferencesFile.open(folder);
      expect(restored).toMatchObject({ kept: dark, notices: [{ code: 'settings.restored', about }] });
      expect([read(file), read(about.file)]).toEqual([good, broken]);
      expect((await PreferencesFile.open(folder)).notices).toEqual([]);
    },
  );

  it('is set aside where one letter of a choice was changed', async () => {
    const preferences = await PreferencesFile.open(folder);
    await preferences.write(dark);
    await PreferencesFile.open(folder);
    writeFileSync(file, read(file).replace('dark', 'darj'));
    const restored = await PreferencesFile.open(folder);
    expect(restored).toMatchObject({ kept: dark, notices: [{ code: 'settings.restored' }] });
  });

  it('comes back from its copy where it is gone, with a word about it', async () => {
    writeFileSync(`${file}.bak`, good);
    expect(await PreferencesFile.open(folder)).toMatchObject({ kept: dark, notices: [{ code: 'settings.refound' }] });
    expect(read(file)).toBe(good);
  });

  it('is set aside where the copy is broken too, and the usual choices begin', async () => {
    writeFileSync(file, '{');
    writeFileSync(`${file}.bak`, '{');
    const about = { file: `${file}.damaged-1` };
    expect(await PreferencesFile.open(folder)).toMatchObject({
      kept: {},
      notices: [{ code: 'settings.recovered', about }],
    });
    expect(read(about.file)).toBe('{');
    expect(await PreferencesFile.open(folder)).toMatchObject({ kept: {}, notices: [] });
  });

  it('never grows past its size: what was chosen for the first stories makes room', async () => {
    const stories = Object.fromEntries(
      Array.from({ length: 2000 }, (_, n) => [`story${String(n).padStart(6, '0')}`, { ignored: ['caption.missing'] }]),
    );
    await (await PreferencesFile.open(folder)).write({ settings: { theme: 'dark', stories } });
    expect(readFileSync(file).length).toBeLessThanOrEqual(MOST_BYTES);
    const { settings } = (await PreferencesFile.open(folder)).kept;
    expect(settings).toMatchObject({ theme: 'dark', stories: { story001999: { ignored: ['caption.missing'] } } });
    expect(settings?.stories).not.toHaveProperty('story000000');
  });
});
