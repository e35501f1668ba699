import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FoundElectron } from '../../../electron/runtime/found.ts';
import { lackingIn } from '../../../electron/runtime/libraries.ts';
import { packagesFor } from '../../../electron/runtime/packages.ts';
import { readySystem } from '../../../electron/runtime/system.ts';
import { aFolder, aMachine, layElectron, write } from './a-machine.ts';

const LDD = `
	linux-vdso.so.1 (0x00007f4df1137000)
	libffmpeg.so => /opt/electron/libffmpeg.so (0x00007f4de0000000)
	libglib-2.0.so.0 => not found
	libgtk-3.so.0 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f4ddfe1f000)
	/lib64/ld-linux-x86-64.so.2 (0x00007f4df1139000)
/opt/electron/libGLESv2.so:
	libgtk-3.so.0 => not found
`;
const everything = (): boolean => true;
const nothing = (): boolean => false;

function anElectron(): FoundElectron {
  const folder = aFolder();
  layElectron(folder, '45.4.1');
  return { executable: join(folder, 'electron'), folder, version: '45.4.1', source: 'official' };
}

/** A home with a font and a PATH with Xvfb: nothing is wanted but libraries. */
function settled(): NodeJS.ProcessEnv {
  const home = aFolder();
  write(join(home, '.fonts/serif.ttf'), '');
  write(join(home, 'bin/Xvfb'), '');
  return { HOME: home, PATH: join(home, 'bin') };
}

describe('reading ldd', () => {
  it('names each library that was not found, once', () => {
    expect(lackingIn(LDD)).toEqual(['libglib-2.0.so.0', 'libgtk-3.so.0']);
  });

  it('finds nothing lacking where all are there', () => {
    expect(lackingIn('\tlibc.so.6 => /lib/libc.so.6 (0x1)\n')).toEqual([]);
  });
});

describe('packages for libraries', () => {
  it('names each package once', () => {
    expect(packagesFor(['libnss3.so', 'libnssutil3.so', 'libsmime3.so'], everything)).toEqual({
      packages: ['libnss3'],
      unknown: [],
    });
  });

  it('takes the name that this release has', () => {
    expect(packagesFor(['libgtk-3.so.0'], everything).packages, 'Ubuntu 24.04, Debian 13').toEqual(['libgtk-3-0t64']);
    expect(packagesFor(['libgtk-3.so.0'], (name) => name === 'libgtk-3-0').packages, 'Debian 12').toEqual([
      'libgtk-3-0',
    ]);
    expect(packagesFor(['libgtk-3.so.0'], nothing).packages, 'no package lists').toEqual(['libgtk-3-0']);
  });

  it('reports a library that no package is known for', () => {
    expect(packagesFor(['libfuture.so.1', 'libgbm.so.1'], everything)).toEqual({
      packages: ['libgbm1'],
      unknown: ['libfuture.so.1'],
    });
  });
});

describe('making Linux ready for Electron', () => {
  const apt = { 'apt-get': () => ({}), 'apt-cache': () => ({ output: 'libgtk-3-0\nlibglib2.0-0\nxvfb\n' }) };

  it('does nothing where nothing is lacking', async () => {
    const machine = aMachine({ env: settled(), isRoot: true }, { ...apt, ldd: () => ({ output: '' }) });
    expect(await readySystem(machine, anElectron(), true)).toEqual({ ok: true, value: null });
    expect(machine.ran.filter((command) => command.startsWith('apt'))).toEqual([]);
  });

  it('tells an ordinary user the exact command', async () => {
    const machine = aMachine({ env: settled() }, { ...apt, ldd: () => ({ output: LDD }) });
    expect(await readySystem(machine, anElectron(), true)).toEqual({
      ok: false,
      failure: {
        code: 'system.packages-missing',
        detail:
          'This Linux lacks what Electron needs to run.\nInstall it with: sudo apt-get update && sudo apt-get install --no-install-recommends libglib2.0-0 libgtk-3-0',
      },
    });
    expect(machine.ran.some((command) => command.includes('install'))).toBe(false);
  });

  it('installs as root and looks again', async () => {
    let installed = false;
    const machine = aMachine(
      { env: settled(), isRoot: true },
      {
        ...apt,
        ldd: () => ({ output: installed ? '' : LDD }),
        'apt-get': (args) => ((installed ||= args.includes('install')), {}),
      },
    );
    expect(await readySystem(machine, anElectron(), true)).toEqual({ ok: true, value: null });
    expect(machine.said).toEqual(['Installing what Electron lacks here: libglib2.0-0 libgtk-3-0']);
    const steps = machine.ran.filter((command) => command.startsWith('apt-get --quiet'));
    expect(steps.map((step) => step.split(' ').slice(3).join(' '))).toEqual([
      'update',
      'install --yes --no-install-recommends libglib2.0-0 libgtk-3-0',
    ]);
  });

  it('names what is still lacking after an installation', async () => {
    const machine = aMachine(
      { env: settled(), isRoot: true },
      { ...apt, ldd: () => ({ output: 'libfuture.so.1 => not found\n' }) },
    );
    const ready = await readySystem(machine, anElectron(), true);
    expect(ready.ok || ready.failure.detail).toContain('libfuture.so.1');
    expect(
      machine.ran.some((command) => command.includes('--no-install-recommends')),
      'nothing to install',
    ).toBe(false);
  });

  it('says what apt-get said where it fails', async () => {
    const machine = aMachine(
      { env: settled(), isRoot: true },
      {
        ...apt,
        ldd: () => ({ output: LDD }),
        'apt-get': (args) =>
          args.includes('update') ? { code: 100, output: 'E: Unable to fetch http://mirror.example/x' } : {},
      },
    );
    expect(await readySystem(machine, anElectron(), true)).toEqual({
      ok: false,
      failure: { code: 'system.install-failed', detail: 'apt-get update failed:\nE: Unable to fetch <address>' },
    });
  });

  it('wants Xvfb for tests without a display, and only then', async () => {
    const bare = { ...settled(), PATH: '' };
    const ready = (env: NodeJS.ProcessEnv, forTests: boolean): ReturnType<typeof readySystem> =>
      readySystem(aMachine({ env }, { ...apt, ldd: () => ({ output: '' }) }), anElectron(), forTests);
    const refused = await ready(bare, true);
    expect(refused.ok || refused.failure.detail).toContain('--no-install-recommends xvfb');
    expect(await ready({ ...bare, DISPLAY: ':0' }, true)).toMatchObject({ ok: true });
    expect(await ready(bare, false)).toMatchObject({ ok: true });
  });

  it('has nothing to do outside Linux', async () => {
    expect(await readySystem(aMachine({ platform: 'darwin' }), anElectron(), true)).toEqual({ ok: true, value: null });
  });

  it('gives another Linux the names to look for', async () => {
    const machine = aMachine({ env: settled() }, { ldd: () => ({ output: LDD }) });
    const ready = await readySystem(machine, anElectron(), true);
    expect(ready.ok || ready.failure.detail).toContain('Debian calls the packages: libglib2.0-0 libgtk-3-0.');
  });
});
