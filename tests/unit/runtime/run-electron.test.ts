import { describe, expect, it } from 'vitest';
import { lastWords } from '../../../electron/runtime/command.ts';
import type { FoundElectron } from '../../../electron/runtime/found.ts';
import { cacheFolder } from '../../../electron/runtime/machine.ts';
import { builderArguments, mayPackage } from '../../../electron/runtime/package-app.ts';
import { asDesktop, asNode, sandboxArguments } from '../../../electron/runtime/run-electron.ts';

const electron = (source: FoundElectron['source']): FoundElectron => ({
  executable: '/e/electron',
  folder: '/e',
  version: '45.4.1',
  source,
});

describe('running Electron', () => {
  it('gives up the sandbox for root on Linux alone', () => {
    expect(sandboxArguments({ platform: 'linux', isRoot: true })).toEqual(['--no-sandbox']);
    expect(sandboxArguments({ platform: 'linux', isRoot: false })).toEqual([]);
    expect(sandboxArguments({ platform: 'darwin', isRoot: true })).toEqual([]);
  });

  it('is a desktop program again after it has been plain Node', () => {
    expect(asDesktop(asNode({ LANG: 'vi_VN.UTF-8' }))).toEqual({ LANG: 'vi_VN.UTF-8' });
  });
});

describe('packaging', () => {
  it('refuses a community copy, and says what to do', () => {
    const refused = mayPackage(electron('community'), {});
    expect(refused).toMatchObject({ ok: false, failure: { code: 'electron.community-packaging' } });
    expect(refused.ok || refused.failure.detail).toContain('COPYDESK_ALLOW_COMMUNITY_ELECTRON=1');
    expect(mayPackage(electron('community'), { COPYDESK_ALLOW_COMMUNITY_ELECTRON: '0' }).ok).toBe(false);
  });

  it('takes a community copy where it is told to, and any other without', () => {
    expect(mayPackage(electron('community'), { COPYDESK_ALLOW_COMMUNITY_ELECTRON: '1' }).ok).toBe(true);
    expect(mayPackage(electron('official'), {}).ok).toBe(true);
    expect(mayPackage(electron('override'), {}).ok).toBe(true);
  });

  it('gives electron-builder the Electron that was found, so that it downloads none', () => {
    expect(builderArguments('/checkout', electron('official'))).toEqual(
      expect.arrayContaining(['--config.electronDist=/e', '--config.electronVersion=45.4.1', '--publish=never']),
    );
  });
});

describe('the cache folder', () => {
  it('follows XDG_CACHE_HOME where that is absolute', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/var/cache/desk' }, '/home/lan')).toBe('/var/cache/desk/copydesk');
    expect(cacheFolder({ XDG_CACHE_HOME: 'cache' }, '/home/lan')).toBe('/home/lan/.cache/copydesk');
    expect(cacheFolder({}, '/home/lan')).toBe('/home/lan/.cache/copydesk');
  });
});

describe("a command's last words", () => {
  it('are its last lines without addresses', () => {
    expect(lastWords('one\ntwo\n\nthree https://u:p@host/x y\n', 2)).toBe('two\nthree <address> y');
  });
});
