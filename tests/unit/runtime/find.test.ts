import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMUNITY_COPY } from '../../../electron/runtime/community.ts';
import { findElectron } from '../../../electron/runtime/find.ts';
import { fetchOfficial } from '../../../electron/runtime/official.ts';
import { aFolder, aMachine, installOfficial, layElectron, write, type TestMachine } from './a-machine.ts';

const unreachable = { 'install-electron': () => ({ code: 1, output: 'TypeError: fetch failed' }) };

/** Puts a community copy where an earlier run has left it. */
function keepCommunityCopy(machine: TestMachine): string {
  const folder = join(machine.cache, `${COMMUNITY_COPY.name}-${COMMUNITY_COPY.version}`);
  layElectron(folder, '42.0.0');
  write(
    join(folder, 'community-copy.txt'),
    `${COMMUNITY_COPY.name}@${COMMUNITY_COPY.version}\n${COMMUNITY_COPY.integrity}\n`,
  );
  return folder;
}

describe('finding Electron', () => {
  it('takes what ELECTRON_OVERRIDE_DIST_PATH names, before all else', async () => {
    const named = aFolder();
    layElectron(named, 'v45.9.9\n');
    const machine = aMachine({ env: { ELECTRON_OVERRIDE_DIST_PATH: named } });
    installOfficial(machine.root);
    expect(await findElectron(machine)).toEqual({
      ok: true,
      value: { executable: join(named, 'electron'), folder: named, version: '45.9.9', source: 'override' },
    });
    expect(machine.said).toEqual(['Electron 45.9.9, named by ELECTRON_OVERRIDE_DIST_PATH']);
  });

  it('stops where ELECTRON_OVERRIDE_DIST_PATH is wrong, and names it', async () => {
    const machine = aMachine({ env: { ELECTRON_OVERRIDE_DIST_PATH: '/no/such/folder' } });
    installOfficial(machine.root);
    const found = await findElectron(machine);
    expect(found).toMatchObject({ ok: false, failure: { code: 'electron.override-wrong' } });
    expect(found.ok || found.failure.detail).toContain('/no/such/folder');
  });

  it('takes the official release that is installed, before any copy', async () => {
    const machine = aMachine();
    installOfficial(machine.root);
    keepCommunityCopy(machine);
    expect(await findElectron(machine)).toMatchObject({ ok: true, value: { version: '45.4.1', source: 'official' } });
    expect(machine.said).toEqual(['Electron 45.4.1, the official release']);
    expect(machine.ran).toEqual([]);
  });

  it('fetches the official release where that can be reached', async () => {
    const machine: TestMachine = aMachine({}, { 'install-electron': () => (installOfficial(machine.root), {}) });
    expect(await findElectron(machine)).toMatchObject({ ok: true, value: { version: '45.4.1', source: 'official' } });
  });

  it('does not take a release that is half unpacked or of another version', async () => {
    const machine = aMachine({ platform: 'darwin', arch: 'arm64' }, unreachable);
    write(join(machine.root, 'node_modules/electron/path.txt'), 'Electron.app/Contents/MacOS/Electron');
    write(join(machine.root, 'node_modules/electron/dist/Electron.app/Contents/MacOS/Electron'), '');
    write(join(machine.root, 'node_modules/electron/dist/version'), '44.0.0');
    expect(await findElectron(machine)).toMatchObject({ ok: false, failure: { code: 'electron.not-found' } });
  });

  it('falls back on the community copy on linux-x64, and says so in one line', async () => {
    const machine = aMachine({}, unreachable);
    const folder = keepCommunityCopy(machine);
    expect(await findElectron(machine)).toMatchObject({ ok: true, value: { folder, source: 'community' } });
    expect(machine.said).toEqual([
      'Electron 42.0.0, a community copy for development and tests; the official 45.4.1 is not installed here',
    ]);
  });

  it('calls a community copy so also where ELECTRON_OVERRIDE_DIST_PATH names it', async () => {
    const machine = aMachine();
    machine.env['ELECTRON_OVERRIDE_DIST_PATH'] = keepCommunityCopy(machine);
    expect(await findElectron(machine)).toMatchObject({ ok: true, value: { source: 'community' } });
  });

  it.each([
    ['darwin', 'arm64'],
    ['win32', 'x64'],
    ['linux', 'arm64'],
  ] as const)('says on %s-%s how to install the official release', async (platform, arch) => {
    const found = await findElectron(aMachine({ platform, arch }, unreachable));
    expect(found).toMatchObject({ ok: false, failure: { code: 'electron.not-found' } });
    const said = found.ok ? '' : found.failure.detail;
    expect(said).toContain(`electron-v45.4.1-${platform}-${arch}.zip`);
    expect(said).toContain('npx install-electron');
  });

  it('names the cache folder where nothing can be kept there', async () => {
    const file = join(aFolder(), 'a-file');
    writeFileSync(file, '');
    const found = await findElectron(aMachine({ cache: join(file, 'copydesk') }, unreachable));
    expect(found).toMatchObject({ ok: false, failure: { code: 'electron.cache-unwritable' } });
    expect(found.ok || found.failure.detail).toContain(file);
  });

  it('asks for npm ci where the electron package is missing', async () => {
    const machine = aMachine();
    rmSync(join(machine.root, 'node_modules'), { recursive: true });
    await expect(findElectron(machine)).rejects.toThrow('npm ci');
  });
});

describe('fetching the official release', () => {
  it('does not try again for an hour after a failure, and then does', async () => {
    const machine = aMachine({}, unreachable);
    await fetchOfficial(machine);
    await fetchOfficial(machine);
    expect(machine.ran).toHaveLength(1);

    const memory = join(machine.cache, 'electron-45.4.1.unreachable');
    const anHourAgo = Date.now() / 1000 - 3601;
    utimesSync(memory, anHourAgo, anHourAgo);
    await fetchOfficial(machine);
    expect(machine.ran).toHaveLength(2);
  });

  it('gives up on a site from which no byte comes', async () => {
    const machine = aMachine();
    machine.run = (_command, _args, options) =>
      new Promise((resolve) => options?.signal?.addEventListener('abort', () => resolve({ code: null, output: '' })));
    expect(await fetchOfficial(machine, 50)).toBeUndefined();
    expect(readdirSync(machine.cache), 'no half download stays').toEqual(['electron-45.4.1.unreachable']);
  });

  it('waits as long as bytes keep coming', async () => {
    const machine = aMachine();
    machine.run = (_command, _args, options) =>
      new Promise((resolve) => {
        let size = 0;
        const download = setInterval(() => {
          size += 1;
          write(join(options?.env?.['TMPDIR'] ?? '', 'electron.zip'), 'x'.repeat(size));
          if (size < 40) return;
          clearInterval(download);
          if (!options?.signal?.aborted) installOfficial(machine.root);
          resolve({ code: 0, output: '' });
        }, 20);
      });
    expect(await fetchOfficial(machine, 400)).toMatchObject({ version: '45.4.1' });
  });
});
