import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../src/base/result.ts';
import type { FoundElectron } from './found.ts';
import type { Machine } from './machine.ts';

/** Whether a person could see a window here. Failure code: `display.missing`. */
export function seesScreen({ platform, env }: Pick<Machine, 'platform' | 'env'>): Result<null> {
  if (platform !== 'linux' || env['DISPLAY'] || env['WAYLAND_DISPLAY']) return ok(null);
  return fail(
    'display.missing',
    'There is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). Start Copydesk from a desktop session, or run: xvfb-run -a npm start',
  );
}

/** Kernel settings under which ordinary users may not make the namespaces that Chromium's sandbox is built of. */
const FORBIDDING: readonly (readonly [setting: string, value: string])[] = [
  ['kernel/apparmor_restrict_unprivileged_userns', '1'],
  ['kernel/unprivileged_userns_clone', '0'],
  ['user/max_user_namespaces', '0'],
];

/**
 * What an ordinary user must let an administrator do before Electron runs sandboxed here, as on Ubuntu 24.04; undefined
 * where nothing forbids it. The sandbox is never given up for them. `settings` is where the kernel shows its settings.
 */
export function sandboxAdvice(machine: Machine, electron: FoundElectron, settings = '/proc/sys'): string | undefined {
  if (machine.platform !== 'linux' || machine.isRoot) return undefined;
  const setting = FORBIDDING.find(([name, value]) => settingOf(join(settings, name)) === value)?.[0];
  const helper = join(electron.folder, 'chrome-sandbox');
  if (!setting || isRootsOwn(helper)) return undefined;
  return `This system keeps ordinary users from making sandboxes (${setting.replace('/', '.')}). If Electron does not start, run: sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`;
}

function settingOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    // This kernel has no such setting, so it forbids nothing by it.
    return undefined;
  }
}

/** Whether the helper runs with root's rights, whoever starts it. */
function isRootsOwn(helper: string): boolean {
  const file = statSync(helper, { throwIfNoEntry: false });
  return file !== undefined && file.uid === 0 && (file.mode & 0o4000) !== 0;
}
