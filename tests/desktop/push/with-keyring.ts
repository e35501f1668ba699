import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'vitest';
import { newFolder } from '../launch.ts';
import { readyPackages } from '../../setup/packages.ts';

/** A session of its own with GNOME's keyring unlocked, as a Debian desktop has it. */
export interface Keyring {
  /** For the program that is to use it. */
  env: Record<string, string>;
  end: () => Promise<void>;
}

/** Starts one. Its keys lie in a folder of the test's own; the person's own keyring is not touched. */
export async function startKeyring(): Promise<Keyring> {
  await readyPackages({
    purpose: 'the system’s keyring',
    packages: ['dbus', 'gnome-keyring', 'libsecret-1-0'],
    probe: ['dpkg', '--status', 'dbus', 'gnome-keyring', 'libsecret-1-0'],
  });
  const home = newFolder('keyring-');
  const own = { HOME: home, XDG_DATA_HOME: `${home}/data`, XDG_RUNTIME_DIR: home, XDG_CURRENT_DESKTOP: 'GNOME' };
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    env: { ...process.env, ...own },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [address] = (await once(bus.stdout, 'data')) as [Buffer];
  const env = { ...own, DBUS_SESSION_BUS_ADDRESS: address.toString('utf8').trim() };
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // An unlocked keyring is made under the password that it reads here.
  daemon.stdin.end('a password of the test’s own');
  await expect.poll(() => hasSecrets(env)).toContain('boolean true');
  const { DBUS_SESSION_BUS_ADDRESS, XDG_CURRENT_DESKTOP } = env;
  return {
    env: { DBUS_SESSION_BUS_ADDRESS, XDG_CURRENT_DESKTOP },
    end: async () => {
      await ended(daemon);
      await ended(bus);
    },
  };
}

/** Whether somebody keeps secrets on that bus. */
const hasSecrets = (env: Record<string, string>): string =>
  execFileSync(
    'dbus-send',
    [
      ...['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'],
      ...['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'],
    ],
    { env: { ...process.env, ...env } },
  ).toString();

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill();
  await gone;
}
