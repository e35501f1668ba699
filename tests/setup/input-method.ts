import { readyPackages } from './packages.ts';

/** What a Debian desktop with a Vietnamese input method is made of, and the hands on its keyboard. */
const PACKAGES = [
  'dbus',
  'dconf-gsettings-backend',
  'ibus',
  'ibus-gtk3',
  'ibus-unikey',
  'libglib2.0-bin',
  'openbox',
  'xdotool',
];

/** Installs the input method where that may be done without asking; says what is lacking where it may not. */
export async function setup(): Promise<void> {
  if (process.platform !== 'linux') throw new Error('The real input method is tested on Linux, with IBus.');
  await readyPackages({
    purpose: 'the Vietnamese input method',
    packages: PACKAGES,
    probe: ['dpkg', '--status', ...PACKAGES],
  });
}
