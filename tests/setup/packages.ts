import { canInstall, installPackages, updateLists } from '../../electron/runtime/apt.ts';
import { thisMachine } from '../../electron/runtime/machine.ts';

interface Wanted {
  /** What the packages are for, as in "the tests of pictures". */
  purpose: string;
  /** Debian's names. */
  packages: readonly string[];
  /** Runs without fault where they are there: a program and its arguments. */
  probe: readonly [program: string, ...args: string[]];
}

/** Sees to it that programs which tests judge by are here: installs them where that may be done without asking, else says what to do. */
export async function readyPackages({ purpose, packages, probe: [program, ...args] }: Wanted): Promise<void> {
  const machine = thisMachine();
  const isThere = async (): Promise<boolean> => (await machine.run(program, args)).code === 0;
  if (await isThere()) return;
  if (await canInstall(machine)) {
    machine.say(`Installing for ${purpose}: ${packages.join(' ')}`);
    for (const step of [() => updateLists(machine), () => installPackages(machine, packages)]) {
      const done = await step();
      if (!done.ok) throw new Error(done.failure.detail);
    }
  }
  if (!(await isThere())) throw new Error(`For ${purpose}, run: sudo apt-get install ${packages.join(' ')}`);
}
