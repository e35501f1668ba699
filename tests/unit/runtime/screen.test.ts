import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FoundElectron } from '../../../electron/runtime/found.ts';
import { sandboxAdvice, seesScreen } from '../../../electron/runtime/screen.ts';
import { aFolder, aMachine, layElectron, write } from './a-machine.ts';

describe('a screen for the window', () => {
  it('is missed on Linux without X or Wayland', () => {
    expect(seesScreen({ platform: 'linux', env: {} })).toMatchObject({
      ok: false,
      failure: { code: 'display.missing' },
    });
    expect(seesScreen({ platform: 'linux', env: { DISPLAY: ':0' } }).ok).toBe(true);
    expect(seesScreen({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } }).ok).toBe(true);
    expect(seesScreen({ platform: 'darwin', env: {} }).ok).toBe(true);
  });
});

describe('advice about the sandbox', () => {
  function anElectron(): FoundElectron {
    const folder = aFolder();
    layElectron(folder, '45.4.1');
    write(join(folder, 'chrome-sandbox'), '');
    return { executable: join(folder, 'electron'), folder, version: '45.4.1', source: 'official' };
  }

  /** A kernel's settings folder with one setting. */
  function aKernel(setting: string, value: string): string {
    const settings = aFolder();
    write(join(settings, setting), `${value}\n`);
    return settings;
  }

  it.each([
    ['kernel/apparmor_restrict_unprivileged_userns', '1'],
    ['kernel/unprivileged_userns_clone', '0'],
    ['user/max_user_namespaces', '0'],
  ])('names the helper to hand to root where %s is %s', (setting, value) => {
    const electron = anElectron();
    const advice = sandboxAdvice(aMachine(), electron, aKernel(setting, value));
    expect(advice).toContain(setting.replace('/', '.'));
    expect(advice).toContain(`sudo chmod 4755 ${join(electron.folder, 'chrome-sandbox')}`);
  });

  it('is not given where the kernel allows sandboxes, to root, or outside Linux', () => {
    const forbidding = aKernel('user/max_user_namespaces', '0');
    expect(sandboxAdvice(aMachine(), anElectron(), aKernel('user/max_user_namespaces', '96365'))).toBeUndefined();
    expect(sandboxAdvice(aMachine(), anElectron(), aFolder())).toBeUndefined();
    expect(sandboxAdvice(aMachine({ isRoot: true }), anElectron(), forbidding)).toBeUndefined();
    expect(sandboxAdvice(aMachine({ platform: 'darwin' }), anElectron(), forbidding)).toBeUndefined();
  });
});
