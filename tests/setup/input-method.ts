import { canInstall, installPackages, updateLists } from '../../electron/runtime/apt.ts';
import { thisMachine } from '../../electron/runtime/machine.ts';

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
  const machine = thisMachine();
  const isThere = async (): Promise<boolean> => (await machine.run('dpkg', ['--status', ...PACKAGES])).code === 0;
  if (await isThere()) return;
  if (!(await canInstall(machine))) {
    throw new Error(`For the Vietnamese input method, run: sudo apt-get install ${PACKAGES.join(' ')}`);
  }
  machine.say(`Installing the Vietnamese input method: ${PACKAGES.join(' ')}`);
  for (const step of [() => updateLists(machine), () => installPackages(machine, PACKAGES)]) {
    const done = await step();
    if (!done.ok) throw new Error(done.failure.detail);
  }
}
