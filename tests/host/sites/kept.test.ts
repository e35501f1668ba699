import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SiteBook } from '../../../electron/services/sites/book.ts';
import { Secrets, type Keyring } from '../../../electron/services/sites/secrets.ts';
import type { Site } from '../../../src/cms/site.ts';
import { newHome } from '../folder.ts';

const SECRET = 'abcd EFGH ijkl MNOP';

/** A keyring that turns each byte round, so that a test can tell sealed from plain. */
const keyring = (canKeep = true): Keyring => ({
  canKeep: () => Promise.resolve(canKeep),
  seal: (secret) => Promise.resolve(Buffer.from(secret).map((byte) => byte ^ 0xff)),
  open: (sealed) => Promise.resolve(Buffer.from(sealed.map((byte) => byte ^ 0xff)).toString('utf8')),
});

const site = (id: string, name: string): Site => ({
  id,
  kind: 'wordpress',
  name,
  colour: '#0f6b6b',
  url: 'https://baohatinh.example',
  api: 'https://baohatinh.example/wp-json/',
  user: 'ha',
  defaults: { status: 'draft', category: '', tags: [], author: '' },
});

const everything = (home: string): string =>
  readdirSync(home)
    .map((name) => readFileSync(join(home, name), 'utf8'))
    .join('\n');

describe('a site’s secret', () => {
  it('lasts in the keyring alone, and can be taken back', async () => {
    const home = await newHome();
    const secrets = new Secrets(home, keyring());
    expect(await secrets.put('site00001', SECRET)).toEqual({ ok: true, value: true });
    expect(everything(home)).not.toContain(SECRET);
    const later = new Secrets(home, keyring());
    expect(await later.get('site00001')).toBe(SECRET);
    await later.remove('site00001');
    expect(await new Secrets(home, keyring()).get('site00001')).toBeNull();
  });

  it('never reaches the disk where there is no keyring, and says so', async () => {
    const home = await newHome();
    const secrets = new Secrets(home, keyring(false));
    expect(await secrets.put('site00001', SECRET)).toEqual({ ok: true, value: false });
    expect(await secrets.get('site00001')).toBe(SECRET);
    expect(readdirSync(home)).toEqual([]);
    expect(await new Secrets(home, keyring(false)).get('site00001')).toBeNull();
  });

  it('is asked for anew where the keyring is another one', async () => {
    const home = await newHome();
    await new Secrets(home, keyring()).put('site00001', SECRET);
    const told: string[] = [];
    const stranger: Keyring = { ...keyring(), open: () => Promise.reject(new Error('not mine')) };
    const secrets = new Secrets(home, stranger, (what) => told.push(what));
    expect(await secrets.get('site00001')).toBeNull();
    expect(told).toEqual(['a secret could not be opened']);
  });
});

describe('the sites', () => {
  it('are there after a restart, changed and removed', async () => {
    const home = await newHome();
    const book = new SiteBook(home);
    await book.put(site('site00001', 'Báo Hà Tĩnh'));
    await book.put(site('site00002', 'Blog'));
    await book.put(site('site00001', 'Báo Hà Tĩnh điện tử'));
    await book.remove('site00002');
    expect((await new SiteBook(home).list()).map(({ name }) => name)).toEqual(['Báo Hà Tĩnh điện tử']);
  });

  it('set a damaged file aside and begin anew', async () => {
    const home = await newHome();
    await new SiteBook(home).put(site('site00001', 'Báo'));
    writeFileSync(join(home, 'sites.json'), '{"schema":1,"sites":[');
    const told: string[] = [];
    expect(await new SiteBook(home, (what) => told.push(what)).list()).toEqual([]);
    expect(told).toEqual(['sites.json is damaged']);
    expect(readdirSync(home)).toEqual(['sites.json.damaged-1']);
  });
});
